<?php

declare(strict_types=1);

namespace Lab\Api;

use Lab\Api;
use WHMCS\Config\Setting;

/** Reads a row of tblconfiguration. */
final class GetConfigurationValue
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $setting = (string) ($in['setting'] ?? '');
        $value = Setting::getValue($setting);

        return $value === null
            ? Api::error('Invalid name for parameter setting')
            : Api::success(['setting' => $setting, 'value' => $value]);
    }
}
