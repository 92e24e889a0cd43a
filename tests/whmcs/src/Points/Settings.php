<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Report;
use WHMCS\Database\Capsule;
use WHMCS\Module\Addon\Setting;

/** How settings of addons are stored: looked at in those of the addon Jetpack, of which nothing is shown or changed. */
final class Settings
{
    public static function ask(Report $report): void
    {
        $raw = (string) Capsule::table('tbladdonmodules')->where('module', 'jetpack')->where('setting', 'partner_secret')->value('value');
        if ($raw === '') {
            $report->open('addon_settings_encrypted', '2.4', 'the addon Jetpack has no partner secret yet: enter one, then ask again');

            return;
        }
        $read = (string) Setting::getSettingValueForModule('jetpack', 'partner_secret');
        $report->found('addon_settings_encrypted', '2.4', $raw === $read ? 'off' : 'on', 'the partner secret of the addon Jetpack');
        $id = (string) Capsule::table('tbladdonmodules')->where('module', 'jetpack')->where('setting', 'partner_id')->value('value');
        $text = (string) Setting::getSettingValueForModule('jetpack', 'partner_id');
        $report->found('addon_text_settings_encrypted', '2.4', $id === $text ? 'off' : 'on', 'its partner id');
    }
}
