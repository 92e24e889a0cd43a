<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;

/**
 * The tab Products: each plan with the product that exists of it and what it leaves over, or with what makes one.
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
        $products = Products::all($names);
        $prices = self::prices(array_column(array_filter($products), 'id'));
        $costs = array_replace_recursive(Costs::known(), self::texts($typed['cost'] ?? []));
        $first = isset($typed['group']) ? (array) ($typed['plan'] ?? []) : Products::names();
        $plans = [];
        foreach ($names as $plan => $name) {
            $product = $products[$plan];
            $plans[$plan] = [
                'name' => $name,
                'holds' => $text["plan_$plan"] ?? $text['plan_further'],
                'product' => $product,
                'chosen' => isset($first[$plan]),
                'margins' => $product === null ? [] : self::margins($prices[$product['id']] ?? [], $costs, (string) $plan, $currencies),
            ];
        }

        return [
            'plans' => $plans,
            'groups' => Products::groups(),
            'group' => is_string($typed['group'] ?? null) ? (int) $typed['group'] : 0,
            'currencies' => $currencies,
            'costs' => $costs,
            'prices' => self::texts($typed['price'] ?? []),
            'pathless' => UpgradePaths::missing(),
            'isTaxed' => isset($typed['tax']),
        ];
    }

    /**
     * @param array<int, int> $products
     *
     * @return array<int, array<int, object>> by product and currency
     */
    private static function prices(array $products): array
    {
        $prices = [];
        foreach (Capsule::table('tblpricing')->where('type', 'product')->whereIn('relid', $products)->get() as $row) {
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
