<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Keys;

/**
 * All products that are set to this module, whoever made them.
 */
final class Sold
{
    /** As WHMCS's prices name them (whmcs-contract.md §4.5). */
    public const CYCLES = ['monthly', 'quarterly', 'semiannually', 'annually', 'biennially', 'triennially'];

    /**
     * @return array<int, string> their names, by id
     */
    public static function names(): array
    {
        return Capsule::table('tblproducts')->where('servertype', 'jetpack')->orderBy('id')->pluck('name', 'id')->all();
    }

    /**
     * Products and product addons that are not retired.
     *
     * @return array<int, array{isAddon: bool, id: int, name: string, prices: array<int, string>, hidden: bool, mail: int, keyed: bool, free: bool}>
     *     with the codes of the currencies in which there is a price
     */
    public static function current(): array
    {
        $products = Capsule::table('tblproducts')
            ->where('servertype', 'jetpack')
            ->where('retired', 0)
            ->orderBy('id')
            ->get(['id', 'name', 'paytype', 'hidden', 'welcomeemail', 'configoption1', 'configoption2'])
            ->keyBy('id')
            ->all();

        return [...self::described('product', $products), ...self::described('addon', ProductAddons::rows())];
    }

    /**
     * @param string $type as WHMCS's prices name it
     * @param array<int, object> $rows by id
     *
     * @return array<int, array{isAddon: bool, id: int, name: string, prices: array<int, string>, hidden: bool, mail: int, keyed: bool, free: bool}>
     */
    private static function described(string $type, array $rows): array
    {
        $currencies = self::currencies();
        $kept = Keys::ids();
        $pricing = Capsule::table('tblpricing')
            ->where('type', $type)
            ->whereIn('relid', array_keys($rows))
            ->get(['relid', 'currency', ...self::CYCLES])
            ->groupBy('relid');

        return array_values(array_map(static function (object $row) use ($type, $currencies, $kept, $pricing): array {
            $paytype = self::paytype((string) ($row->paytype ?? $row->billingcycle));

            return [
                'isAddon' => $type === 'addon',
                'id' => (int) $row->id,
                'name' => (string) $row->name,
                'prices' => $paytype === 'free' ? array_values($currencies) : self::prices($paytype, $pricing[$row->id] ?? [], $currencies),
                'hidden' => in_array($row->hidden, [1, '1', 'on'], true),
                'mail' => (int) $row->welcomeemail,
                'free' => $paytype === 'free',
                'keyed' => trim((string) $row->configoption1) !== ''
                    && (trim((string) $row->configoption2) !== '' || in_array(Typed::plain($row->configoption1), $kept, true)),
            ];
        }, $rows));
    }

    /** Product addons of before 8.0 have it in the form that is shown: `Free Account`, `One Time`, or a cycle. */
    private static function paytype(string $written): string
    {
        return match (strtolower(str_replace(' ', '', $written))) {
            'free', 'freeaccount' => 'free',
            'onetime' => 'onetime',
            default => 'recurring',
        };
    }

    /**
     * @return array<int, string> the codes of WHMCS's currencies, by id
     */
    public static function currencies(): array
    {
        return Capsule::table('tblcurrencies')->orderBy('id')->pluck('code', 'id')->all();
    }

    /** Whether every product and product addon brings a key of its own, so that the addon's settings need none. */
    public static function haveOwnKeys(): bool
    {
        $keyed = array_column(self::current(), 'keyed');

        return $keyed !== [] && !in_array(false, $keyed, true);
    }

    /**
     * A cycle of which the price is -1 is not for sale; what is paid once has the first alone (whmcs-contract.md §4.5).
     *
     * @param iterable<object> $pricing the product's rows
     * @param array<int, string> $currencies
     *
     * @return array<int, string> the codes of those in which it has a price
     */
    private static function prices(string $paytype, iterable $pricing, array $currencies): array
    {
        $cycles = $paytype === 'onetime' ? ['monthly'] : self::CYCLES;
        $priced = [];
        foreach ($pricing as $row) {
            if (max(array_map(static fn (string $cycle): float => (float) $row->$cycle, $cycles)) >= 0) {
                $priced[(int) $row->currency] = true;
            }
        }

        return array_values(array_intersect_key($currencies, $priced));
    }
}
