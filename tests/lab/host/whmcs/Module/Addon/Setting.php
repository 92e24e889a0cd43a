<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon;

use Lab\Crypt;
use WHMCS\Model\AbstractModel;

/**
 * tbladdonmodules (class docs, Module/Addon/Setting). Reads in clear what is stored encrypted.
 *
 * Which settings WHMCS stores encrypted is U; in the lab those that AddonSettings was asked to.
 */
final class Setting extends AbstractModel
{
    protected $table = 'tbladdonmodules';
    public $timestamps = false;

    public static function getSettingValueForModule(string $module, string $setting): ?string
    {
        $stored = self::query()->where('module', $module)->where('setting', $setting)->toBase()->value('value');

        return $stored !== null && Crypt::isEncrypted($stored) ? Crypt::decrypt($stored) : $stored;
    }

    /** Stores encrypted what was stored encrypted before. */
    public static function setModuleValue(string $module, string $setting, string $value): void
    {
        $key = ['module' => $module, 'setting' => $setting];
        $stored = self::query()->where($key)->toBase()->value('value');
        $value = $stored !== null && Crypt::isEncrypted($stored) ? Crypt::encrypt($value) : $value;
        self::query()->toBase()->updateOrInsert($key, ['value' => $value]);
    }

    public function getValueAttribute(string $stored): string
    {
        return Crypt::isEncrypted($stored) ? Crypt::decrypt($stored) : $stored;
    }
}
