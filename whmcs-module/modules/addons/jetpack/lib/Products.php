<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;

/**
 * The four products that the addon creates, and what WHMCS has of them.
 */
final class Products
{
    /** The plans' slugs, and the products' names. */
    public const NAMES = [
        'free' => 'Jetpack Free',
        'personal' => 'Jetpack Personal',
        'premium' => 'Jetpack Premium',
        'professional' => 'Jetpack Professional',
    ];

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
        $products = array_fill_keys(array_keys(self::NAMES), null);
        foreach ($rows as $row) {
            $plan = self::plan($row);
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

    /** The plan a product is for: its option, or its name while the option is blank. */
    private static function plan(object $row): ?string
    {
        $slug = strtolower(trim((string) $row->configoption3));
        if (isset(self::NAMES[$slug])) {
            return $slug;
        }

        return $slug === '' ? (array_search($row->name, self::NAMES, true) ?: null) : null;
    }
}
