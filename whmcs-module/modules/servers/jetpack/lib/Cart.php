<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Database\Capsule;

/**
 * What the cart says of a product of this module before it is ordered. The hook runs for every product and knows only what
 * was submitted; what it misses, or where WHMCS does not run it, Create still catches (whmcs-contract.md §11).
 */
final class Cart
{
    /**
     * @param array<string, mixed> $vars of `ShoppingCartValidateProductUpdate`
     *
     * @return array<int, string> what is wrong, in the client's language. Never that another client has the site
     */
    public static function objections(array $vars): array
    {
        $answers = array_map('trim', array_filter((array) ($vars['customfield'] ?? []), 'is_string'));
        $answers = array_intersect_key($answers, array_flip(self::siteFields(array_keys($answers))));
        $answers = array_values(array_filter($answers, static fn (string $answer): bool => $answer !== ''));
        if ($answers === [] || Bridge::problem() !== null) {
            return [];
        }
        $keys = Core::ask('describe', ['sites' => $answers])['site_keys'];
        $bad = array_filter($answers, static fn (string $answer): bool => ($keys[$answer] ?? null) === null);
        $language = ['clientsdetails' => ['language' => (string) ($_SESSION['Language'] ?? '')]];

        return $bad === [] ? [] : [ClientTexts::of($language, ['key' => 'bad_address', 'site' => '', 'url' => ''])];
    }

    /**
     * @param array<int, int|string> $ids
     *
     * @return array<int, int> those that are the field `Site URL` of a product of ours
     */
    private static function siteFields(array $ids): array
    {
        return $ids === [] ? [] : Capsule::table('tblcustomfields')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblcustomfields.relid')
            ->where('tblcustomfields.type', 'product')
            ->where('tblproducts.servertype', 'jetpack')
            ->whereIn('tblcustomfields.id', $ids)
            ->where(static function ($name): void {
                $name->where('fieldname', 'Site URL')->orWhere('fieldname', 'like', 'Site URL|%');
            })
            ->pluck('tblcustomfields.id')
            ->all();
    }
}
