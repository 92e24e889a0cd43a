<?php

/**
 * An addon module that does nothing but remember how WHMCS calls it; see the server module of the same name. Its version is a file, so that a
 * run can raise it.
 */

declare(strict_types=1);

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

require_once dirname(__DIR__, 2) . '/servers/contracttest/contracttest.php';

function contracttest_config(): array
{
    $version = trim((string) file_get_contents(__DIR__ . '/version'));
    contracttest_record('config', ['version' => (int) $version]);

    return [
        'name' => 'Contract test',
        'description' => 'Remembers how WHMCS calls it. It goes when the run ends.',
        'version' => $version,
        'author' => 'Contract test',
        'language' => 'english',
        'fields' => ['secret' => ['FriendlyName' => 'Secret', 'Type' => 'password', 'Size' => 30, 'Default' => '', 'Description' => '']],
    ];
}

function contracttest_activate(): array
{
    return ['status' => 'success', 'description' => 'The contract test is active.'];
}

function contracttest_deactivate(): array
{
    return ['status' => 'success', 'description' => 'The contract test is no longer active.'];
}

function contracttest_upgrade(array $vars): void
{
    contracttest_record('upgrade', ['from' => (string) ($vars['version'] ?? '')]);
}

function contracttest_output(array $vars): void
{
    $isPosted = ($_POST['contracttest'] ?? '') !== '';
    contracttest_record($isPosted ? 'output posted' : 'output', [
        'keys' => array_keys($vars),
        'token' => isset($_POST['token']),
    ]);
    $link = htmlspecialchars((string) $vars['modulelink'], ENT_QUOTES);
    echo "<form method=\"post\" action=\"$link\"><input type=\"hidden\" name=\"contracttest\" value=\"1\">"
        . '<button class="btn btn-primary">Send without a token</button></form>';
}
