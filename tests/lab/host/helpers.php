<?php

/**
 * The global functions that modules may call (contract, section 3).
 */

declare(strict_types=1);

use Lab\Api;
use Lab\Crypt;
use Lab\Hooks;
use Lab\Log;
use Lab\Module\AddonParams;
use Lab\Module\Params;
use Lab\Token;

/** Developer docs, Logging. */
function logActivity($message, $clientId = 0): void
{
    Log::activity((string) $message, (int) $clientId);
}

/** Developer docs, Module Logging. */
function logModuleCall($module, $action, $requestString, $responseData, $processedData = '', $replaceVars = []): void
{
    Log::moduleCall((string) $module, (string) $action, $requestString, $responseData, $processedData, (array) $replaceVars);
}

/** Developer docs, Internal API. The admin's name is optional since 7.2. */
function localAPI($command, $values = [], $adminUser = ''): array
{
    return Api::call((string) $command, (array) $values);
}

/** Observed in modules, some of which pass the key as a second argument. */
function encrypt($text, $key = ''): string
{
    return Crypt::encrypt((string) $text);
}

function decrypt($text, $key = ''): string
{
    return Crypt::decrypt((string) $text);
}

/** Observed; the form 'plain' is U. */
function generate_token($type = 'form'): string
{
    return match ($type) {
        'link' => '&token=' . Token::value(),
        'plain' => Token::value(),
        default => Token::field(),
    };
}

/** Observed; that a second argument of true makes it throw instead of ending the request is U. */
function check_token($namespace = 'WHMCS.default', $throw = false): bool
{
    if ($throw && !Token::isValid()) {
        throw new RuntimeException('Invalid token');
    }
    Token::require();

    return true;
}

/** Developer docs, Hooks. */
function add_hook($hookPoint, $priority, $function): void
{
    Hooks::add((string) $hookPoint, (int) $priority, $function);
}

/** Observed; unpacked, a listener gets the arguments one by one, by their order. */
function run_hook($hookPoint, $args = [], $unpackArguments = false): array
{
    return Hooks::run((string) $hookPoint, (array) $args, (bool) $unpackArguments);
}

/** Observed; in WHMCS it needs includes/modulefunctions.php. */
function ModuleBuildParams($serviceId, $addonId = 0): array
{
    return (int) $addonId === 0 ? Params::ofService((int) $serviceId) : AddonParams::of((int) $addonId);
}

/** Developer docs, Formatting Dates. The lab's date format is YYYY-MM-DD. */
function getTodaysDate($isForClient = false): string
{
    return date('Y-m-d');
}

function fromMySQLDate($date, $withTime = false): string
{
    return substr((string) $date, 0, $withTime ? 16 : 10);
}

function toMySQLDate($date): string
{
    return substr((string) $date, 0, 10);
}
