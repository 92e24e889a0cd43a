<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Report;
use ContractTest\Rows;
use ContractTest\Stage;
use WHMCS\Database\Capsule;

/** What AddProduct makes. */
final class Products
{
    public static function ask(Stage $stage, Report $report): void
    {
        $report->found('addproduct_returns_pid', '3.1', isset($stage->added['pid']) ? 'on' : 'off');
        self::pricing($stage, $report);
        self::address($stage, $report);
        $stored = (string) Capsule::table('tblproducts')->where('id', $stage->product)->value('configoption2');
        $report->found('password_option_is_stored', '1.6', $stored === 'Ct-secret' ? 'in clear' : 'otherwise', 'an option of type password, as AddProduct stores it');
    }

    private static function pricing(Stage $stage, Report $report): void
    {
        $rows = Capsule::table('tblpricing')->where('type', 'product')->where('relid', $stage->unpriced)->get()->all();
        $cycles = ['monthly', 'quarterly', 'semiannually', 'annually', 'biennially', 'triennially'];
        $offered = array_filter($rows, static function (object $row) use ($cycles): bool {
            return array_filter($cycles, static fn (string $cycle): bool => (float) ($row->$cycle ?? -1) >= 0) !== [];
        });
        $text = $rows === [] ? 'no row of tblpricing' : count($rows) . ' rows of tblpricing, ' . count($offered) . ' with a price';
        $report->found('addproduct_without_pricing', '11', $offered === [] ? 'unpriced' : 'zero', $text);
    }

    private static function address(Stage $stage, Report $report): void
    {
        $columns = Rows::columns('tblproducts_slugs');
        if ($columns === []) {
            $report->found('product_has_address', '4.2', 'no table', 'tblproducts_slugs, which came with 8.3');
        } elseif (in_array('product_id', $columns, true)) {
            $has = Capsule::table('tblproducts_slugs')->where('product_id', $stage->product)->exists();
            $report->found('product_has_address', '4.2', $has ? 'yes' : 'no', 'columns: ' . implode(', ', $columns));
        } else {
            $report->found('product_has_address', '4.2', 'otherwise', 'columns: ' . implode(', ', $columns));
        }
    }
}
