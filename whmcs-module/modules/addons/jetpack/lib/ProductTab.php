<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;

/**
 * The tab Products: each plan with the product and the product addon that exist of it and what they leave over, or with what
 * makes them.
 */
final class ProductTab
{
    /**
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     * @param array<string, mixed> $typed what the form held that was refused, so that nothing has to be typed in again
     *
     * @return array<string, mixed> for the template
     */
    public static function data(#[\SensitiveParameter] array $vars, array $text, array $typed): array
    {
        $names = Products::offers($vars);
        $currencies = Sold::currencies();
        $sold = ['product' => Products::all($names), 'addon' => ProductAddons::all($names)];
        $prices = [];
        foreach ($sold as $type => $existing) {
            $prices[$type] = self::prices($type, array_column(array_filter($existing), 'id'));
        }
        $costs = array_replace_recursive(Costs::known(), self::texts($typed['cost'] ?? []));
        $isTyped = isset($typed['group']);
        $first = $isTyped ? (array) ($typed['plan'] ?? []) : Products::names();
        $plans = [];
        foreach ($names as $plan => $name) {
            $offers = [];
            foreach ($sold as $type => $existing) {
                $one = $existing[$plan];
                if ($one !== null) {
                    $margins = self::margins($prices[$type][$one['id']] ?? [], $costs, (string) $plan, $currencies);
                    $offers[$type] = $one + ['margins' => $margins];
                }
            }
            $plans[$plan] = [
                'name' => $name,
                'holds' => $text["plan_$plan"] ?? $text['plan_further'],
                'offers' => $offers,
                'chosen' => isset($first[$plan]) && ($isTyped || !isset($offers['product'])),
            ];
        }
        $beside = ProductAddons::beside();

        return [
            'plans' => $plans,
            'groups' => Products::groups(),
            'group' => is_string($typed['group'] ?? null) ? (int) $typed['group'] : 0,
            'currencies' => $currencies,
            'costs' => $costs,
            'prices' => self::texts($typed['price'] ?? []),
            'pathless' => UpgradePaths::missing(),
            'isTaxed' => isset($typed['tax']),
            'kind' => ProductForm::kind($typed),
            'beside' => array_map(static fn (int $id, array $one): array => [
                'id' => $id,
                'name' => $one['name'],
                'chosen' => $isTyped ? isset(((array) ($typed['beside'] ?? []))[$id]) : $one['isHosting'],
            ], array_keys($beside), $beside),
        ];
    }

    /**
     * @param string $type `product` or `addon`
     * @param array<int, int> $products
     *
     * @return array<int, array<int, object>> by product and currency
     */
    private static function prices(string $type, array $products): array
    {
        $prices = [];
        foreach (Capsule::table('tblpricing')->where('type', $type)->whereIn('relid', $products)->get() as $row) {
            $prices[(int) $row->relid][(int) $row->currency] = $row;
        }

        return $prices;
    }

    /**
     * What is left of each price, where price and cost are known.
     *
     * @param array<int, object> $prices by currency
     * @param array<int, array<string, string>> $costs
     * @param array<int, string> $currencies
     *
     * @return array<int, array{cycle: string, price: string, margin: string, loses: bool}>
     */
    private static function margins(array $prices, array $costs, string $plan, array $currencies): array
    {
        $margins = [];
        foreach ($currencies as $currency => $code) {
            foreach (array_combine(ProductForm::CYCLES, [1, 12]) as $cycle => $months) {
                $price = (float) ($prices[$currency]->$cycle ?? -1);
                if ($plan !== ProductForm::FREE && $price >= 0) {
                    $cost = str_replace(',', '.', $costs[$currency][$plan] ?? '');
                    $left = is_numeric($cost) ? $price - $months * (float) $cost : null;
                    $margins[] = [
                        'cycle' => $cycle,
                        'price' => sprintf('%.2F %s', $price, $code),
                        'margin' => $left === null ? '' : sprintf('%.2F', $left),
                        'loses' => $left !== null && $left < 0,
                    ];
                }
            }
        }

        return $margins;
    }

    /** @return array<int|string, mixed> as deep as it is, with texts alone */
    private static function texts(mixed $typed): array
    {
        return array_map(
            static fn (mixed $one): mixed => is_array($one) ? self::texts($one) : (string) $one,
            is_array($typed) ? $typed : []
        );
    }
}
