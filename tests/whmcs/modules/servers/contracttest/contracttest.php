<?php

/**
 * A server module that does nothing but remember how WHMCS calls it. tests/whmcs/run puts it into a WHMCS for the time of a run, and takes
 * it away again.
 */

declare(strict_types=1);

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Database\Capsule;

/**
 * Writes down what happened. Outside of a run there is no such table, and nothing is written.
 *
 * @param array<string, mixed> $details
 */
function contracttest_record(string $what, array $details = []): void
{
    if (Capsule::schema()->hasTable('mod_contracttest')) {
        Capsule::table('mod_contracttest')->insert(['what' => $what, 'details' => json_encode($details)]);
    }
}

/**
 * What a run wants a function to answer; on pages always success.
 *
 * @return mixed
 */
function contracttest_answer(string $function, array $params)
{
    contracttest_record($function, ['service' => (int) ($params['serviceid'] ?? 0)]);

    $answers = $GLOBALS['contracttest_answers'] ?? [];

    return array_key_exists($function, $answers) ? $answers[$function] : 'success';
}

function contracttest_MetaData(): array
{
    return [
        'DisplayName' => 'Contract test',
        'APIVersion' => '1.1',
        'RequiresServer' => false,
        'ServiceSingleSignOnLabel' => 'Contract test sign-on',
    ];
}

function contracttest_ConfigOptions(): array
{
    contracttest_record('ConfigOptions', ['arguments' => func_num_args()]);

    return [
        'First' => ['Type' => 'text', 'Size' => 30],
        'Secret' => ['Type' => 'password', 'Size' => 30],
        'Planted' => ['Type' => 'text', 'Size' => 30],
    ];
}

function contracttest_AdminCustomButtonArray(): array
{
    contracttest_record('AdminCustomButtonArray', ['arguments' => func_num_args()]);

    return ['Contract test' => 'press'];
}

function contracttest_ClientAreaCustomButtonArray(): array
{
    contracttest_record('ClientAreaCustomButtonArray', ['arguments' => func_num_args()]);

    return ['Contract test' => 'press'];
}

function contracttest_CreateAccount(array $params = [])
{
    return contracttest_answer('CreateAccount', $params);
}

function contracttest_SuspendAccount(array $params = [])
{
    return contracttest_answer('SuspendAccount', $params);
}

function contracttest_UnsuspendAccount(array $params = [])
{
    return contracttest_answer('UnsuspendAccount', $params);
}

function contracttest_TerminateAccount(array $params = [])
{
    return contracttest_answer('TerminateAccount', $params);
}

function contracttest_ChangePassword(array $params = [])
{
    return contracttest_answer('ChangePassword', $params);
}

function contracttest_press(array $params = [])
{
    return contracttest_answer('press', $params);
}

function contracttest_ClientArea(array $params = []): string
{
    contracttest_record('ClientArea', ['service' => (int) ($params['serviceid'] ?? 0)]);

    return '<p>This is the output of the contract test.</p>';
}

function contracttest_ServiceSingleSignOn(array $params = []): array
{
    contracttest_record('ServiceSingleSignOn', ['service' => (int) ($params['serviceid'] ?? 0)]);

    return ['success' => false, 'errorMsg' => 'The contract test has nowhere to lead to.'];
}
