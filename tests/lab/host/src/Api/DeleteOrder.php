<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\OrderStatus;

/** Deletes an order that was cancelled or is a fraud, and what was ordered. */
final class DeleteOrder
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $orderId = (int) ($in['orderid'] ?? 0);
        $status = Capsule::table('tblorders')->where('id', $orderId)->value('status');
        if ($status === null) {
            return Api::error('Order ID not found');
        }
        if (!in_array($status, ['Cancelled', 'Fraud'], true)) {
            return Api::error('The order status must be in Cancelled or Fraud to be deleted');
        }
        OrderStatus::delete($orderId);

        return Api::success();
    }
}
