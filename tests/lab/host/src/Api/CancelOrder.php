<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\OrderStatus;

/** Cancels a pending order. */
final class CancelOrder
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
        OrderStatus::change($orderId, 'cancel');

        return Api::success();
    }
}
