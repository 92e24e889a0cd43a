<?php

/**
 * The server module "Jetpack": the functions that WHMCS calls, and nothing else.
 *
 * WHMCS loads this file with whatever PHP it runs on, so it keeps to the syntax of PHP 7.2, for which an attribute is a
 * comment to the end of its line; what it calls needs PHP 8.1. The addon module of the same name is loaded in the same
 * process, and PHP's function names ignore case: this file and the addon's must never define the same name
 * (whmcs-contract.md §8.1).
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Server\CustomActionCollection;
use WHMCS\Module\Server\Jetpack\AdminTab;
use WHMCS\Module\Server\Jetpack\ClientPanel;
use WHMCS\Module\Server\Jetpack\ModuleCall;
use WHMCS\Module\Server\Jetpack\Options;
use WHMCS\Module\Server\Jetpack\PhpVersion;
use WHMCS\Module\Server\Jetpack\SignOn;
use WHMCS\Module\Server\Jetpack\TryAgain;

require_once __DIR__ . '/lib/PhpVersion.php';

/**
 * @return array<string, mixed>
 */
function jetpack_MetaData(): array
{
    return [
        'DisplayName' => 'Jetpack',
        'APIVersion' => '1.1',
        'RequiresServer' => false,
        'ServiceSingleSignOnLabel' => 'Open Jetpack',
    ];
}

/**
 * @return array<string, array<string, mixed>>
 */
function jetpack_ConfigOptions(): array
{
    return Options::all();
}

/**
 * Provisions the Jetpack plan that was ordered.
 *
 * @param array<string, mixed> $params
 *
 * @return string 'success', or a sentence for staff
 */
function jetpack_CreateAccount(
    #[\SensitiveParameter]
    array $params = []
): string {
    return PHP_VERSION_ID < 80100 ? PhpVersion::tooOld() : ModuleCall::run('CreateAccount', 'create', $params);
}

/**
 * Cancels the Jetpack plan, so that it stops costing money.
 *
 * @param array<string, mixed> $params
 *
 * @return string 'success', or a sentence for staff
 */
function jetpack_TerminateAccount(
    #[\SensitiveParameter]
    array $params = []
): string {
    return PHP_VERSION_ID < 80100 ? PhpVersion::tooOld() : ModuleCall::run('TerminateAccount', 'terminate', $params);
}

/**
 * Keeps the plan, or cancels it for as long as the service is suspended: the product's option 4 says which.
 *
 * @param array<string, mixed> $params
 *
 * @return string 'success', or a sentence for staff
 */
function jetpack_SuspendAccount(
    #[\SensitiveParameter]
    array $params = []
): string {
    return PHP_VERSION_ID < 80100 ? PhpVersion::tooOld() : ModuleCall::run('SuspendAccount', 'suspend', $params);
}

/**
 * Gives back what was cancelled for a suspension.
 *
 * @param array<string, mixed> $params
 *
 * @return string 'success', or a sentence for staff
 */
function jetpack_UnsuspendAccount(
    #[\SensitiveParameter]
    array $params = []
): string {
    return PHP_VERSION_ID < 80100 ? PhpVersion::tooOld() : ModuleCall::run('UnsuspendAccount', 'unsuspend', $params);
}

/**
 * Replaces the plan by that of the new product. WHMCS calls it for configurable options, too.
 *
 * @param array<string, mixed> $params
 *
 * @return string 'success', or a sentence for staff
 */
function jetpack_ChangePackage(
    #[\SensitiveParameter]
    array $params = []
): string {
    return PHP_VERSION_ID < 80100 ? PhpVersion::tooOld() : ModuleCall::run('ChangePackage', 'change', $params);
}

/**
 * The panel on the client's product page. The addon must never have a `_clientarea`, which would be the same function.
 *
 * @param array<string, mixed> $params
 *
 * @return array<string, mixed>
 */
function jetpack_ClientArea(
    #[\SensitiveParameter]
    array $params = []
): array {
    return PHP_VERSION_ID < 80100 ? [] : ClientPanel::of($params);
}

/**
 * Leads to the next step: to where the site is connected, or to its wp-admin.
 *
 * @param array<string, mixed> $params
 *
 * @return array<string, mixed>
 */
function jetpack_ServiceSingleSignOn(
    #[\SensitiveParameter]
    array $params = []
): array {
    return PHP_VERSION_ID < 80100 ? ['success' => false, 'errorMsg' => PhpVersion::forClients()] : SignOn::answer($params);
}

/**
 * The same as a button on the client area's first page, from WHMCS 8.5 on; what is older has no such class and never calls it.
 *
 * @param array<string, mixed> $params
 *
 * @return CustomActionCollection|null
 */
function jetpack_CustomActions(
    #[\SensitiveParameter]
    array $params = []
) {
    $actions = class_exists(CustomActionCollection::class) ? new CustomActionCollection() : null;
    if ($actions !== null && PHP_VERSION_ID >= 80100) {
        SignOn::offer($actions, $params);
    }

    return $actions;
}

/**
 * What staff see of the service on the client's products tab.
 *
 * @param array<string, mixed> $params
 *
 * @return array<string, string> labels and HTML
 */
function jetpack_AdminServicesTabFields(
    #[\SensitiveParameter]
    array $params = []
): array {
    return PHP_VERSION_ID < 80100 ? ['Jetpack' => PhpVersion::tooOld()] : AdminTab::fields($params);
}

/**
 * The further buttons of the client's products tab, each with the function that it calls.
 *
 * @return array<string, string>
 */
function jetpack_AdminCustomButtonArray(): array
{
    return ['Try again' => 'TryAgain', 'New link' => 'NewLink', 'Adopt plan' => 'AdoptPlan', 'Look now' => 'LookNow'];
}

/**
 * Create once more, after its reason was mended.
 *
 * @param array<string, mixed> $params
 *
 * @return string 'success', or a sentence for staff
 */
function jetpack_TryAgain(
    #[\SensitiveParameter]
    array $params = []
): string {
    return PHP_VERSION_ID < 80100 ? PhpVersion::tooOld() : TryAgain::run($params);
}

/**
 * Gets a plan that waits for its owner a new address, and a new term.
 *
 * @param array<string, mixed> $params
 *
 * @return string 'success', or a sentence for staff
 */
function jetpack_NewLink(
    #[\SensitiveParameter]
    array $params = []
): string {
    return PHP_VERSION_ID < 80100 ? PhpVersion::tooOld() : ModuleCall::run('NewLink', 'renew', $params);
}

/**
 * Takes over a plan that the site has and no service here holds.
 *
 * @param array<string, mixed> $params
 *
 * @return string 'success', or a sentence for staff
 */
function jetpack_AdoptPlan(
    #[\SensitiveParameter]
    array $params = []
): string {
    return PHP_VERSION_ID < 80100 ? PhpVersion::tooOld() : ModuleCall::run('AdoptPlan', 'adopt', $params);
}

/**
 * Asks WordPress.com how the plan stands, and changes nothing there.
 *
 * @param array<string, mixed> $params
 *
 * @return string 'success', or a sentence for staff
 */
function jetpack_LookNow(
    #[\SensitiveParameter]
    array $params = []
): string {
    return PHP_VERSION_ID < 80100 ? PhpVersion::tooOld() : ModuleCall::run('LookNow', 'look', $params);
}
