<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Marks;
use ContractTest\Records;
use ContractTest\Report;
use WHMCS\Database\Capsule;

/** Before anything else is saved, since a product detects the module's hooks for sure. */
final class SaveProductAddon implements Step
{
    public function say(Scene $scene): string
    {
        return "System Settings > Product Addons: edit \"Contract test {$scene->text('number')} addon\" (id {$scene->id('addon')}), tab Module Settings, and save it unchanged.";
    }

    public function look(Scene $scene, Report $report): void
    {
        if (Records::of('ConfigOptions', 'SaveProductAddon') === []) {
            $report->open('product_addon_save_detects_hooks', '1.1', 'its Module Settings were not opened');

            return;
        }
        $report->found('product_addon_save_detects_hooks', '1.1', self::isDetected() ? 'on' : 'off');
    }

    public static function isDetected(): bool
    {
        $modules = (string) Capsule::table('tblconfiguration')->where('setting', 'ModuleHooks')->value('value');

        return in_array(Marks::MODULE, explode(',', $modules), true);
    }
}
