<?php

/** Remembers the hooks that tell of what staff do on pages. */

declare(strict_types=1);

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

require_once __DIR__ . '/contracttest.php';

$points = ['ServiceDelete', 'AddonDeleted', 'ServiceEdit', 'PreDeleteClient', 'ClientDelete', 'AfterClientMerge'];
foreach ($points as $point) {
    add_hook($point, 1, static function ($vars) use ($point): void {
        contracttest_record($point, array_filter((array) $vars, 'is_scalar'));
    });
}
// That a client's page was opened at all.
add_hook('ClientAreaProductDetails', 1, static function ($vars): void {
    contracttest_record('ClientAreaProductDetails', ['service' => (int) ($vars['service']->id ?? 0)]);
});
