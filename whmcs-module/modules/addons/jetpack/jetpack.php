<?php

/**
 * The addon module "Jetpack": the functions that WHMCS calls, and nothing else.
 *
 * The server module of the same name is loaded in the same process, and PHP's function names
 * ignore case: this file and the server module's must never define the same name
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
    return Tables::activate();
}

/**
 * @return array{status: string, description: string}
 */
function jetpack_deactivate(): array
{
    return Tables::deactivate();
}

/**
 * @param array<string, mixed> $vars with the version that was installed before
 */
function jetpack_upgrade(#[\SensitiveParameter] array $vars = []): void
{
    Tables::upgrade();
}

/**
 * Prints the addon's page.
 *
 * @param array<string, mixed> $vars
 */
function jetpack_output(#[\SensitiveParameter] array $vars = []): void
{
    echo (new Page($vars))->html();
}
