<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Seen;

/**
 * What a month of each plan costs the host, typed in once so that the page can show what a price leaves over.
 */
final class Costs
{
    /**
     * @return array<int, array<string, string>> by currency and plan
     */
    public static function known(): array
    {
        return Seen::last(Seen::COSTS)[0]['costs'] ?? [];
    }

    /**
     * @param array<string, mixed> $given what the form holds
     * @param array<string, string> $offers names by the plan's slug
     * @param array<string, string> $text
     *
     * @return array<int, array<string, string>> those that the form says, blank ones as well
     *
     * @throws NoAmount
     */
    public static function in(array $given, array $offers, array $text): array
    {
        $costs = [];
        foreach (Sold::currencies() as $currency => $code) {
            foreach (array_intersect_key($offers, (array) ($given['cost'][$currency] ?? [])) as $plan => $name) {
                $costs[$currency][$plan] = ProductForm::amount($given['cost'][$currency][$plan], "$name, $code", $text);
            }
        }

        return $costs;
    }

    /**
     * What the form does not say stays as it was; two admins who save at once keep both.
     *
     * @param array<int, array<string, string>> $costs
     */
    public static function keep(array $costs): void
    {
        $isGiven = static fn (string $cost): bool => $cost !== '';
        Schema::together(static function () use ($costs, $isGiven): void {
            $known = self::known();
            $all = array_filter(array_map(
                static fn (array $plans): array => array_filter($plans, $isGiven),
                array_replace_recursive($known, $costs)
            ));
            if ($all !== $known) {
                Seen::note(Seen::COSTS, ['costs' => $all]);
            }
        });
    }

    /**
     * The button that saves them alone.
     *
     * @param array<string, mixed> $given
     * @param array<string, string> $offers
     * @param array<string, string> $text
     */
    public static function save(array $given, array $offers, array $text): Notice
    {
        try {
            self::keep(self::in($given, $offers, $text));
        } catch (NoAmount $mistake) {
            return new Notice(false, $mistake->getMessage());
        }

        return new Notice(true, $text['products_costs_saved']);
    }
}
