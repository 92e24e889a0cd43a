<?php

declare(strict_types=1);

use WHMCS\Database\Capsule;

add_hook('AddonModuleConfigSave', 1, static function (array $vars): void {
    Capsule::table('mod_labaddon')->insert(['event' => 'AddonModuleConfigSave ' . count($vars)]);
});
