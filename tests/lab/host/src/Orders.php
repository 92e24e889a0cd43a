<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\AddonTarget;
use Lab\Module\Command;
use Lab\Module\ServiceTarget;
use stdClass;

/**
 * Orders from placing to payment, and the four times a product may be set up (tblproducts.autosetup): `order` at
 * checkout, `payment` at the first payment, `on` when staff accept the order, `` never.
 */
final class Orders
{
    /**
     * @param list<array{pid: int, cycle: string, domain: string, customfields: array<int|string, mixed>}> $lines
     *
     * @return array{orderid: int, ordernum: int, serviceids: list<int>, invoiceid: int, total: float}
     */
    public static function place(int $clientId, string $paymentMethod, array $lines, string $notes = ''): array
    {
        $number = random_int(1_000_000_000, 9_999_999_999);
        $orderId = Database::insert('tblorders', [
            'ordernum' => $number,
            'userid' => $clientId,
            'date' => date('Y-m-d H:i:s'),
            'paymentmethod' => $paymentMethod,
            'status' => 'Pending',
            'ipaddress' => $_SERVER['REMOTE_ADDR'] ?? '',
            'notes' => $notes,
        ]);
        $serviceIds = [];
        $total = 0.0;
        foreach ($lines as $line) {
            [$serviceIds[], $price] = self::placeLine($orderId, $clientId, $paymentMethod, $line);
            $total += $price;
        }
        $invoiceId = $total > 0 ? self::invoice($clientId, $paymentMethod, $total, $serviceIds) : 0;
        Capsule::table('tblorders')->where('id', $orderId)->update(['amount' => $total, 'invoiceid' => $invoiceId]);
        Mail::orderConfirmation($orderId);
        Mail::invoice('Invoice Created', $invoiceId);
        Log::activity("New Order Placed - Order ID: $orderId - User ID: $clientId", $clientId);

        return ['orderid' => $orderId, 'ordernum' => $number, 'serviceids' => $serviceIds, 'invoiceid' => $invoiceId, 'total' => $total];
    }

    /**
     * Sets up, at checkout, what is due then: products of `order`, and of `payment` when there is nothing to pay.
     *
     * @param list<int> $serviceIds
     */
    public static function setUpAtCheckout(array $serviceIds): void
    {
        foreach ($serviceIds as $id) {
            $service = self::service($id);
            $isFree = (float) $service->firstpaymentamount === 0.0;
            if ($service->autosetup === 'order' || ($service->autosetup === 'payment' && $isFree)) {
                self::setUp($service);
            }
        }
    }

    /** What a payment brings: the invoice is paid, and what waited for it is set up. */
    public static function pay(int $orderId): void
    {
        $order = Capsule::table('tblorders')->find($orderId);
        $invoice = Capsule::table('tblinvoices')->where('id', $order->invoiceid)->where('status', 'Unpaid');
        if ($invoice->update(['status' => 'Paid', 'datepaid' => date('Y-m-d H:i:s')]) === 0) {
            return;
        }
        Mail::invoice('Invoice Payment Confirmation', (int) $order->invoiceid);
        Hooks::run('InvoicePaid', ['invoiceid' => $order->invoiceid]);
        foreach (self::services($orderId) as $service) {
            if ($service->autosetup === 'payment') {
                self::setUp($service);
            }
        }
        Hooks::run('OrderPaid', ['orderId' => $orderId, 'userId' => $order->userid, 'invoiceId' => $order->invoiceid]);
    }

    /**
     * The hook runs first, before anything is accepted or set up.
     *
     * @param callable(stdClass): bool $setsUp whether a service or product addon of the order is to be set up now
     *
     * @return list<string> what modules answered instead of success
     */
    public static function accept(int $orderId, callable $setsUp): array
    {
        Hooks::run('AcceptOrder', ['orderid' => $orderId]);
        $failures = [];
        foreach (self::services($orderId) as $service) {
            if ($service->domainstatus === 'Pending' && $setsUp($service)) {
                $answer = self::setUp($service);
                $failures = $answer === 'success' ? $failures : [...$failures, $answer];
            }
        }
        foreach (self::addons($orderId) as $addon) {
            if ($addon->status === 'Pending' && $addon->module !== '' && $setsUp($addon)) {
                $answer = (new Command(new AddonTarget((int) $addon->id), isAutomated: true))->run('CreateAccount');
                $failures = $answer === 'success' ? $failures : [...$failures, $answer];
            }
        }
        Capsule::table('tblorders')->where('id', $orderId)->update(['status' => 'Active']);
        Log::activity("Order Accepted - Order ID: $orderId");

        return $failures;
    }

    /** @return list<stdClass> each with its product's name, autosetup and servertype */
    public static function services(int $orderId): array
    {
        return self::joined()->where('tblhosting.orderid', $orderId)->orderBy('tblhosting.id')->get()->all();
    }

    /** @return list<stdClass> each with its definition's module, and autoactivate as autosetup */
    private static function addons(int $orderId): array
    {
        return Capsule::table('tblhostingaddons')->join('tbladdons', 'tbladdons.id', '=', 'tblhostingaddons.addonid')
            ->where('tblhostingaddons.orderid', $orderId)->orderBy('tblhostingaddons.id')
            ->get(['tblhostingaddons.*', 'tbladdons.module', 'tbladdons.autoactivate as autosetup'])->all();
    }

    private static function service(int $id): stdClass
    {
        return self::joined()->where('tblhosting.id', $id)->first();
    }

    private static function joined(): \Illuminate\Database\Query\Builder
    {
        return Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->select('tblhosting.*', 'tblproducts.name as productname', 'tblproducts.autosetup', 'tblproducts.servertype');
    }

    /** Automated: a failure enters the queue, and never fails the checkout or payment it happens in. */
    private static function setUp(stdClass $service): string
    {
        return $service->servertype === '' ? 'success' : (new Command(new ServiceTarget((int) $service->id), isAutomated: true))->run('CreateAccount');
    }

    /**
     * @param array{pid: int, cycle: string, domain: string, customfields: array<int|string, mixed>} $line
     *
     * @return array{int, float}
     */
    private static function placeLine(int $orderId, int $clientId, string $paymentMethod, array $line): array
    {
        $product = Capsule::table('tblproducts')->find($line['pid']);
        $offers = Products::offers($product);
        [$cycle, $price] = $offers[$line['cycle']] ?? reset($offers) ?: ['Free Account', 0.0];
        $months = Products::CYCLES[$line['cycle']][1] ?? 0;
        $due = $months === 0 ? '0000-00-00' : date('Y-m-d', strtotime("+$months months"));
        $serviceId = Database::insert('tblhosting', [
            'userid' => $clientId,
            'orderid' => $orderId,
            'packageid' => $product->id,
            'regdate' => date('Y-m-d'),
            'domain' => $line['domain'],
            'paymentmethod' => $paymentMethod,
            'firstpaymentamount' => $price,
            'amount' => $months === 0 ? 0 : $price,
            'billingcycle' => $cycle,
            'nextduedate' => $due,
            'nextinvoicedate' => $due,
        ]);
        CustomFields::storeOrdered('product', (int) $product->id, $serviceId, $line['customfields']);

        return [$serviceId, $price];
    }

    /** @param list<int> $serviceIds */
    private static function invoice(int $clientId, string $paymentMethod, float $total, array $serviceIds): int
    {
        $id = Database::insert('tblinvoices', [
            'userid' => $clientId, 'date' => date('Y-m-d'), 'duedate' => date('Y-m-d'),
            'subtotal' => $total, 'total' => $total, 'status' => 'Unpaid', 'paymentmethod' => $paymentMethod,
        ]);
        foreach ($serviceIds as $serviceId) {
            $service = self::service($serviceId);
            Database::insert('tblinvoiceitems', [
                'invoiceid' => $id, 'userid' => $clientId, 'type' => 'Hosting', 'relid' => $serviceId,
                'description' => "$service->productname $service->domain", 'amount' => $service->firstpaymentamount,
            ]);
        }

        return $id;
    }
}
