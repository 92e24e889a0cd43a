<?php

declare(strict_types=1);

namespace Lab\Api;

use Lab\Api;
use WHMCS\Config\Setting;

/** Writes a row of tblconfiguration that exists. */
final class SetConfigurationValue
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $setting = (string) ($in['setting'] ?? '');
        if (Setting::getValue($setting) === null) {
            return Api::error('Invalid name for parameter setting');
        }
        Setting::setValue($setting, (string) ($in['value'] ?? ''));

        return Api::success(['value_changed' => true]);
    }
}
