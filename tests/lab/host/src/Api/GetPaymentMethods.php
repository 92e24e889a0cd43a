<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use stdClass;

/** Lists the active payment methods. */
final class GetPaymentMethods
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $rows = Capsule::table('tblpaymentgateways')->where('setting', 'name')->orderBy('order')->get()->all();
        $methods = array_map(static fn (stdClass $row): array => ['module' => $row->gateway, 'displayname' => $row->value], $rows);

        return Api::success(['totalresults' => count($methods), 'paymentmethods' => ['paymentmethod' => $methods]]);
    }
}
