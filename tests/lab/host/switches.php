<?php

/**
 * What is not publicly known about WHMCS, as switches: name => [values, contract section, meaning]. The first
 * value is the default. A module has to work with all values of each.
 */

declare(strict_types=1);

return [
    'entity_encoding' => [
        ['on', 'off'], '1.3',
        'customfields, configoptions, clientsdetails and configoptionN reach modules HTML-entity-encoded',
    ],
    'addon_settings_encrypted' => [
        ['off', 'on'], '2.4',
        'password fields of addon settings are stored encrypted in tbladdonmodules',
    ],
    'sql_mode' => [
        ['nonstrict', 'strict'], '4',
        'SQL mode of every connection: without or with STRICT_TRANS_TABLES',
    ],
    'addon_post_token_checked_by_core' => [
        ['off', 'on'], '2.5',
        'a POST to addonmodules.php without a valid token is refused before the module sees it',
    ],
    'create_row_for_empty_custom_field' => [
        ['on', 'off'], '1.8',
        'an order makes a value row for every custom field of the product, also for those left blank or not on the form',
    ],
    'auto_created_field_adminonly' => [
        ['off', 'on'], '1.8',
        'a custom field that serviceProperties->save() had to create is for staff only',
    ],
    'addproduct_returns_pid' => [
        ['on', 'off'], '3.1',
        'AddProduct answers with pid, as its response table says; its example leaves it out',
    ],
    'queue_manual_failures' => [
        ['off', 'on'], '1.4',
        'failures of admin buttons and of the Module... API enter the module queue too',
    ],
    'optional_params_passed' => [
        ['off', 'on'], '1.2',
        'ConfigOptions and the two button functions are called with $params instead of with nothing',
    ],
    'undocumented_keys' => [
        ['on', 'off'], '1.3, 2.3 and 11',
        "\$params['status'], ['whmcsVersion'], ['accountid'] and ['qty'] and, in addons, \$vars['module'] and \$vars['access'] exist",
    ],
    'addproduct_without_pricing' => [
        ['unpriced', 'zero'], '11',
        'a product that AddProduct was given no pricing for has no prices, or costs nothing in every cycle',
    ],
    'properties_find_piped_names' => [
        ['on', 'off'], '1.8',
        'serviceProperties know a custom field `name|What people see` by its name; else they make another one',
    ],
    'model_is_cached' => [
        ['off', 'on'], '11',
        "\$params['model'] and its serviceProperties know the row and the custom fields as they were when the process first asked",
    ],
    'connection_charset' => [
        ['utf8mb4', 'utf8'], '4',
        'character set of every connection; with utf8, characters beyond the basic plane cannot be written, in strict mode an error',
    ],
    'emulated_prepares' => [
        ['off', 'on'], '4',
        'PDO puts the values into the statements itself, instead of the server',
    ],
    'cancellation_sets' => [
        ['Cancelled', 'Terminated'], '1.4',
        'status of a service whose cancellation request the cron has carried out',
    ],
    'client_area_when_inactive' => [
        ['on', 'off'], '10 (Q11)',
        'ClientArea is called for services that are not Active, too',
    ],
    'sign_on_when_inactive' => [
        ['on', 'off'], '1.2',
        'ServiceSingleSignOn is called for services that are not Active, too',
    ],
    'change_password_hook_tells' => [
        ['newpassword', 'newspassword'], '5',
        'name of the new password in AfterModuleChangePassword; the documentation has had both',
    ],
    'addon_told_by' => [
        ['both', 'model', 'addonId'], '11',
        "how \$params tells a product addon: model is a WHMCS\\Service\\Addon, addonId is its id, or both; what does not tell is not there",
    ],
    'addon_packageid' => [
        ['parent', 'addon'], '1.9',
        "of which \$params['pid'] and ['packageid'] are for a product addon: of the parent service's product, or tbladdons.id",
    ],
    'product_addon_save_detects_hooks' => [
        ['off', 'on'], '1.1',
        "a server module's hooks.php is found, too, when the Module Settings of a product addon are saved",
    ],
    'addons_of_deleted_service' => [
        ['hooks', 'silent', 'kept'], '11',
        'a deleted service takes its addons along, with AddonDeleted or without, or leaves their rows behind',
    ],
    'client_delete_runs_service_hooks' => [
        ['off', 'on'], '11',
        'deleting a client runs ServiceDelete and AddonDeleted for what he had; PreDeleteClient and ClientDelete always run',
    ],
    'merge_runs_client_delete_hooks' => [
        ['off', 'on'], '11',
        'PreDeleteClient and ClientDelete run for the client that a merge leaves empty and removes',
    ],
    'move_runs_service_edit' => [
        ['on', 'off'], '11',
        'moving a service to another client runs ServiceEdit, with the new owner',
    ],
    'order_delete_runs_service_hooks' => [
        ['off', 'on'], '11',
        'deleting an order runs ServiceDelete and AddonDeleted for what was ordered; DeleteOrder always runs, before',
    ],
    'addon_list_runs_upgrade' => [
        ['on', 'off'], '11',
        "the list of addon modules counts as an access, so it runs _upgrade; the addon's own page always does",
    ],
];
