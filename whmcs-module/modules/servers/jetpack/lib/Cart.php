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
        $answers = array_filter($answers, static fn (string $answer): bool => $answer !== '');
        $of = static fn (string $field): array => array_values(array_intersect_key($answers, array_flip(self::ids($field, $answers))));
        [$sites, $users] = [$of('Site URL'), $of('Local User')];
        if (($sites === [] && $users === []) || Bridge::problem() !== null) {
            return [];
        }
        $described = Core::ask('describe', ['sites' => $sites, 'users' => $users]);
        $objections = [
            'bad_address' => array_filter($sites, static fn (string $site): bool => ($described['site_keys'][$site] ?? null) === null),
            'bad_user' => array_filter($users, static fn (string $user): bool => !($described['users'][$user] ?? false)),
        ];
        $language = ['clientsdetails' => ['language' => (string) ($_SESSION['Language'] ?? '')]];
        $text = static fn (string $key): string => ClientTexts::of($language, ['key' => $key, 'site' => '', 'url' => '']);

        return array_map($text, array_keys(array_filter($objections)));
    }

    /**
     * @param array<int|string, string> $answers by the field's id
     *
     * @return array<int, int> the ids of those that are this field of a product of ours
     */
    private static function ids(string $field, array $answers): array
    {
        return $answers === [] ? [] : Capsule::table('tblcustomfields')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblcustomfields.relid')
            ->where('tblcustomfields.type', 'product')
            ->where('tblproducts.servertype', 'jetpack')
            ->whereIn('tblcustomfields.id', array_keys($answers))
            ->where(static function ($name) use ($field): void {
                $name->where('fieldname', $field)->orWhere('fieldname', 'like', "$field|%");
            })
            ->pluck('tblcustomfields.id')
            ->all();
    }
}
