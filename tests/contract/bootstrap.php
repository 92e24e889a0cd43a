<?php

/**
 * The least of WHMCS that a module file needs to be loaded: its guard, its autoloading
 * (whmcs-contract.md §1.1) and its two log functions, which here remember what they were given.
 * There is no database: a module function must bear that, too.
 */

declare(strict_types=1);

define('WHMCS', true);
define('MODULES', dirname(__DIR__, 2) . '/whmcs-module/modules');

final class Logged
{
    /** @var array<int, array<int, mixed>> */
    public static array $calls = [];
}

function logActivity(string $message, int $client = 0): void
{
    Logged::$calls[] = [$message, $client];
}

function logModuleCall(mixed ...$arguments): void
{
    Logged::$calls[] = $arguments;
}

spl_autoload_register(static function (string $class): void {
    if (preg_match('/^WHMCS\\\\Module\\\\(Server|Addon)\\\\Jetpack\\\\(\w+)$/', $class, $part)) {
        require MODULES . '/' . strtolower($part[1]) . 's/jetpack/lib/' . $part[2] . '.php';
    }
});

require MODULES . '/servers/jetpack/jetpack.php';
require MODULES . '/addons/jetpack/jetpack.php';
require __DIR__ . '/Process.php';

// Without the extension all tests go by the program, unless one says where there is none.
if (!extension_loaded('jetpack_bridge') && !defined('ROOTDIR')) {
    define('ROOTDIR', Process::place() . '/whmcs');
}
