<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Product\Product;

/**
 * Which of the four products a client may change into which, by himself. WHMCS offers what is in the product's tab Upgrades; no API
 * sets it, so its model does (whmcs-contract.md §11).
 */
final class UpgradePaths
{
    /**
     * Products of the four of which at least one of the others cannot be ordered in their place.
     *
     * @return array<int, string> their names by id; none where WHMCS does not tell
     */
    public static function missing(): array
    {
        $products = self::products();
        try {
            return array_filter($products, static fn (int $id): bool => self::lacking($id, array_keys($products)) !== [], ARRAY_FILTER_USE_KEY);
        } catch (Throwable $defect) {
            Log::defect('upgrade paths', $defect);

            return [];
        }
    }

    /**
     * @param array<string, string> $text
     */
    public static function complete(array $text): Notice
    {
        try {
            Schema::together(static function (): void {
                $ids = array_keys(self::products());
                foreach ($ids as $id) {
                    Product::find($id)->upgradeProducts()->attach(self::lacking($id, $ids));
                }
            });
        } catch (Throwable $defect) {
            Log::defect('upgrade paths', $defect);

            return new Notice(false, $text['paths_failed']);
        }

        return new Notice(true, $text['paths_completed']);
    }

    /**
     * @return array<int, string> names by id
     */
    private static function products(): array
    {
        return array_column(array_filter(Products::all(Products::names())), 'name', 'id');
    }

    /**
     * @param array<int, int> $ids
     *
     * @return array<int, int> those of them that it does not lead to
     */
    private static function lacking(int $id, array $ids): array
    {
        $leads = Product::find($id)->upgradeProducts()->get()->pluck('id')->map(static fn (int|string $one): int => (int) $one)->all();

        return array_values(array_diff($ids, $leads, [$id]));
    }
}
