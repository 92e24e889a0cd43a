<?php

/**
 * The addon module "Jetpack": the functions that WHMCS calls, and nothing else.
 *
 * WHMCS loads this file with whatever PHP it runs on, so it keeps to the syntax of PHP 7.2, for which an attribute is a
 * comment to the end of its line; what it calls needs PHP 8.1. The server module of the same name is loaded in the same
 * process, and PHP's function names ignore case: this file and the server module's must never define the same name
 * (whmcs-contract.md §8.1).
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Addon\Jetpack\Page;
use WHMCS\Module\Addon\Jetpack\Settings;
use WHMCS\Module\Addon\Jetpack\Tables;

/**
 * @return array<string, mixed>
 */
function jetpack_config(): array
{
    return Settings::config();
}

/**
 * @return array{status: string, description: string}
 */
function jetpack_activate(): array
{
    return PHP_VERSION_ID < 80100 ? ['status' => 'error', 'description' => Settings::phpTooOld()] : Tables::activate();
}

/**
 * @return array{status: string, description: string}
 */
function jetpack_deactivate(): array
{
    return PHP_VERSION_ID < 80100 ? ['status' => 'success', 'description' => ''] : Tables::deactivate();
}

/**
 * @param array<string, mixed> $vars with the version that was installed before
 */
function jetpack_upgrade(
    #[\SensitiveParameter]
    array $vars = []
): void {
    if (PHP_VERSION_ID >= 80100) {
        Tables::upgrade();
    }
}

/**
 * Prints the addon's page.
 *
 * @param array<string, mixed> $vars
 */
function jetpack_output(
    #[\SensitiveParameter]
    array $vars = []
): void {
    echo PHP_VERSION_ID < 80100 ? Settings::phpTooOld() : (new Page($vars))->html();
}
