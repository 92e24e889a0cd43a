<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * What was filled in on the tab Products, understood as a whole or refused as a whole.
 */
final class ProductForm
{
    /** The cycles that are asked for; the others are set where WHMCS has them, in the product's tab Pricing. */
    public const CYCLES = ['monthly', 'annually'];

    /** The plan that costs nothing. */
    public const FREE = 'free';

    /** What a plan is made into, by the form's answer. */
    public const KINDS = ['product' => ['product'], 'addon' => ['addon'], 'both' => ['product', 'addon']];

    private const AMOUNT = '/^\d{1,7}(?:[.,]\d{1,2})?$/';

    /**
     * @param int $group the products' group
     * @param array<string, string> $plans the products' names by slug
     * @param array<int, string> $kinds what each becomes: `product`, `addon`
     * @param array<int, int> $beside the products beside which a product addon can be ordered
     * @param array<int, array<string, array<string, string>>> $prices by currency, plan and cycle; what is missing is not for sale
     * @param array<int, array<string, string>> $costs as `Costs` has them
     */
    private function __construct(
        public readonly int $group,
        public readonly array $plans,
        public readonly array $kinds,
        public readonly array $beside,
        public readonly array $prices,
        public readonly array $costs,
        public readonly bool $isTaxed,
    ) {
    }

    /**
     * @param array<string, mixed> $given what the form holds
     * @param array<string, string> $offers names by the plan's slug
     * @param array<string, string> $text
     *
     * @return self|Notice a mistake, of which nothing was done
     */
    public static function of(array $given, array $offers, array $text): self|Notice
    {
        $group = filter_var($given['group'] ?? null, FILTER_VALIDATE_INT);
        if ($group === false || !array_key_exists($group, Products::groups())) {
            return new Notice(false, $text['unknown_group']);
        }
        $plans = array_intersect_key($offers, (array) ($given['plan'] ?? []));
        if ($plans === []) {
            return new Notice(false, $text['products_none_chosen']);
        }
        $kinds = self::KINDS[self::kind($given)] ?? null;
        if ($kinds === null) {
            return new Notice(false, $text['products_unknown_kind']);
        }
        $beside = array_keys(array_intersect_key(ProductAddons::beside(), (array) ($given['beside'] ?? [])));
        try {
            $prices = self::prices($given, array_diff_key($plans, [self::FREE => 0]), $text);

            return new self($group, $plans, $kinds, $beside, $prices, Costs::in($given, $offers, $text), isset($given['tax']));
        } catch (NoAmount $mistake) {
            return new Notice(false, $mistake->getMessage());
        }
    }

    /**
     * @param array<string, mixed> $given
     *
     * @return string a key of `KINDS`, if the form was not tampered with
     */
    public static function kind(array $given): string
    {
        $kind = $given['kind'] ?? 'product';

        return is_string($kind) ? $kind : '';
    }

    /**
     * @param string $where names the field
     * @param array<string, string> $text
     *
     * @return string in WHMCS's form, '' where nothing is given
     *
     * @throws NoAmount
     */
    public static function amount(mixed $given, string $where, array $text): string
    {
        $typed = is_string($given) ? trim($given) : '?';
        if ($typed !== '' && preg_match(self::AMOUNT, $typed) !== 1) {
            throw new NoAmount(sprintf($text['products_no_amount'], $where, mb_scrub($typed, 'UTF-8')));
        }

        return $typed === '' ? '' : sprintf('%.2F', (float) strtr($typed, ',', '.'));
    }

    /**
     * @param array<string, mixed> $given
     * @param array<string, string> $plans
     * @param array<string, string> $text
     *
     * @return array<int, array<string, array<string, string>>>
     */
    private static function prices(array $given, array $plans, array $text): array
    {
        $prices = [];
        foreach (Sold::currencies() as $currency => $code) {
            foreach ($plans as $plan => $name) {
                foreach (self::CYCLES as $cycle) {
                    $price = self::amount($given['price'][$currency][$plan][$cycle] ?? '', "$name, $code", $text);
                    if ($price !== '') {
                        $prices[$currency][$plan][$cycle] = $price;
                    }
                }
            }
        }

        return $prices;
    }
}
