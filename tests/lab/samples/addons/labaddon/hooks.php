<?php

declare(strict_types=1);

use WHMCS\Database\Capsule;

add_hook('AddonModuleConfigSave', 1, static function (array $vars): void {
    Capsule::table('mod_labaddon')->insert(['event' => 'AddonModuleConfigSave ' . count($vars)]);
});

foreach (['AdminAreaFooterOutput', 'ClientAreaFooterOutput', 'LabIsLoaded'] as $point) {
    add_hook($point, 1, static fn (): string => '<i class="loaded">labaddon</i>');
}
