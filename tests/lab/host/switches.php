<?php

/**
 * What is not publicly known about WHMCS, as switches: name => [default, other value, contract section, meaning].
 * A module has to work with both values of each.
 */

declare(strict_types=1);

return [
    'entity_encoding' => [
        'on', 'off', '1.3',
        'customfields, configoptions, clientsdetails and configoptionN reach modules HTML-entity-encoded',
    ],
    'addon_settings_encrypted' => [
        'off', 'on', '2.4',
        'password fields of addon settings are stored encrypted in tbladdonmodules',
    ],
    'sql_mode' => [
        'nonstrict', 'strict', '4',
        'SQL mode of every connection: without or with STRICT_TRANS_TABLES',
    ],
    'addon_post_token_checked_by_core' => [
        'off', 'on', '2.5',
        'a POST to addonmodules.php without a valid token is refused before the module sees it',
    ],
    'create_row_for_empty_custom_field' => [
        'on', 'off', '1.8',
        'an order makes a value row for every custom field of the product, also for those left blank or not on the form',
    ],
    'auto_created_field_adminonly' => [
        'off', 'on', '1.8',
        'a custom field that serviceProperties->save() had to create is for staff only',
    ],
    'addproduct_returns_pid' => [
        'on', 'off', '3.1',
        'AddProduct answers with pid, as its response table says; its example leaves it out',
    ],
    'queue_manual_failures' => [
        'off', 'on', '1.4',
        'failures of admin buttons and of the Module... API enter the module queue too',
    ],
    'optional_params_passed' => [
        'off', 'on', '1.2',
        'ConfigOptions and the two button functions are called with $params instead of with nothing',
    ],
    'undocumented_keys' => [
        'off', 'on', '1.3 and 2.3',
        "\$params['status'] and, in addons, \$vars['module'] and \$vars['access'] exist",
    ],
    'addon_id_in_params' => [
        'on', 'off', '11',
        "a product addon's call has its id in \$params['addonId'], which is undocumented; otherwise it is 0",
    ],
    'addon_model_in_params' => [
        'on', 'off', '11',
        "a product addon's call has a \\WHMCS\\Service\\Addon in \$params['model']; otherwise there is no model",
    ],
    'deleting_a_service_tells_of_its_addons' => [
        'off', 'on', '11',
        'AddonDeleted runs for the addons that go with a deleted service or client',
    ],
    'client_area_when_inactive' => [
        'on', 'off', '10 (Q11)',
        'ClientArea is called for services that are not Active, too',
    ],
];
