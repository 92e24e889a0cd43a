<?php

/**
 * Prints, as JSON, what a host can set, press or read, as the module itself names it.
 */

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack {
    /** Instead of the module's own, which asks Rust. */
    final class Plans
    {
        /** @return array<string, string> */
        public static function choices(): array
        {
            return ['personal' => 'Personal'];
        }
    }
}

namespace {
    use WHMCS\Module\Addon\Jetpack\Settings;
    use WHMCS\Module\Server\Jetpack\Mails;
    use WHMCS\Module\Server\Jetpack\Options;
    use WHMCS\Module\Server\Jetpack\Schema;

    define('WHMCS', true);
    $modules = dirname(__DIR__, 2) . '/whmcs-module/modules';
    foreach (['Mails', 'Options', 'Schema'] as $class) {
        require "$modules/servers/jetpack/lib/$class.php";
    }
    require "$modules/addons/jetpack/lib/Settings.php";
    require "$modules/servers/jetpack/jetpack.php";
    $_ADDONLANG = [];
    require "$modules/addons/jetpack/lang/english.php";
    $tabs = array_filter($_ADDONLANG, static fn (string $key): bool => str_starts_with($key, 'tab_'), ARRAY_FILTER_USE_KEY);
    $tables = array_filter((new ReflectionClass(Schema::class))->getConstants(), static fn (mixed $value): bool => is_string($value));

    echo json_encode([
        'settings' => array_column(Settings::config()['fields'], 'FriendlyName'),
        'options' => array_keys(Options::all()),
        'buttons' => array_keys(jetpack_AdminCustomButtonArray()),
        'merge fields' => array_keys((new ReflectionClassConstant(Mails::class, 'FIELDS'))->getValue()),
        'tabs' => array_values($tabs),
        'tables' => array_values($tables),
    ], JSON_THROW_ON_ERROR);
}
