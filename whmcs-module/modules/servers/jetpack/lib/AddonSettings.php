<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Database\Capsule;
use WHMCS\Module\Addon\Setting;

/**
 * The settings of the addon module of the same name, as its own functions would get them.
 */
final class AddonSettings
{
    /**
     * @return array<string, string|null>
     */
    public static function all(): array
    {
        return [
            'partner_id' => self::one('partner_id'),
            'partner_secret' => self::one('partner_secret'),
            'further_plans' => self::one('further_plans'),
            'orphan_days' => self::one('orphan_days'),
            'keep_days' => self::one('keep_days'),
        ];
    }

    /**
     * WHMCS may store settings encrypted; its own accessor undoes that. Releases that lack the
     * accessor store them as they are (whmcs-contract.md §2.4, Q2).
     */
    private static function one(string $name): ?string
    {
        if (method_exists(Setting::class, 'getSettingValueForModule')) {
            return Setting::getSettingValueForModule('jetpack', $name);
        }

        return Capsule::table('tbladdonmodules')
            ->where('module', 'jetpack')
            ->where('setting', $name)
            ->value('value');
    }
}
