<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use stdClass;

/** Products with what belongs to them: slug, prices. */
final class Products
{
    /** Order form name => text in tblhosting.billingcycle => months (contract, section 4.4). */
    public const CYCLES = [
        'monthly' => ['Monthly', 1],
        'quarterly' => ['Quarterly', 3],
        'semiannually' => ['Semi-Annually', 6],
        'annually' => ['Annually', 12],
        'biennially' => ['Biennially', 24],
        'triennially' => ['Triennially', 36],
    ];

    /** @param array<string, mixed> $columns */
    public static function create(array $columns, ?string $slug = null): int
    {
        $id = Database::insert('tblproducts', $columns);
        if (!self::haveSlugs()) {
            return $id;
        }
        $group = Capsule::table('tblproductgroups')->find($columns['gid']);
        Database::insert('tblproducts_slugs', [
            'product_id' => $id,
            'group_id' => $group->id,
            'group_slug' => $group->slug,
            'slug' => $slug ?? self::freeSlug('tblproducts_slugs', (string) $columns['name']),
            'active' => 1,
        ]);

        return $id;
    }

    public static function freeSlug(string $table, string $name): string
    {
        $wanted = trim((string) preg_replace('/[^a-z0-9]+/', '-', strtolower($name)), '-');
        $slug = $wanted;
        for ($next = 2; Capsule::table($table)->where('slug', $slug)->exists(); $next++) {
            $slug = "$wanted-$next";
        }

        return $slug;
    }

    public static function slug(int $productId): string
    {
        if (!self::haveSlugs()) {
            return '';
        }

        return (string) Capsule::table('tblproducts_slugs')->where('product_id', $productId)->where('active', 1)->value('slug');
    }

    /** WHMCS before 8.3 has none; a test that wants that drops the table. */
    private static function haveSlugs(): bool
    {
        return Capsule::schema()->hasTable('tblproducts_slugs');
    }

    /** @return array<string, string> all twelve price columns, in US dollars; -1.00 where a cycle is not sold */
    public static function pricing(int $productId): array
    {
        $row = Capsule::table('tblpricing')->where('type', 'product')->where('currency', 1)->where('relid', $productId)->first();
        $prices = [];
        foreach (array_keys(self::CYCLES) as $cycle) {
            $setup = $cycle[0] . 'setupfee';
            $prices[$setup] = (string) ($row->$setup ?? '0.00');
            $prices[$cycle] = (string) ($row->$cycle ?? '-1.00');
        }

        return $prices;
    }

    /** @param array<string, mixed> $prices */
    public static function storePricing(int $productId, int $currencyId, array $prices): void
    {
        $known = array_intersect_key($prices, self::pricing($productId));
        $key = ['type' => 'product', 'currency' => $currencyId, 'relid' => $productId];
        Capsule::table('tblpricing')->updateOrInsert($key, $known + self::pricing($productId));
    }

    /** @return array<string, array{string, float}> the cycles one can order: name => text, first payment */
    public static function offers(stdClass $product): array
    {
        if ($product->paytype === 'free') {
            return ['free' => ['Free Account', 0.0]];
        }
        $prices = self::pricing((int) $product->id);
        if ($product->paytype === 'onetime') {
            return ['onetime' => ['One Time', max(0.0, (float) $prices['monthly'] + (float) $prices['msetupfee'])]];
        }
        $offers = [];
        foreach (self::CYCLES as $cycle => [$text]) {
            if ((float) $prices[$cycle] >= 0) {
                $offers[$cycle] = [$text, (float) $prices[$cycle] + (float) $prices[$cycle[0] . 'setupfee']];
            }
        }

        return $offers;
    }
}
