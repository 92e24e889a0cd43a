<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** What the owner of a service sees. */
final class ClientAreaTest extends LabTestCase
{
    /** @dataProvider shapes */
    public function testEveryDocumentedShapeIsShown(string $shape, string $text): void
    {
        $service = $this->order($this->makeProduct(['packageconfigoption[2]' => $shape]));
        $this->client->open("clientarea.php?action=productdetails&id=$service");

        self::assertSame($text, $this->client->text("//*[@class='sample']"));
        self::assertSame("hook for service $service", $this->client->text("//*[@class='hook']"));
        self::assertSame($shape === 'replacement', !str_contains($this->client->body, 'Additional Information'));
    }

    public static function shapes(): array
    {
        return [
            'added' => ['overview', 'greeting added for alice.test Pending'],
            'replaced' => ['replacement', 'greeting replaced for alice.test Pending'],
            'legacy' => ['legacy', 'greeting legacy for alice.test Pending'],
            'implicit' => ['implicit', 'greeting implicit anything'],
            'html' => ['html', 'greeting html'],
        ];
    }

    public function testNobodyElseSeesIt(): void
    {
        $service = $this->order($this->makeProduct());
        $this->logIn('bob');

        self::assertSame(404, $this->client->open("clientarea.php?action=productdetails&id=$service")->status);
    }

    public function testFieldsOfStaffAreHiddenAndTheOthersAreRaw(): void
    {
        $product = $this->makeProduct();
        $this->admin->open("admin/configproducts.php?action=edit&id=$product")
            ->press('Save Changes', ['customfields[new][fieldname]' => 'Internal', 'customfields[new][adminonly]' => 'on']);
        $service = $this->order($product, '<b id="raw">bold</b>');
        $this->client->open("clientarea.php?action=productdetails&id=$service");

        self::assertSame('bold', $this->client->text("//b[@id='raw']"));
        self::assertStringNotContainsString('Internal', $this->client->body);
    }

    public function testSingleSignOnLeadsWhereTheModuleSaysOrSaysWhyNot(): void
    {
        $service = $this->order($this->makeProduct());
        $page = "clientarea.php?action=productdetails&id=$service";
        self::assertStringEndsWith("index.php?signed=$service", $this->client->open("$page&dosinglesignon=1")->address);

        $this->db->exec("UPDATE tblhosting SET domain = 'nowhere.test'");
        $this->client->open("$page&dosinglesignon=1");
        self::assertStringContainsString('the sample &lt;leads&gt; nowhere', $this->client->body);

        self::lab('switch', 'sign_on_when_inactive', 'off');
        $this->client->open("$page&dosinglesignon=1");
        self::assertStringContainsString('Single Sign-On is not available', $this->client->body);

        $this->logIn('bob');
        self::assertSame(404, $this->client->open("$page&dosinglesignon=1")->status);
    }

    public function testCustomActionsAreButtonsThatLeadOn(): void
    {
        $service = $this->order($this->makeProduct());
        $page = "clientarea.php?action=productdetails&id=$service";
        $this->client->open($page);
        self::assertStringContainsString('Sign &lt;on&gt;', $this->client->body);
        self::assertStringEndsWith('index.php?away', $this->client->open("$page&customaction=away")->address);
        self::assertStringEndsWith("index.php?signed=$service", $this->client->open("$page&customaction=sample")->address);
        $this->client->open("$page&customaction=other");
        self::assertStringContainsString('Invalid Custom Action', $this->client->body);
    }

    public function testAlertsAreShownToWhoIsLoggedIn(): void
    {
        $this->makeProduct();
        self::assertStringNotContainsString('id="alerts"', $this->client->open('cart.php')->body);
        $this->logIn('alice');
        $this->client->open('cart.php');

        self::assertSame('for Alice Look <there>', $this->client->text("//ul[@id='alerts']/li"));
        self::assertSame('for', $this->client->text("//ul[@id='alerts']//b"));
    }

    public function testAClientRunsAllowedFunctionsOnly(): void
    {
        $service = $this->order($this->makeProduct());
        $page = "clientarea.php?action=productdetails&id=$service";
        $this->client->open($page)->press('Refresh');
        self::assertStringContainsString('Action Completed Successfully!', $this->client->body);

        $this->client->open("$page&modop=custom&a=TerminateAccount");
        self::assertStringContainsString('Function Not Allowed', $this->client->body);
        self::assertSame('Pending', $this->status($service));
    }
}
