<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\Orders;
use stdClass;

/** Accepts a pending order; `autosetup` overrides what the products say. */
final class AcceptOrder
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $orderId = (int) ($in['orderid'] ?? 0);
        if (!Capsule::table('tblorders')->where('id', $orderId)->where('status', 'Pending')->exists()) {
            return Api::error('Order ID not found or Status not Pending');
        }
        $failures = Orders::accept($orderId, static fn (stdClass $service): bool => isset($in['autosetup'])
            ? filter_var($in['autosetup'], FILTER_VALIDATE_BOOLEAN)
            : $service->autosetup === 'on');

        return $failures === [] ? Api::success() : Api::error(implode(', ', $failures));
    }
}
