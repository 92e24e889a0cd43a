<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Database\Capsule;

/**
 * Keeps the keys that WHMCS still has of plans that release 0.1.0 provisioned, which kept none.
 */
final class KnownKeys
{
    public static function keep(): void
    {
        $used = Database::table(Schema::SERVICES)->whereNotNull('partner_id')->distinct()->pluck('partner_id')->all();
        foreach (self::inWhmcs() as [$typed, $secret]) {
            $id = trim(html_entity_decode($typed, ENT_QUOTES | ENT_HTML5));
            if ($id !== '' && trim($secret) !== '' && in_array($id, $used, true)) {
                Keys::keep($id, $secret);
            }
        }
    }

    /**
     * Ids and secrets as they were typed.
     *
     * @return array<int, array{string, string}>
     */
    private static function inWhmcs(): array
    {
        $addon = AddonSettings::all();
        $keys = [[(string) $addon['partner_id'], (string) $addon['partner_secret']]];
        $products = Capsule::table('tblproducts')
            ->where('servertype', 'jetpack')
            ->distinct()
            ->get(['configoption1', 'configoption2']);
        foreach ($products as $product) {
            $keys[] = [(string) $product->configoption1, (string) $product->configoption2];
        }

        return $keys;
    }
}
