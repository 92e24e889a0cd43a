<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;

/**
 * All products that are set to this module, whoever made them.
 */
final class Sold
{
    private const CYCLES = ['monthly', 'quarterly', 'semiannually', 'annually', 'biennially', 'triennially'];

    /**
     * @return array<int, array{id: int, name: string, priced: bool, hidden: bool, mail: int}> by id
     */
    public static function products(): array
    {
        $rows = Capsule::table('tblproducts')
            ->where('servertype', 'jetpack')
            ->orderBy('id')
            ->get(['id', 'name', 'paytype', 'hidden', 'welcomeemail'])
            ->keyBy('id');
        $priced = self::priced($rows->keys()->all());

        return $rows->map(static fn (object $row): array => [
            'id' => (int) $row->id,
            'name' => (string) $row->name,
            'priced' => $row->paytype === 'free' || isset($priced[(int) $row->id]),
            'hidden' => in_array($row->hidden, [1, '1', 'on'], true),
            'mail' => (int) $row->welcomeemail,
        ])->all();
    }

    /**
     * @return array<int, string> the names of product addons that are set to this module
     */
    public static function addons(): array
    {
        return Capsule::table('tbladdons')->where('module', 'jetpack')->orderBy('id')->pluck('name')->all();
    }

    /**
     * A cycle of which the price is -1 is not for sale (whmcs-contract.md §4.5).
     *
     * @param array<int, int> $products
     *
     * @return array<int, mixed> those that have a price in some currency, by id
     */
    private static function priced(array $products): array
    {
        return Capsule::table('tblpricing')
            ->where('type', 'product')
            ->whereIn('relid', $products)
            ->where(static fn ($any) => array_map(static fn (string $cycle) => $any->orWhere($cycle, '>=', 0), self::CYCLES))
            ->pluck('id', 'relid')
            ->all();
    }
}
