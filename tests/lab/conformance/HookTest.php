<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** When a module's hooks.php is loaded, and what a listener may do. */
final class HookTest extends LabTestCase
{
    private const ADDON = "section[@id='addon-labaddon']";

    /** Which samples' hooks answer, on an admin page, on a client page, to the API and on the command line. */
    private function loaded(): array
    {
        $code = 'require getenv("LAB_SITE") . "/init.php"; echo implode(" ", run_hook("LabIsLoaded"));';
        $pages = [
            $this->admin->open('admin/index.php')->body,
            $this->client->open('index.php')->body,
            self::lab('php', '-r', $code),
        ];

        return array_map(static function (string $page): string {
            preg_match_all('#class="loaded">(\w+)<#', $page, $found);

            return implode(' ', $found[1]);
        }, $pages);
    }

    private static function hooksFile(string $module): string
    {
        return getenv('LAB_DIR') . "/site/modules/$module/hooks.php";
    }

    public function testAServerModulesHooksAreFoundWhenAProductIsSavedAndNotBefore(): void
    {
        $this->admin->open('admin/configproducts.php?action=creategroup')->press('Save Changes', ['name' => 'Plans']);
        $this->api('AddProduct', ['name' => 'By API', 'gid' => 1, 'module' => 'labserver']);
        self::assertSame(['', '', ''], $this->loaded());

        $this->admin->open('admin/configproducts.php?action=edit&id=1')->press('Save Changes');
        self::assertSame('labserver', $this->value("SELECT value FROM tblconfiguration WHERE setting = 'ModuleHooks'"));
        self::assertSame(['labserver', 'labserver', 'labserver'], $this->loaded());
    }

    public function testThatSavingAProductAddonFindsThemTooIsASwitch(): void
    {
        $addon = $this->makeProductAddon();
        self::assertSame(['', '', ''], $this->loaded());

        self::lab('switch', 'product_addon_save_detects_hooks', 'on');
        $this->admin->open("admin/configaddons.php?action=manage&id=$addon")->press('Save Changes');
        self::assertSame(['labserver', 'labserver', 'labserver'], $this->loaded());
    }

    public function testAnAddonsHooksAreFoundAtActivationOrWhenItsSettingsAreSaved(): void
    {
        $text = file_get_contents(self::hooksFile('addons/labaddon'));
        unlink(self::hooksFile('addons/labaddon'));
        $this->activateAddon();
        file_put_contents(self::hooksFile('addons/labaddon'), $text);
        self::assertSame(['', '', ''], $this->loaded(), 'a file that came later waits');

        $this->admin->open('admin/configaddonmods.php')->press('Save Changes', [], self::ADDON);
        self::assertSame('labaddon', $this->value("SELECT value FROM tblconfiguration WHERE setting = 'AddonModulesHooks'"));
        self::assertSame(['labaddon', 'labaddon', 'labaddon'], $this->loaded());

        $this->admin->open('admin/configaddonmods.php')->press('Deactivate', [], self::ADDON);
        self::assertSame(['', '', ''], $this->loaded());
        $this->activateAddon();
        self::assertSame(['labaddon', 'labaddon', 'labaddon'], $this->loaded());
    }

    public function testALowerPriorityIsFirst(): void
    {
        $this->activateAddon();
        $this->makeProduct();

        self::assertSame(array_fill(0, 3, 'labaddon labserver'), $this->loaded());
    }

    public function testWhatAListenerThrowsBreaksThePage(): void
    {
        $service = $this->order($this->makeProduct(), 'x', 'throw.test');
        $this->admin->open("admin/clientsservices.php?userid=1&id=$service")->press('Create');

        self::assertSame(500, $this->admin->status);
        self::assertStringContainsString('Oops!', $this->admin->body);
        self::assertStringContainsString('escaped RuntimeException: the hook threw', $this->expectedEscapes());
        self::assertSame('Pending', $this->status($service));
    }

    public function testAHooksFileThatThrowsBreaksEveryPage(): void
    {
        $this->makeProduct();
        file_put_contents(self::hooksFile('servers/labserver'), "<?php throw new LogicException('a broken file');");

        self::assertSame([500, 500], [$this->client->open('index.php')->status, $this->admin->open('admin/index.php')->status]);
        self::assertSame(2, substr_count($this->expectedEscapes(), 'escaped LogicException: a broken file'));
    }

    public function testCronRunsItsHooksOnTheCommandLine(): void
    {
        $this->activateAddon();
        $this->makeProduct();
        self::lab('cron');
        self::lab('cron', 'daily');

        self::assertSame(
            ['PreCronJob', 'AfterCronJob', 'PreCronJob', 'DailyCronJob', 'AfterCronJob'],
            array_map(static fn (string $event): string => strtok($event, ' '), $this->events('PreCronJob', 'DailyCronJob', 'AfterCronJob')),
        );
    }

    public function testArgumentsCanBeUnpacked(): void
    {
        $this->makeProduct();
        $code = 'require getenv("LAB_SITE") . "/init.php"; echo run_hook("LabUnpacked", ["a" => "one", "b" => "two"], true)[0];';

        self::assertSame('one, then two', self::lab('php', '-r', $code));
    }

    public function testTheFirstAdminPageShowsWidgets(): void
    {
        $this->makeProduct();
        $this->admin->open('admin/index.php');

        self::assertSame('Sample <widget>', $this->admin->text("//section[@id='widget-SampleWidget']/h2"));
        self::assertSame('it counts 3', $this->admin->text("//*[@class='hook']"));
    }

    public function testTheEditorOfATemplateListsWhatHooksOffer(): void
    {
        $this->makeProduct();
        $this->admin->open('admin/configemailtemplates.php?id=3');
        self::assertSame('Sample <of> invoice{$sample_field}', $this->admin->text("//*[@id='mergefields']//tr"));

        $this->admin->press('Save Changes', ['subject' => 'Another']);
        self::assertSame('Another', $this->value('SELECT subject FROM tblemailtemplates WHERE id = 3'));
    }

    public function testTheLastPageOfAnOrderShowsWhatHooksSay(): void
    {
        $this->order($this->makeProduct());
        self::assertSame(
            'order 1 of client 1 orderid,ordernumber,invoiceid,ispaid,amount,paymentmethod,clientdetails',
            $this->client->text("//*[@class='hook']")
        );
    }
}
