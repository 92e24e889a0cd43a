<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Core;

/**
 * The four products that the addon creates, and what WHMCS has of them.
 */
final class Products
{
    /**
     * The plans' slugs, and the products' names.
     *
     * @return array<string, string>
     */
    public static function names(): array
    {
        $first = array_filter(Core::products(), static fn (array $product): bool => $product['offered_first']);

        return array_column($first, 'name', 'slug');
    }

    /**
     * Product groups by id.
     *
     * @return array<int, string>
     */
    public static function groups(): array
    {
        return Capsule::table('tblproductgroups')->orderBy('order')->orderBy('id')->pluck('name', 'id')->all();
    }

    /**
     * For each plan its product, or null.
     *
     * @return array<string, array{id: int, name: string, hidden: bool}|null>
     */
    public static function all(): array
    {
        $rows = Capsule::table('tblproducts')
            ->where('servertype', 'jetpack')
            ->orderBy('id', 'desc')
            ->get(['id', 'name', 'hidden', 'configoption3'])
            ->all();
        $names = self::names();
        $products = array_fill_keys(array_keys($names), null);
        foreach ($rows as $row) {
            $plan = self::plan($row, $names);
            if ($plan !== null) {
                $products[$plan] = [
                    'id' => (int) $row->id,
                    'name' => (string) $row->name,
                    'hidden' => in_array($row->hidden, [1, '1', 'on'], true),
                ];
            }
        }

        return $products;
    }

    /**
     * The plan a product is for: its option, or its name while the option is blank.
     *
     * @param array<string, string> $names
     */
    private static function plan(object $row, array $names): ?string
    {
        $slug = strtolower(trim((string) $row->configoption3));
        if (isset($names[$slug])) {
            return $slug;
        }

        return $slug === '' ? (array_search($row->name, $names, true) ?: null) : null;
    }
}
