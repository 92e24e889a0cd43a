<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** The admin's buttons and what a module's answer does. */
final class CommandTest extends LabTestCase
{
    private function press(string $button, int $service): void
    {
        $this->admin->open("admin/clientsservices.php?userid=1&id=$service")->press($button, [], "section[@id='modulecommands']");
    }

    public function testTheButtonsMoveAServiceThroughItsLife(): void
    {
        $service = $this->order($this->makeProduct());
        self::assertSame('Pending', $this->status($service));

        $life = ['Create' => 'Active', 'Suspend' => 'Suspended', 'Unsuspend' => 'Active', 'Terminate' => 'Terminated'];
        foreach ($life as $button => $status) {
            $this->press($button, $service);
            self::assertSame('Module Command Successful', $this->admin->text("//*[@class='successbox']//*[@class='title']"));
            self::assertSame($status, $this->status($service));
        }
    }

    public function testSuccessStoresPropertiesAndSendsTheWelcomeMailWithThem(): void
    {
        $service = $this->order($this->makeProduct(), 'say "hi" & <go>');
        $this->press('Create', $service);

        $url = "https://example.test/?for=$service";
        $field = $this->value("SELECT id FROM tblcustomfields WHERE fieldname = 'activation'");
        $mail = $this->value('SELECT message FROM tblemails ORDER BY id DESC LIMIT 1');
        self::assertSame([$url], $this->column("SELECT value FROM tblcustomfieldsvalues WHERE fieldid = $field"));
        self::assertStringContainsString("activation: $url", $mail);
        self::assertStringContainsString('The hook of Other Product/Service Welcome Email', $mail);
        self::assertStringContainsString('say &quot;hi&quot; &amp; &lt;go&gt;', $this->value('SELECT request FROM tblmodulelog'));
    }

    public function testWithoutEntityEncodingModulesGetWhatWasTyped(): void
    {
        self::lab('switch', 'entity_encoding', 'off');
        $this->press('Create', $this->order($this->makeProduct(), 'say "hi" & <go>'));

        self::assertStringContainsString('say "hi" & <go>', $this->value('SELECT request FROM tblmodulelog'));
    }

    public function testAFailureIsShownLoggedAndChangesNothing(): void
    {
        $service = $this->order($this->makeProduct(), 'x', 'fail.test');
        $this->press('Create', $service);

        self::assertStringContainsString('Module Command Error', $this->admin->text("//*[@class='errorbox']"));
        self::assertStringContainsString('the sample <failed>', $this->admin->text("//*[@class='errorbox']"));
        self::assertSame('Pending', $this->status($service));
        self::assertContains("Module Create Failed - Service ID: $service - Error: the sample <failed>", $this->activity());
        self::assertSame('0', $this->value('SELECT COUNT(*) FROM tblmodulequeue'));
    }

    public function testManualFailuresAreQueuedWhenTheSwitchSaysSo(): void
    {
        self::lab('switch', 'queue_manual_failures', 'on');
        $this->press('Create', $this->order($this->makeProduct(), 'x', 'fail.test'));

        self::assertSame('1', $this->value('SELECT COUNT(*) FROM tblmodulequeue'));
    }

    public function testAPreHookCanAbort(): void
    {
        $service = $this->order($this->makeProduct(), 'x', 'abort.test');
        $this->press('Create', $service);

        self::assertStringContainsString('Module Command Error', $this->admin->body);
        self::assertSame('Pending', $this->status($service));
        self::assertSame('0', $this->value('SELECT COUNT(*) FROM tblmodulelog'));
    }

    /** @dataProvider answersThatAreNoText */
    public function testAnAnswerThatIsNoTextIsAFailure(string $behaviour, string $shown): void
    {
        $service = $this->order($this->makeProduct(['packageconfigoption[1]' => $behaviour]));
        $this->press('Terminate', $service);

        self::assertContains("Module Terminate Failed - Service ID: $service - Error: $shown", $this->activity());
    }

    public static function answersThatAreNoText(): array
    {
        return ['an array' => ['array', 'Array'], 'nothing' => ['null', '']];
    }

    public function testACustomButtonRunsItsFunctionAndItsTextIsEscaped(): void
    {
        $this->press('Check Now', $this->order($this->makeProduct()));

        self::assertStringContainsString('checked <b>alice.test</b>', $this->admin->text("//*[@class='errorbox']"));
    }

    public function testACustomButtonsSuccessIsShownAndChangesNoStatus(): void
    {
        $this->activateAddon();
        $service = $this->order($this->makeProduct());
        $this->press('Ping', $service);
        self::assertSame('Module Command Successful', $this->admin->text("//*[@class='successbox']//*[@class='title']"));
        $this->press('Check Now', $service);

        self::assertSame('Pending', $this->status($service));
        self::assertSame(
            ['AfterModuleCustom [] 1+0', 'AfterModuleCustomFailed {"failureResponseMessage":"checked <b>alice.test<\\/b>"} 1+0'],
            $this->events('AfterModuleCustom', 'AfterModuleCustomFailed'),
        );
    }

    public function testAFunctionThatHasNoButtonIsNotRunByThePage(): void
    {
        $service = $this->order($this->makeProduct());
        $page = "admin/clientsservices.php?userid=1&id=$service";
        $token = $this->admin->open($page)->text("//input[@name='token']/@value");
        $this->admin->open($page, ['token' => $token, 'modop' => 'custom', 'ac' => 'TerminateAccount']);

        self::assertStringContainsString('Function Not Supported by Module', $this->admin->body);
        self::assertSame('Pending', $this->status($service));
    }

    public function testSavingTheServiceReachesTheModulesOwnFields(): void
    {
        $service = $this->order($this->makeProduct());
        $this->admin->open("admin/clientsservices.php?userid=1&id=$service")
            ->press('Save Changes', ['domain' => 'new.test', 'status' => 'Active', 'labserver_note' => 'by hand']);

        self::assertSame('new.test', $this->value("SELECT domain FROM tblhosting WHERE id = $service"));
        self::assertSame('Active', $this->status($service));
        self::assertContains('by hand', $this->column("SELECT value FROM tblcustomfieldsvalues WHERE relid = $service"));
    }

    public function testTheModuleLogMasksOnlyTheGivenText(): void
    {
        $product = $this->makeProduct(['packageconfigoption[3]' => 'planted']);
        $this->press('Create', $this->order($product, 'the planted secret, base64 ' . base64_encode('planted')));

        self::assertStringContainsString('the ******* secret, base64 cGxhbnRlZA==', $this->value('SELECT request FROM tblmodulelog'));
    }

    public function testTwoPressesByOneAdminRunAtTheSameTime(): void
    {
        $service = $this->order($this->makeProduct(['packageconfigoption[1]' => 'wait']));
        $page = $this->admin->open("admin/clientsservices.php?userid=1&id=$service");
        $token = $page->text("//input[@name='token']/@value");

        $started = microtime(true);
        $all = curl_multi_init();
        for ($i = 0; $i < 2; $i++) {
            $one = curl_init(self::root() . "/admin/clientsservices.php?userid=1&id=$service");
            curl_setopt_array($one, [
                CURLOPT_POSTFIELDS => "token=$token&modop=create",
                CURLOPT_COOKIEFILE => $page->cookies,
                CURLOPT_RETURNTRANSFER => true,
            ]);
            curl_multi_add_handle($all, $one);
        }
        do {
            curl_multi_exec($all, $running);
            curl_multi_select($all);
        } while ($running > 0);

        self::assertLessThan(1.3, microtime(true) - $started);
        self::assertSame('2', $this->value("SELECT COUNT(*) FROM tblactivitylog WHERE description LIKE 'Module Create Successful%'"));
    }
}
