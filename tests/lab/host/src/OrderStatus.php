<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;

/**
 * What else becomes of an order than being accepted. The hooks run before the change and tell the order only; no module
 * function is called (contract, section 11).
 */
final class OrderStatus
{
    /** Each status with its hook and what the order's services and addons become. */
    private const CHANGES = [
        'cancel' => ['CancelOrder', 'Cancelled'],
        'fraud' => ['FraudOrder', 'Fraud'],
        'pending' => ['PendingOrder', 'Pending'],
    ];

    public static function change(int $orderId, string $how): void
    {
        [$hook, $status] = self::CHANGES[$how];
        Hooks::run($hook, ['orderid' => $orderId]);
        Capsule::table('tblorders')->where('id', $orderId)->update(['status' => $status]);
        Capsule::table('tblhosting')->where('orderid', $orderId)->update(['domainstatus' => $status]);
        Capsule::table('tblhostingaddons')->where('orderid', $orderId)->update(['status' => $status]);
        Log::activity("Order Status set to $status - Order ID: $orderId");
    }

    /** That its services are deleted with their hooks is a switch. */
    public static function delete(int $orderId): void
    {
        Hooks::run('DeleteOrder', ['orderid' => $orderId]);
        $services = Capsule::table('tblhosting')->where('orderid', $orderId)->pluck('id');
        foreach ($services as $id) {
            Deletion::service((int) $id, withHooks: Switches::isOn('order_delete_runs_service_hooks'));
        }
        Capsule::table('tblorders')->where('id', $orderId)->delete();
        Log::activity("Deleted Order - Order ID: $orderId");
    }

    /** The invoice is paid back; nothing happens to the services. */
    public static function refund(int $orderId): void
    {
        $invoiceId = (int) Capsule::table('tblorders')->where('id', $orderId)->value('invoiceid');
        Capsule::table('tblinvoices')->where('id', $invoiceId)->update(['status' => 'Refunded']);
        Hooks::run('InvoiceRefunded', ['invoiceid' => $invoiceId]);
    }
}
