<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** What else becomes of an order: the hook runs before the change, and no module function is called. */
final class OrderStatusTest extends LabTestCase
{
    /** @dataProvider changes */
    public function testTheHookRunsFirstThenOrderAndServicesHaveTheStatus(string $button, string $hook, string $status): void
    {
        $this->activateAddon();
        $service = $this->order($this->makeProduct(['autosetup' => 'order', 'paytype' => 'free']));
        $this->admin->open('admin/orders.php')->press($button);

        self::assertSame($status, $this->status($service));
        self::assertSame($status, $this->value('SELECT status FROM tblorders'));
        self::assertNotContains("Module Terminate Successful - Service ID: $service", $this->activity());
    }

    public static function changes(): array
    {
        return [
            ['Cancel Order', 'CancelOrder', 'Cancelled'],
            ['Set as Fraud', 'FraudOrder', 'Fraud'],
            ['Set Back to Pending', 'PendingOrder', 'Pending'],
        ];
    }

    /** @dataProvider told */
    public function testADeletedOrderTakesItsServicesAlong(string $switch, int $times): void
    {
        $this->activateAddon();
        $this->order($this->makeProduct(['paytype' => 'free']));
        self::lab('switch', 'order_delete_runs_service_hooks', $switch);
        $this->admin->open('admin/orders.php')->press('Delete Order');

        self::assertSame('0', (string) $this->value('SELECT COUNT(*) FROM tblhosting'));
        self::assertCount($times, $this->events('ServiceDelete'));
    }

    public static function told(): array
    {
        return [['on', 1], ['off', 0]];
    }

    public function testARefundLeavesTheServiceAsItIs(): void
    {
        $service = $this->order($this->makeProduct(['autosetup' => 'order', 'paytype' => 'recurring', 'pricing[monthly]' => '5.00']));
        $this->admin->open('admin/orders.php')->press('Mark Paid');
        $this->admin->open('admin/orders.php')->press('Refund Invoice');

        self::assertSame('Refunded', $this->value('SELECT status FROM tblinvoices'));
        self::assertSame('Active', $this->status($service));
    }
}
