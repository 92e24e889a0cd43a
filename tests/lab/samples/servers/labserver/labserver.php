<?php

/**
 * A provisioning module for the lab's own tests. Its first option says how every command ends, its second which shape
 * ClientArea answers with.
 */

declare(strict_types=1);

use WHMCS\Module\Server\CustomAction;
use WHMCS\Module\Server\CustomActionCollection;
use WHMCS\Module\Server\Labserver\Behaviour;

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

function labserver_MetaData(): array
{
    return ['DisplayName' => 'Lab Server', 'APIVersion' => '1.1', 'RequiresServer' => false];
}

function labserver_ConfigOptions(): array
{
    return [
        'behaviour' => [
            'FriendlyName' => 'Behaviour',
            'Type' => 'dropdown',
            'Options' => implode(',', Behaviour::ALL),
            'Default' => 'succeed',
        ],
        'shape' => [
            'FriendlyName' => 'Client area',
            'Type' => 'radio',
            'Options' => ['overview' => 'Added', 'replacement' => 'Replaced', 'legacy' => 'Legacy', 'implicit' => 'Implicit', 'html' => 'HTML'],
        ],
        'secret' => ['FriendlyName' => 'Secret', 'Type' => 'password', 'Size' => '30', 'Description' => 'Kept <b>safe</b>'],
        'flag' => ['FriendlyName' => 'Flag', 'Type' => 'yesno'],
        'text' => ['FriendlyName' => 'Text', 'Type' => 'text', 'Default' => 'a default'],
        'prose' => ['FriendlyName' => 'Prose', 'Type' => 'textarea', 'Rows' => '2'],
    ];
}

function labserver_CreateAccount(array $params)
{
    if (isset($params['model'])) {
        $params['model']->serviceProperties->save(['activation' => 'https://example.test/?for=' . $params['serviceid']]);
    }
    logModuleCall('labserver', 'CreateAccount', $params['customfields'] ?? [], 'made', '', [$params['configoption3'] ?? '']);

    return Behaviour::of($params);
}

function labserver_SuspendAccount(array $params)
{
    logActivity('suspending because ' . ($params['suspendreason'] ?? ''), $params['userid'] ?? 0);

    return Behaviour::of($params);
}

function labserver_UnsuspendAccount(array $params)
{
    return Behaviour::of($params);
}

function labserver_TerminateAccount(array $params)
{
    return Behaviour::of($params);
}

function labserver_ChangePackage(array $params)
{
    return Behaviour::of($params);
}

function labserver_AdminCustomButtonArray(): array
{
    return ['Check Now' => 'check', 'Ping' => 'refresh', 'Who' => 'who'];
}

function labserver_ClientAreaCustomButtonArray(): array
{
    return ['Refresh' => 'refresh'];
}

function labserver_check(array $params): string
{
    return 'checked <b>' . ($params['domain'] ?? '') . '</b>';
}

/** What tells whom a call is for. */
function labserver_who(array $params): string
{
    return json_encode(array_intersect_key($params, array_flip([
        'serviceid', 'addonId', 'userid', 'packageid', 'domain', 'moduletype', 'configoption1', 'configoption5', 'customfields', 'Text',
    ])) + ['model' => isset($params['model']) ? $params['model']::class . ' ' . $params['model']->id : null]);
}

function labserver_refresh(array $params): string
{
    return 'success';
}

function labserver_AdminServicesTabFields(array $params): array
{
    $note = htmlspecialchars($params['customfields']['Note'] ?? '');

    return [
        'Lab Note' => '<input name="labserver_note" value="' . $note . '">',
        'As Params' => htmlspecialchars(json_encode($params['customfields'] ?? [])),
    ];
}

function labserver_AdminServicesTabFieldsSave(array $params): void
{
    if (isset($_REQUEST['labserver_note'], $params['model'])) {
        $params['model']->serviceProperties->save(['Note' => $_REQUEST['labserver_note']]);
    }
}

function labserver_ClientArea(array $params)
{
    return match ($params['configoption2'] ?? '') {
        'overview' => ['tabOverviewModuleOutputTemplate' => 'templates/overview.tpl', 'templateVariables' => ['greeting' => 'added']],
        'replacement' => ['tabOverviewReplacementTemplate' => 'overview.tpl', 'templateVariables' => ['greeting' => 'replaced']],
        'legacy' => ['templatefile' => 'overview', 'vars' => ['greeting' => 'legacy']],
        'html' => '<p class="sample">greeting html</p>',
        default => [],
    };
}

function labserver_ServiceSingleSignOn(array $params): array
{
    return ($params['domain'] ?? '') === 'nowhere.test'
        ? ['success' => false, 'errorMsg' => 'the sample <leads> nowhere']
        : ['success' => true, 'redirectTo' => 'index.php?signed=' . ($params['serviceid'] ?? '')];
}

function labserver_CustomActions(array $params): CustomActionCollection
{
    $actions = new CustomActionCollection();
    $actions->add(CustomAction::factory('sample', 'Sign <on>', 'labserver_ServiceSingleSignOn', [$params], ['productsso']));
    $actions->add(CustomAction::factory('away', 'Away', static fn (): array => ['success' => true, 'redirectTo' => 'index.php?away']));

    return $actions;
}
