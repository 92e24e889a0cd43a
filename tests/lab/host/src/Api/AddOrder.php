<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\Orders;
use Lab\Products;
use Lab\ServiceAddons;

/** Places an order, with product addons beside the products. It never sets anything up, whatever the product's autosetup says: AcceptOrder does. */
final class AddOrder
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $client = Capsule::table('tblclients')->find((int) ($in['clientid'] ?? 0));
        $method = (string) ($in['paymentmethod'] ?? '');
        if ($client === null) {
            return Api::error('Client ID Not Found');
        }
        if ($client->status === 'Closed') {
            return Api::error('Unable to add order when client status is Closed');
        }
        if (!Capsule::table('tblpaymentgateways')->where('gateway', $method)->exists()) {
            return Api::error('Invalid Payment Method. Valid options include mailin');
        }
        $lines = self::lines($in);
        if ($lines === []) {
            return Api::error('No items added to cart so order cannot proceed');
        }
        $order = Orders::place((int) $client->id, $method, $lines);
        $serviceIds = implode(',', $order['serviceids']);
        $addonIds = [];
        foreach ($order['serviceids'] as $i => $serviceId) {
            foreach ($lines[$i]['addons'] as $addonId) {
                $addonIds[] = ServiceAddons::add($serviceId, $addonId, 'Pending');
            }
        }

        return Api::success([
            'orderid' => $order['orderid'],
            'serviceids' => $serviceIds,
            'productids' => $serviceIds,
            'addonids' => implode(',', $addonIds),
            'domainids' => '',
            'invoiceid' => $order['invoiceid'],
        ]);
    }

    /**
     * @param array<string, mixed> $in
     *
     * @return list<array{pid: int, cycle: string, domain: string, customfields: array<int|string, mixed>, addons: list<int>}>
     */
    private static function lines(array $in): array
    {
        $lines = [];
        foreach ((array) ($in['pid'] ?? []) as $i => $pid) {
            $product = Capsule::table('tblproducts')->find((int) $pid);
            if ($product === null) {
                continue;
            }
            $fields = base64_decode((string) (((array) ($in['customfields'] ?? []))[$i] ?? ''));
            $lines[] = [
                'pid' => (int) $pid,
                'cycle' => (string) (((array) ($in['billingcycle'] ?? []))[$i] ?? key(Products::offers($product))),
                'domain' => (string) (((array) ($in['domain'] ?? []))[$i] ?? ''),
                'addons' => self::addons((string) (((array) ($in['addons'] ?? []))[$i] ?? '')),
                'customfields' => $fields === '' ? [] : (array) unserialize($fields, ['allowed_classes' => false]),
            ];
        }

        return $lines;
    }

    /** @return list<int> those of the comma list that exist */
    private static function addons(string $ids): array
    {
        return Capsule::table('tbladdons')->whereIn('id', array_map('intval', explode(',', $ids)))->orderBy('id')->pluck('id')->all();
    }
}
