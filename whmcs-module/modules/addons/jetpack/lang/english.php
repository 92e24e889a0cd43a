<?php

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

$_ADDONLANG['activated'] = 'Next: choose Configure, enter your partner id and secret and allow your role access, '
    . 'then open Addons > Jetpack.';
$_ADDONLANG['deactivated'] = 'The module\'s tables and all products stay: they record which plans you pay for, and '
    . 'the keys that provisioned them. Services can still be terminated; to create new ones, set the partner id and secret in '
    . 'the product\'s Module Settings, or activate the addon again.';
$_ADDONLANG['tables_failed'] = 'The tables could not be created or altered. Grant the database user of WHMCS the '
    . 'right CREATE, for tables of an older version also ALTER and INDEX, then activate again.';
$_ADDONLANG['server_module_missing'] = 'The folder modules/servers/jetpack is missing. Copy both folders of the '
    . 'package, then activate again.';

$_ADDONLANG['tab_overview'] = 'Overview';
$_ADDONLANG['tab_setup'] = 'Set-up';

$_ADDONLANG['credentials_title'] = 'Credentials';
$_ADDONLANG['credentials_text'] = 'Asks WordPress.com whether the partner id and secret of this addon module work.';
$_ADDONLANG['credentials_button'] = 'Validate Credentials';

$_ADDONLANG['ended_title'] = 'Plans without a service';
$_ADDONLANG['ended_text'] = 'WHMCS has ended or deleted the services of these plans without asking the module to cancel them, so they '
    . 'may still be billed. Cancel a plan now, or let it go: then it lives on, and this module does not look after it any more. To '
    . 'keep a plan whose service still exists, set the service back.';
$_ADDONLANG['ended_was'] = 'Service';
$_ADDONLANG['ended_site'] = 'Site';
$_ADDONLANG['ended_since'] = 'Since';
$_ADDONLANG['ended_until'] = 'Cancelled on';
$_ADDONLANG['ended_never'] = 'not by itself';
$_ADDONLANG['ended_cancel'] = 'Cancel now';
$_ADDONLANG['ended_let_go'] = 'Let go';
$_ADDONLANG['ended_more'] = 'There are %d more.';
$_ADDONLANG['ended_no_more'] = 'That plan is not in the list any more. Nothing was done.';

$_ADDONLANG['overview_attention'] = 'Needs attention';
$_ADDONLANG['overview_calm'] = 'Nothing needs your attention.';
$_ADDONLANG['overview_none'] = 'There is no plan yet. Sell one, or press Create on the page of a client\'s service.';
$_ADDONLANG['overview_more'] = 'Shown are the %d that changed last.';
$_ADDONLANG['overview_matter'] = 'What is the matter';
$_ADDONLANG['overview_details'] = 'Details';
$_ADDONLANG['overview_kind_refused'] = 'Failed: WordPress.com refused the plan';
$_ADDONLANG['overview_kind_unknown'] = 'Not known: a request was not answered';
$_ADDONLANG['overview_kind_waiting'] = 'Waits for its owner';
$_ADDONLANG['overview_kind_orphaned'] = 'Orphaned: WHMCS deleted its service';
$_ADDONLANG['overview_kind_ended'] = 'Ended in WHMCS, and not cancelled';
$_ADDONLANG['overview_kind_gone'] = 'The plan is gone';
$_ADDONLANG['overview_kind_replaced'] = 'Another plan than was sold';
$_ADDONLANG['overview_kind_unreadable'] = 'Its record cannot be read';
$_ADDONLANG['overview_cost_not_billed'] = 'paid to Automattic, not billed';
$_ADDONLANG['overview_cost_no_plan'] = 'billed, no plan';
$_ADDONLANG['overview_day_left'] = '1 day left';
$_ADDONLANG['overview_days_left'] = '%d days left';
$_ADDONLANG['overview_states'] = 'Plans by state';
$_ADDONLANG['overview_count'] = 'Plans';
$_ADDONLANG['overview_months'] = 'Plans per month';
$_ADDONLANG['overview_months_text'] = 'Months are those of UTC. Active are the plans at the end of the month, in this month those of now.';
$_ADDONLANG['overview_months_since'] = 'The records are complete from %s on; months before that are not shown.';
$_ADDONLANG['overview_months_numbers'] = 'The same in numbers';
$_ADDONLANG['overview_month'] = 'Month';
$_ADDONLANG['overview_new'] = 'New';
$_ADDONLANG['overview_ended'] = 'Ended';
$_ADDONLANG['overview_active'] = 'Active';

$_ADDONLANG['products_title'] = 'Products';
$_ADDONLANG['products_text'] = 'Creates one product for each of the plans below, with their custom fields and a welcome '
    . 'mail. They are hidden and cannot be ordered until they have a price: set your prices, then unhide those you want to sell. '
    . 'Products that exist already stay as they are; only custom fields that they lack are added.';
$_ADDONLANG['products_group'] = 'Product group';
$_ADDONLANG['products_button'] = 'Create Products';
$_ADDONLANG['no_group'] = 'Products belong to a product group, and there is none yet.';
$_ADDONLANG['create_group'] = 'Create a product group';
$_ADDONLANG['unknown_group'] = 'Choose one of the product groups.';
$_ADDONLANG['created'] = 'Created: %s. Set their prices, then unhide them.';
$_ADDONLANG['nothing_created'] = 'All four products exist already.';
$_ADDONLANG['creation_failed'] = 'The products could not be created: %s Nothing was changed.';
$_ADDONLANG['no_mail'] = 'The welcome mail could not be made; choose another in their tab Details. The module log says why.';
$_ADDONLANG['mail_subject'] = 'Your {$service_product_name}';
$_ADDONLANG['mail_message'] = '<p>Dear {$client_first_name},</p>
<p>thank you for ordering {$service_product_name}.</p>
<p><strong>{if isset($jetpack_details)}{$jetpack_details|escape}'
    . '{elseif isset($service_custom_field_jetpackprovisioningdetails)}{$service_custom_field_jetpackprovisioningdetails|escape}'
    . '{/if}</strong></p>
<p>You find it in our client area as well, with your products and services: {$whmcs_link}</p>
<p>{$signature}</p>';
$_ADDONLANG['plan'] = 'Plan';
$_ADDONLANG['product'] = 'Product';
$_ADDONLANG['state'] = 'State';
$_ADDONLANG['hidden'] = 'hidden';
$_ADDONLANG['visible'] = 'on sale';
$_ADDONLANG['absent'] = 'not created';

$_ADDONLANG['bad_token'] = 'The form was too old or did not come from this page. Nothing was done; try again.';
$_ADDONLANG['success'] = 'Success';
$_ADDONLANG['problem'] = 'Problem';
$_ADDONLANG['failed'] = 'This page failed unexpectedly. The module log says where; please report it.';
