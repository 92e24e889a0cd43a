<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** The API's documented answers and sentences. */
final class ApiTest extends LabTestCase
{
    public function testAddProductMakesSlugAndPrices(): void
    {
        $this->admin->open('admin/configproducts.php?action=creategroup')->press('Save Changes', ['name' => 'Plans']);
        $one = $this->api('AddProduct', [
            'name' => 'Big Plan', 'gid' => 1, 'module' => 'labserver',
            'paytype' => 'recurring', 'pricing' => [1 => ['monthly' => '9.50']],
        ]);
        $two = $this->api('AddProduct', ['name' => 'Big Plan', 'gid' => 1]);
        $listed = $this->api('GetProducts', ['module' => 'labserver'])['products']['product'];

        self::assertSame(['result' => 'success', 'pid' => 1], $one);
        self::assertSame(2, $two['pid']);
        self::assertSame([['big-plan'], '9.50'], [array_column($listed, 'slug'), $listed[0]['pricing']['USD']['monthly']]);
        self::lab('switch', 'addproduct_returns_pid', 'off');
        self::assertSame(['result' => 'success'], $this->api('AddProduct', ['name' => 'Third', 'gid' => 1]));
    }

    /** @dataProvider mistakes */
    public function testMistakesGetTheDocumentedSentence(string $command, array $values, string $sentence): void
    {
        self::assertSame(['result' => 'error', 'message' => $sentence], $this->api($command, $values));
    }

    public static function mistakes(): array
    {
        return [
            ['AddProduct', [], 'You must supply a name for the product'],
            ['AddProduct', ['name' => 'x', 'gid' => 99], 'You must supply a valid Product Group ID'],
            ['AddOrder', ['clientid' => 99], 'Client ID Not Found'],
            ['AddOrder', ['clientid' => 1, 'paymentmethod' => 'mailin'], 'No items added to cart so order cannot proceed'],
            ['AcceptOrder', ['orderid' => 99], 'Order ID not found or Status not Pending'],
            ['ModuleCreate', [], 'Service ID is required'],
            ['ModuleTerminate', ['serviceid' => 99], 'Service ID not found'],
            ['UpdateClientProduct', ['serviceid' => 99], 'Service ID Not Found'],
            ['NoSuchThing', [], 'Command Not Found'],
            ['AddClient', ['firstname' => 'Dora'], 'You did not enter your last name'],
            ['AddClient', ['email' => 'dora', 'skipvalidation' => true], 'The email address you entered was not valid'],
            ['CancelOrder', ['orderid' => 99], 'Order ID not found or Status not Pending'],
            ['DeleteOrder', ['orderid' => 99], 'Order ID not found'],
        ];
    }

    public function testAnOrderFromStartToEnd(): void
    {
        $product = $this->makeProduct(['autosetup' => 'order']);
        $note = $this->value("SELECT id FROM tblcustomfields WHERE fieldname = 'Note'");
        $order = $this->api('AddOrder', [
            'clientid' => 2, 'paymentmethod' => 'mailin', 'pid' => [$product], 'domain' => ['bob.test'],
            'customfields' => [base64_encode(serialize([$note => 'from the API']))],
        ]);
        $service = (int) $order['serviceids'];
        self::assertSame('Pending', $this->status($service), 'AddOrder never sets up');

        self::assertSame('success', $this->api('AcceptOrder', ['orderid' => $order['orderid'], 'autosetup' => '1'])['result']);
        self::assertSame('Active', $this->status($service));
        $this->api('UpdateClientProduct', ['serviceid' => $service, 'customfields' => base64_encode(serialize([$note => 'changed']))]);
        $listed = $this->api('GetClientsProducts', ['clientid' => 2])['products']['product'][0];
        self::assertSame('changed', $listed['customfields']['customfield'][0]['value']);
        self::assertSame([$order['orderid'], 'Active'], [$listed['orderid'], $listed['status']]);

        self::assertSame('success', $this->api('ModuleTerminate', ['serviceid' => $service])['result']);
        self::assertSame('Terminated', $this->status($service));
        self::assertGreaterThan(0, $this->api('GetActivityLog', ['description' => 'Module Terminate'])['totalresults']);
    }

    public function testAnOrderOfAnAddonIsSetUpWithItCancelledAndDeleted(): void
    {
        $product = $this->makeProduct();
        $addon = $this->makeProductAddon();
        $client = $this->api('AddClient', [
            'firstname' => 'Dora', 'lastname' => 'Doe', 'email' => 'dora@example.test', 'password2' => 'dora', 'skipvalidation' => true,
        ])['clientid'];
        $method = $this->api('GetPaymentMethods')['paymentmethods']['paymentmethod'][0]['module'];
        $line = ['clientid' => $client, 'paymentmethod' => $method, 'pid' => [$product], 'addons' => [(string) $addon]];
        $order = $this->api('AddOrder', $line);
        $this->api('AcceptOrder', ['orderid' => $order['orderid'], 'autosetup' => true]);
        self::assertSame('Active', $this->value("SELECT status FROM tblhostingaddons WHERE id = {$order['addonids']}"));

        $other = $this->api('AddOrder', $line);
        $problem = $this->api('DeleteOrder', ['orderid' => $other['orderid']])['message'];
        self::assertSame('The order status must be in Cancelled or Fraud to be deleted', $problem);
        $this->api('CancelOrder', ['orderid' => $other['orderid']]);
        self::assertSame('success', $this->api('DeleteOrder', ['orderid' => $other['orderid']])['result']);
        self::assertEquals([$order['serviceids']], $this->column("SELECT id FROM tblhosting WHERE userid = $client"));
    }

    public function testACustomFunctionRunsByItsName(): void
    {
        $service = $this->order($this->makeProduct());
        $run = fn (string $name): array => $this->api('ModuleCustom', ['serviceid' => $service, 'func_name' => $name]);

        self::assertSame('success', $run('refresh')['result']);
        self::assertSame(['result' => 'error', 'message' => 'checked <b>alice.test</b>'], $run('check'));
        self::assertSame('error', $run('absent')['result']);
    }

    public function testTheHelpersEncryptAsTheApiDoes(): void
    {
        $secret = $this->api('EncryptPassword', ['password2' => 'hü"sh'])['password'];
        $code = 'require getenv("LAB_SITE") . "/init.php"; $again = encrypt(decrypt($argv[1]), "a key");'
            . 'echo json_encode([decrypt($argv[1]), decrypt($again, "a key"), $again === $argv[1], decrypt("never encrypted"),'
            . 'localAPI("DecryptPassword", ["password2" => $again])["password"]]);';

        self::assertSame(['hü"sh', 'hü"sh', false, '', 'hü"sh'], json_decode(self::lab('php', '-r', $code, '--', $secret), true));
    }

    public function testWhatIsEncryptedDecrypts(): void
    {
        $secret = $this->api('EncryptPassword', ['password2' => 'hush'])['password'];

        self::assertNotSame('hush', $secret);
        self::assertSame('hush', $this->api('DecryptPassword', ['password2' => $secret])['password']);
    }
}
