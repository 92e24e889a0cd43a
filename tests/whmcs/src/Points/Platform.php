<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Report;

/** Versions that are not published. */
final class Platform
{
    public static function ask(Report $report): void
    {
        $report->found('php', '6', PHP_VERSION, 'thread-safe: ' . (PHP_ZTS ? 'yes' : 'no') . ', SAPI ' . PHP_SAPI);
        $report->found('illuminate', '3', self::version('illuminate/database'));
        $report->found('smarty', '3', match (true) {
            class_exists('Smarty') && defined('Smarty::SMARTY_VERSION') => (string) constant('Smarty::SMARTY_VERSION'),
            class_exists('Smarty\Smarty') && defined('Smarty\Smarty::SMARTY_VERSION') => (string) constant('Smarty\Smarty::SMARTY_VERSION'),
            default => self::version('smarty/smarty'),
        });
        if (function_exists('generate_token')) {
            $token = (string) generate_token('plain');
            $report->found('generate_token_plain', '2.5', preg_match('/^\w{10,}$/', $token) === 1 ? 'bare' : 'otherwise', 'what generate_token(\'plain\') gives');
        }
    }

    /** By Composer's record of what is installed, where there is one. */
    private static function version(string $package): string
    {
        $isKnown = class_exists(\Composer\InstalledVersions::class) && \Composer\InstalledVersions::isInstalled($package);

        return $isKnown ? (string) \Composer\InstalledVersions::getPrettyVersion($package) : 'not told';
    }
}
