<?php

/** An addon module for the lab's own tests. */

declare(strict_types=1);

use WHMCS\Authentication\CurrentUser;
use WHMCS\Database\Capsule;
use WHMCS\Module\Addon\Setting;

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

function labaddon_config(): array
{
    return [
        'name' => 'Lab Addon',
        'description' => 'Answers what the lab handed it.',
        'version' => '1.10',
        'author' => 'The lab',
        'language' => 'english',
        'fields' => [
            'label' => ['FriendlyName' => 'Label', 'Type' => 'text', 'Default' => 'proposed'],
            'secret' => ['FriendlyName' => 'Secret', 'Type' => 'password'],
            'flag' => ['FriendlyName' => 'Flag', 'Type' => 'yesno'],
            'choice' => ['FriendlyName' => 'Choice', 'Type' => 'dropdown', 'Options' => 'one,two'],
            'side' => ['FriendlyName' => 'Side', 'Type' => 'radio', 'Options' => 'left,right'],
            'prose' => ['FriendlyName' => 'Prose', 'Type' => 'textarea'],
        ],
    ];
}

function labaddon_activate(): array
{
    try {
        Capsule::schema()->create('mod_labaddon', static function ($table): void {
            $table->increments('id');
            $table->text('event');
        });

        return ['status' => 'success', 'description' => 'made a table'];
    } catch (Throwable $refused) {
        return ['status' => 'error', 'description' => 'could not make a table'];
    }
}

function labaddon_deactivate(): array
{
    if (Capsule::table('mod_labaddon')->where('event', 'keep')->exists()) {
        return ['status' => 'error', 'description' => 'still needed'];
    }
    Capsule::schema()->dropIfExists('mod_labaddon');

    return ['status' => 'info', 'description' => 'dropped the table'];
}

function labaddon_upgrade(array $vars): void
{
    Capsule::table('mod_labaddon')->insert(['event' => 'upgraded from ' . $vars['version']]);
}

function labaddon_output(array $vars): void
{
    if (($_POST['ask'] ?? '') === 'json') {
        check_token('WHMCS.admin.default');
        ob_clean();
        header('Content-Type: application/json');
        echo json_encode(['admin' => (new CurrentUser())->admin()->username]);
        exit;
    }
    echo '<h2>' . $vars['_lang']['hello'] . '</h2><pre id="vars">' . htmlspecialchars(json_encode($vars)) . '</pre>'
        . '<pre id="secret">' . htmlspecialchars((string) Setting::getSettingValueForModule('labaddon', 'secret')) . '</pre>'
        . '<form method="post" action="' . htmlspecialchars($vars['modulelink']) . '">' . generate_token()
        . '<button name="ask" value="json">Ask</button></form>';
}

function labaddon_sidebar(array $vars): string
{
    return '<p>sidebar of ' . $vars['version'] . '</p>';
}
