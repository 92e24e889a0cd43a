<?php

declare(strict_types=1);

namespace WHMCS\Config;

use Illuminate\Database\Capsule\Manager as Capsule;

/** tblconfiguration (class docs, Config/Setting). */
final class Setting
{
    public static function getValue(string $setting): ?string
    {
        return Capsule::table('tblconfiguration')->where('setting', $setting)->value('value');
    }

    public static function setValue(string $setting, string $value): void
    {
        $change = ['value' => $value, 'updated_at' => date('Y-m-d H:i:s')];
        Capsule::table('tblconfiguration')->updateOrInsert(['setting' => $setting], $change);
    }
}
