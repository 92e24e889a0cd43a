<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** From the cart to the service: validation, the four times of setting up, the queue. */
final class OrderTest extends LabTestCase
{
    private function product(string $autosetup, string $paytype = 'free'): int
    {
        return $this->makeProduct(['autosetup' => $autosetup, 'paytype' => $paytype, 'pricing[monthly]' => '5.00']);
    }

    public function testNeverMeansNever(): void
    {
        $service = $this->order($this->product(''));
        $this->admin->open('admin/orders.php')->press('Accept Order');

        self::assertSame('Pending', $this->status($service));
    }

    public function testAtCheckout(): void
    {
        $service = $this->order($this->product('order', 'recurring'));

        self::assertSame('Active', $this->status($service));
    }

    public function testAFreeProductOnPaymentIsSetUpAtCheckout(): void
    {
        $service = $this->order($this->product('payment'));

        self::assertSame('Active', $this->status($service));
    }

    public function testAPaidProductWaitsForThePayment(): void
    {
        $service = $this->order($this->product('payment', 'recurring'));
        self::assertSame('Pending', $this->status($service));

        $this->admin->open('admin/orders.php')->press('Mark Paid');

        self::assertSame('Active', $this->status($service));
        self::assertSame('Monthly', $this->value("SELECT billingcycle FROM tblhosting WHERE id = $service"));
    }

    public function testWhenStaffAccept(): void
    {
        $service = $this->order($this->product('on'));
        self::assertSame('Pending', $this->status($service));

        $this->admin->open('admin/orders.php')->press('Accept Order');

        self::assertSame('Active', $this->status($service));
        self::assertSame('Active', $this->value('SELECT status FROM tblorders'));
    }

    public function testAFailureAtCheckoutIsQueuedAndRetriedByHand(): void
    {
        $service = $this->order($this->product('order'), 'x', 'fail.test');

        self::assertStringContainsString('Order Confirmation', $this->client->body);
        self::assertSame('Pending', $this->status($service));
        self::assertSame('1', $this->value('SELECT COUNT(*) FROM tblemails WHERE userid = 0'));
        $queue = $this->api('GetModuleQueue', ['moduleName' => 'labserver'])['queue'];
        self::assertSame('the sample <failed>', $queue[0]['lastAttemptError']);

        $this->admin->open('admin/modulequeue.php')->press('Retry');
        self::assertSame('1', $this->value('SELECT num_retries FROM tblmodulequeue'));

        $this->db->exec("UPDATE tblhosting SET domain = 'alice.test'");
        $this->admin->open('admin/modulequeue.php')->press('Retry');
        self::assertSame('Active', $this->status($service));
        self::assertSame('1', $this->value('SELECT completed FROM tblmodulequeue'));
    }

    public function testTheHookOfAnAcceptedOrderRunsBeforeItIsAccepted(): void
    {
        $this->activateAddon();
        $this->order($this->product('on'));
        $this->admin->open('admin/orders.php')->press('Accept Order');

        self::assertSame(['AcceptOrderWhile Pending Pending'], $this->events('AcceptOrderWhile'));
        self::assertSame('Active', $this->value('SELECT domainstatus FROM tblhosting'));
    }

    public function testWhatAProductCostsThatWasGivenNoPriceIsASwitch(): void
    {
        $add = ['name' => 'By API', 'gid' => 1, 'module' => 'labserver', 'paytype' => 'recurring'];
        $this->makeProduct();
        foreach (['unpriced' => false, 'zero' => true] as $value => $isSold) {
            self::lab('switch', 'addproduct_without_pricing', $value);
            $page = $this->client->open('cart.php?a=add&pid=' . $this->api('AddProduct', $add)['pid'])->body;
            self::assertSame($isSold, str_contains($page, 'Monthly'), $value);
        }
        $page = $this->client->open('cart.php?a=add&pid=' . $this->api('AddProduct', $add + ['pricing[1][monthly]' => '-1'])['pid'])->body;
        self::assertStringNotContainsString('Monthly', $page);
    }

    public function testRequiredFieldsAndHooksGuardTheCart(): void
    {
        $product = $this->product('');
        $this->logIn('alice');
        $this->client->open("cart.php?a=add&pid=$product");
        $note = $this->client->named('Note');

        $this->client->press('Continue', ['domain' => 'a.test']);
        self::assertSame('Note is required', $this->client->text("//*[@class='errors']"));
        $this->client->press('Continue', ['domain' => 'a.test', $note => 'refuse me']);
        self::assertSame('The sample refuses <this>', $this->client->text("//*[@class='errors']"));
        $this->client->press('Continue', ['domain' => 'a.test', $note => 'fine']);
        self::assertSame('Review & Checkout', $this->client->text('//h1'));
        $this->client->open('cart.php?a=checkout')->press('Complete Order', ['notes' => 'refuse me']);
        self::assertSame('The sample refuses the order', $this->client->text("//*[@class='errors']"));
        self::assertSame('0', $this->value('SELECT COUNT(*) FROM tblorders'));
    }

    public function testAHiddenProductIsOrderedByItsLinkOnly(): void
    {
        $product = $this->makeProduct(['hidden' => '1']);

        self::assertStringNotContainsString('A &amp; B', $this->client->open('cart.php')->body);
        self::assertStringContainsString('A &amp; B', $this->client->open("cart.php?a=add&pid=$product")->body);
    }

    public function testRowsForBlankFieldsFollowTheSwitch(): void
    {
        $product = $this->makeProduct();
        $with = $this->order($product);
        self::lab('switch', 'create_row_for_empty_custom_field', 'off');
        $without = $this->order($product);

        self::assertSame('2', $this->value("SELECT COUNT(*) FROM tblcustomfieldsvalues WHERE relid = $with"));
        self::assertSame('1', $this->value("SELECT COUNT(*) FROM tblcustomfieldsvalues WHERE relid = $without"));
    }

    public function testEverythingHoldsInStrictMode(): void
    {
        self::lab('switch', 'sql_mode', 'strict');
        $this->activateAddon();
        $service = $this->order($this->product('order', 'recurring'));

        self::assertSame('Active', $this->status($service));
    }
}
