<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The sentences for staff about what happens on PHP's side; all others are Rust's.
 */
final class Sentences
{
    /** Begins every error returned to WHMCS. The extension has the same; a test compares them. */
    public const PREFIX = 'JETPACK MODULE: ';

    public static function extensionMissing(): string
    {
        return self::PREFIX . sprintf(
            'The PHP extension jetpack_bridge is not loaded in PHP %s (%s, %s). Put the line '
            . '"extension=/path/to/libjetpack_bridge.so" into %s and restart that PHP. The web server and the cron '
            . 'job may use different PHPs; each needs the line. Nothing was sent.',
            PHP_VERSION,
            PHP_SAPI,
            PHP_ZTS ? 'thread-safe' : 'not thread-safe',
            php_ini_loaded_file() ?: 'its php.ini'
        );
    }

    public static function versionsDiffer(string $loaded): string
    {
        return self::PREFIX . sprintf(
            'The module files are version %s but the loaded PHP extension jetpack_bridge is version %s (PHP %s, %s). '
            . 'Install both from the same package, then restart PHP. Nothing was sent.',
            Bridge::VERSION,
            $loaded,
            PHP_VERSION,
            PHP_SAPI
        );
    }

    public static function tablesMissing(): string
    {
        return self::PREFIX . 'The tables mod_jetpack_services and mod_jetpack_journal do not exist, and the '
            . 'database user may not create them. Grant it CREATE, activate the addon module Jetpack '
            . 'again, then repeat this. Nothing was sent.';
    }

    public static function notRecorded(): string
    {
        return self::PREFIX . 'The database could not be written, so nothing was sent. Try again; the module log '
            . 'says what the database answered.';
    }

    public static function notSettled(): string
    {
        return self::PREFIX . 'WordPress.com was asked, but the database could not store the answer. Press the '
            . 'same button again: the module looks at the site\'s status first and does only what is missing.';
    }

    public static function busy(int $seconds): string
    {
        return self::PREFIX . sprintf(
            'Another call for this service is under way. Look at the service again in a moment; if nothing has '
            . 'changed in %d seconds, press the button again.',
            max(1, $seconds)
        );
    }

    public static function clocksDiffer(int $seconds): string
    {
        return self::PREFIX . sprintf(
            'The clock of this server is %d seconds %s that of the database. Set both by NTP, then try again. Nothing '
            . 'was sent.',
            abs($seconds),
            $seconds > 0 ? 'ahead of' : 'behind'
        );
    }

    public static function overtaken(): string
    {
        return self::PREFIX . 'This call took so long that another one has taken the service over. Look at the '
            . 'service again in a moment.';
    }

    public static function siteTaken(Action $action, string $site, string $type, int $service, int $client): string
    {
        $holder = "$type #$service of client #$client";

        return self::PREFIX . "The site $site already has a Jetpack plan, from $holder. " . match ($action) {
            Action::Create => 'Terminate that one, or correct the field Site URL. Nothing was sent.',
            Action::Terminate => 'It was left alone, and nothing was sent. If this service never had a plan of '
                . 'its own, set its status by hand.',
        };
    }

    public static function defect(): string
    {
        return self::PREFIX . 'The module failed unexpectedly. The module log says where; please report it.';
    }
}
