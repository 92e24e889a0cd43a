<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Core;

/**
 * The plans that products can be made of, and the products that WHMCS has of them.
 */
final class Products
{
    /**
     * The slugs of the four that a shop is set up with, and the products' names.
     *
     * @return array<string, string>
     */
    public static function names(): array
    {
        $first = array_filter(Core::products(), static fn (array $product): bool => $product['offered_first']);

        return array_column($first, 'name', 'slug');
    }

    /**
     * The same of all plans: the documented ones, and those that the addon's setting adds, which have no name but their slug.
     *
     * @param array<string, mixed> $vars
     *
     * @return array<string, string>
     */
    public static function offers(#[\SensitiveParameter] array $vars): array
    {
        $slugs = array_column(Core::ask('describe', ['settings' => array_diff_key($vars, ['_lang' => 0])])['plans'], 'slug');
        $names = array_column(Core::products(), 'name', 'slug');

        return $names + array_filter(array_combine($slugs, $slugs), static fn (string $slug): bool => $slug !== '');
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
     * For each plan its product, the oldest of several, or null. What is retired is none.
     *
     * @param array<string, string> $names by the plan's slug
     *
     * @return array<string, array{id: int, name: string, hidden: bool}|null>
     */
    public static function all(array $names): array
    {
        return self::byPlan(
            Capsule::table('tblproducts')
                ->where('servertype', 'jetpack')
                ->where('retired', 0)
                ->orderBy('id', 'desc')
                ->get(['id', 'name', 'hidden', 'configoption3']),
            $names
        );
    }

    /**
     * @param iterable<object> $rows of products or product addons, the newest first
     * @param array<string, string> $names by the plan's slug
     *
     * @return array<string, array{id: int, name: string, hidden: bool}|null> for each plan the last of its rows
     */
    public static function byPlan(iterable $rows, array $names): array
    {
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
