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
$_ADDONLANG['folders_differ'] = 'The folder modules/servers/jetpack is of version %s of the module, and modules/addons/jetpack of version %s. Copy both from the same package.';

$_ADDONLANG['tab_overview'] = 'Overview';
$_ADDONLANG['tab_services'] = 'Services';
$_ADDONLANG['tab_products'] = 'Products';
$_ADDONLANG['tab_keys'] = 'Keys';
$_ADDONLANG['tab_billed'] = 'What I pay for';
$_ADDONLANG['tab_moving'] = 'Moving in';
$_ADDONLANG['tab_setup'] = 'Set-up';

$_ADDONLANG['services_search'] = 'Search';
$_ADDONLANG['services_search_hint'] = 'Site, client or service #';
$_ADDONLANG['services_any'] = 'Any';
$_ADDONLANG['services_differs'] = 'not as it was sold';
$_ADDONLANG['services_ended'] = 'ended in WHMCS, plan still there';
$_ADDONLANG['services_key'] = 'Partner id';
$_ADDONLANG['services_sort'] = 'Order';
$_ADDONLANG['services_newest'] = 'Newest first';
$_ADDONLANG['services_oldest'] = 'Oldest first';
$_ADDONLANG['services_none'] = 'No plan was provisioned yet. A paid order does it by itself; or press Create on a client\'s service.';
$_ADDONLANG['services_not_found'] = 'No service is found with this.';
$_ADDONLANG['services_site'] = 'Site';
$_ADDONLANG['services_no_site'] = '(no address)';
$_ADDONLANG['services_service'] = 'Service';
$_ADDONLANG['services_client'] = 'Client';
$_ADDONLANG['services_attention'] = 'Look';
$_ADDONLANG['services_first'] = 'First page';
$_ADDONLANG['services_next'] = 'Next page';
$_ADDONLANG['services_export'] = 'Export as CSV';
$_ADDONLANG['services_time'] = 'Time';
$_ADDONLANG['services_action'] = 'Action';
$_ADDONLANG['services_said'] = 'What came of it';

$_ADDONLANG['bulk_with'] = 'With the ticked services:';
$_ADDONLANG['bulk_choose'] = 'choose';
$_ADDONLANG['bulk_next'] = 'Continue';
$_ADDONLANG['bulk_page'] = 'All on this page';
$_ADDONLANG['bulk_tick'] = 'Choose %s';
$_ADDONLANG['bulk_all'] = 'all %d that were found instead';
$_ADDONLANG['bulk_do_look'] = 'Look now';
$_ADDONLANG['bulk_do_create'] = 'Try again';
$_ADDONLANG['bulk_do_renew'] = 'New link';
$_ADDONLANG['bulk_do_adopt'] = 'Adopt';
$_ADDONLANG['bulk_do_terminate'] = 'Terminate';
$_ADDONLANG['bulk_do_letgo'] = 'Let go';
$_ADDONLANG['bulk_means_look'] = 'WordPress.com is asked how each plan stands, and the records follow. Nothing is bought or cancelled.';
$_ADDONLANG['bulk_means_create'] = 'Each plan that is missing is ordered again, as by the button Create: what succeeds is billed, and its service '
    . 'becomes active; that of a product addon is set to Active on its own page. A plan that is there already is not bought twice. Services that are suspended or over are left alone.';
$_ADDONLANG['bulk_means_renew'] = 'Each owner whose plan waits gets a new link and two weeks from now; the old link may stop working.';
$_ADDONLANG['bulk_means_adopt'] = 'Each service takes over the plan that its site has from your key already, if no other service here holds it. '
    . 'Nothing is bought.';
$_ADDONLANG['bulk_means_terminate'] = 'Each plan is cancelled at WordPress.com now, and its service becomes Terminated in WHMCS. The sites lose what the '
    . 'plans gave them. This cannot be undone; a plan can only be bought anew.';
$_ADDONLANG['bulk_means_letgo'] = 'Plans whose services WHMCS has ended or deleted live on and are billed by WordPress.com until somebody cancels '
    . 'them; this module does not look after them any more. Services that are in use are left as they are.';
$_ADDONLANG['bulk_more'] = 'and %d more';
$_ADDONLANG['bulk_cancel'] = 'Cancel';
$_ADDONLANG['bulk_go_on'] = 'Go on';
$_ADDONLANG['bulk_stop'] = 'Stop';
$_ADDONLANG['bulk_again'] = 'Try the failed ones again (%d)';
$_ADDONLANG['bulk_back'] = 'Back to the services';
$_ADDONLANG['bulk_by'] = 'Begun %s by %s.';
$_ADDONLANG['bulk_progress'] = '%1$d of %2$d done, none failed.';
$_ADDONLANG['bulk_progress_failed'] = '%1$d of %2$d done, of which %3$d failed.';
$_ADDONLANG['bulk_is_stopped'] = 'Stopped.';
$_ADDONLANG['bulk_unfinished'] = 'is not finished:';
$_ADDONLANG['bulk_latest'] = 'Latest bulk actions';
$_ADDONLANG['bulk_hint'] = 'It goes on while this page is open. If you close it, nothing is lost: press Go on here or in the list of services later.';
$_ADDONLANG['bulk_broken'] = 'The server did not answer as expected. What was done stays done. It is tried again a few times; then open this page anew.';
$_ADDONLANG['bulk_done'] = 'Done';
$_ADDONLANG['bulk_failed'] = 'Failed';
$_ADDONLANG['bulk_shown'] = 'Shown are %d of %d, the failed ones first.';
$_ADDONLANG['bulk_unknown'] = 'That bulk action is not there any more. Nothing was done; choose the services again.';
$_ADDONLANG['bulk_no_action'] = 'Choose what is to be done with the services. Nothing was done yet.';
$_ADDONLANG['bulk_nothing'] = 'Tick the services first. Nothing was done yet.';
$_ADDONLANG['bulk_too_many'] = 'More than %d services at once are too many: narrow the search. Nothing was done.';
$_ADDONLANG['bulk_gone'] = 'Its record is not there any more. Nothing was done.';
$_ADDONLANG['bulk_unreadable'] = 'Its record cannot be read, so nothing was done. Its row in the list of services says more.';
$_ADDONLANG['bulk_ended'] = 'WHMCS has ended or deleted this service, or given it to another module: only Look now, Terminate and Let go can be done to '
    . 'its plan. Nothing was done.';
$_ADDONLANG['bulk_not_tried'] = 'The service has the status %s in WHMCS, and this is done to Pending and Active ones. Nothing was done; press the button on its page if '
    . 'you mean it.';
$_ADDONLANG['bulk_status_left'] = 'The plan was cancelled, but WHMCS did not set the product addon to Terminated: %s Set its status on its page.';
$_ADDONLANG['bulk_no_word'] = 'WHMCS refused without a reason. See the module log.';
$_ADDONLANG['bulk_lost'] = 'It was begun several times, and each time the server broke off. Look at the service and at PHP\'s error log, then try again.';
$_ADDONLANG['bulk_repeated'] = '(It had been begun before without an outcome, so it was asked for once more; that buys or cancels nothing twice.)';

$_ADDONLANG['credentials_button'] = 'Validate Credentials';

$_ADDONLANG['setup_complete'] = 'The set-up is complete.';
$_ADDONLANG['setup_left'] = 'To do: %d.';
$_ADDONLANG['setup_state_done'] = 'Done';
$_ADDONLANG['setup_state_todo'] = 'To do';
$_ADDONLANG['setup_state_note'] = 'Note';
$_ADDONLANG['setup_machine'] = 'This server';
$_ADDONLANG['setup_key'] = 'WordPress.com';
$_ADDONLANG['setup_shop'] = 'Shop';
$_ADDONLANG['setup_line_web'] = 'Web server\'s PHP';
$_ADDONLANG['setup_line_cron'] = 'Cron';
$_ADDONLANG['setup_line_tables'] = 'Tables';
$_ADDONLANG['setup_line_hooks'] = 'Hooks';
$_ADDONLANG['setup_line_settings'] = 'Settings';
$_ADDONLANG['setup_line_credentials'] = 'Credentials';
$_ADDONLANG['setup_line_api'] = 'Partner API';
$_ADDONLANG['setup_line_clock'] = 'Clock';
$_ADDONLANG['setup_line_others'] = 'Other key';
$_ADDONLANG['setup_line_products'] = 'Products';
$_ADDONLANG['setup_line_fields'] = 'Custom fields';
$_ADDONLANG['setup_line_prices'] = 'Prices';
$_ADDONLANG['setup_line_mail'] = 'Welcome mail';
$_ADDONLANG['setup_php'] = 'PHP %s (%s) with version %s of the module.';
$_ADDONLANG['setup_way_extension'] = 'It reaches Rust through the PHP extension.';
$_ADDONLANG['setup_way_program'] = 'It reaches Rust through the program jetpack-partner. Through the PHP extension a call would take one round '
    . 'trip to WordPress.com instead of three, because connections stay open.';
$_ADDONLANG['setup_file'] = 'The extension for this PHP is the file extensions/%s/jetpack_bridge.so of the package.';
$_ADDONLANG['setup_installer'] = 'What the installer wants to know of this PHP (jetpack-partner install --web)';
$_ADDONLANG['setup_cron_never'] = 'WHMCS\'s cron has not run since this version was installed. It tries failed orders again, reminds '
    . 'owners and finds plans that nobody sells any more. Let its command run every five minutes, as Automation Settings shows it, in a '
    . 'PHP of 8.1 or newer.';
$_ADDONLANG['setup_cron_unseen'] = 'It cannot be seen until WHMCS has noticed the hooks, see below.';
$_ADDONLANG['setup_cron_done'] = 'It ran %s.';
$_ADDONLANG['setup_cron_late'] = 'It ran %s and should run every five minutes. See Automation Settings for its command.';
$_ADDONLANG['setup_cron_other'] = 'The module files are of another version now: let the cron run once more, and if this stays, see '
    . 'whether it runs on another server.';
$_ADDONLANG['setup_tables_done'] = 'They are of this version.';
$_ADDONLANG['setup_hooks_done'] = 'WHMCS tells the module of deleted services, changed orders and the cron.';
$_ADDONLANG['setup_hooks_todo'] = 'WHMCS has not noticed the file hooks.php, which is newer than the activation. Save the addon\'s '
    . 'settings once, as they are.';
$_ADDONLANG['setup_configure'] = 'Configure';
$_ADDONLANG['setup_settings_roles'] = 'Roles that may end plans: no administrator role is called %s.';
$_ADDONLANG['setup_settings_done'] = 'All are understood.';
$_ADDONLANG['setup_key_none'] = 'The partner id and secret come from Automattic, with the agreement.';
$_ADDONLANG['setup_key_of_products'] = 'Every product has a key of its own in its Module Settings; here none is needed.';
$_ADDONLANG['setup_key_get'] = 'Become a partner';
$_ADDONLANG['setup_key_todo'] = 'WordPress.com was not asked yet whether it takes these.';
$_ADDONLANG['setup_step_token'] = 'No access token was given.';
$_ADDONLANG['setup_step_key'] = 'A token was given, then the key was refused.';
$_ADDONLANG['setup_checked'] = '%s Checked %s.';
$_ADDONLANG['setup_api_done'] = 'It answered in %d ms, %s.';
$_ADDONLANG['setup_clock_ahead'] = '%d s ahead of WordPress.com\'s.';
$_ADDONLANG['setup_clock_behind'] = '%d s behind WordPress.com\'s.';
$_ADDONLANG['setup_clock_todo'] = 'Certificates and tokens fail with a wrong clock: let NTP set it.';
$_ADDONLANG['setup_others_kept'] = 'Plans that belong to the partner id %2$s: %1$d. Its secret is kept, encrypted, and goes on looking '
    . 'after them and ending them.';
$_ADDONLANG['setup_others_lost'] = 'Plans that belong to the partner id %2$s: %1$d. Its secret is not kept, so they cannot be ended from '
    . 'here. Set id and secret in the Module Settings of one of their products, then open this page again.';
$_ADDONLANG['setup_products_todo'] = 'No product is set to this module yet.';
$_ADDONLANG['setup_fields_done'] = 'Every product has its four, as the module needs them.';
$_ADDONLANG['setup_fields_todo'] = 'Missing, off the order form, or hidden from clients: %s.';
$_ADDONLANG['setup_fields_repair'] = 'Repair';
$_ADDONLANG['setup_fields_repaired'] = 'The custom fields are complete. Names, descriptions and patterns of yours were left as they are.';
$_ADDONLANG['setup_prices_todo'] = 'Nothing can be ordered yet: set a price in the product\'s tab Pricing and clear Hidden.';
$_ADDONLANG['setup_prices_done'] = 'Can be ordered: %s.';
$_ADDONLANG['setup_prices_left'] = 'Without a price: %s.';
$_ADDONLANG['setup_open'] = 'Open %s';
$_ADDONLANG['setup_mail_done'] = 'Every product has one.';
$_ADDONLANG['setup_mail_note'] = 'None is sent for %s; its owner finds the next step in the client area alone.';
$_ADDONLANG['setup_mail_unknown'] = 'WHMCS\'s mail templates could not be read. Products work without a mail.';
$_ADDONLANG['setup_mail_repair'] = 'Send Jetpack Welcome';
$_ADDONLANG['setup_mail_repaired'] = 'Jetpack Welcome is sent for every product that had no mail.';
$_ADDONLANG['ago_days'] = '%d days ago';
$_ADDONLANG['ago_hours'] = '%d hours ago';
$_ADDONLANG['ago_minutes'] = '%d minutes ago';
$_ADDONLANG['ago_now'] = 'just now';

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
$_ADDONLANG['overview_months_counted'] = 'Counted %s.';
$_ADDONLANG['overview_months_later'] = 'Plans per month are counted by one of the next runs of the cron.';
$_ADDONLANG['overview_months_numbers'] = 'The same in numbers';
$_ADDONLANG['overview_month'] = 'Month';
$_ADDONLANG['overview_new'] = 'New';
$_ADDONLANG['overview_ended'] = 'Ended';
$_ADDONLANG['overview_active'] = 'Active';

$_ADDONLANG['billed_title'] = 'What do I pay for?';
$_ADDONLANG['billed_text'] = 'WordPress.com\'s own report of the plans that it bills you for, against the services here. Reading it changes nothing.';
$_ADDONLANG['billed_unset'] = 'Optional. It takes the token of a WordPress.com user who belongs to your partner account, and the numbers of that account and '
    . 'of its keys: set User Token, Partner Number and Key Numbers.';
$_ADDONLANG['billed_read'] = 'Read the report';
$_ADDONLANG['billed_go_on'] = 'Go on reading';
$_ADDONLANG['billed_again'] = 'Read it anew';
$_ADDONLANG['billed_progress'] = 'Being read: %d plans so far.';
$_ADDONLANG['billed_age'] = 'As WordPress.com reported it. Read %s.';
$_ADDONLANG['billed_done'] = 'The report is read and compared.';
$_ADDONLANG['billed_some'] = 'A part of the report is read.';
$_ADDONLANG['billed_two'] = 'Somebody else is reading the report at this moment. Open the page again for what comes of it.';
$_ADDONLANG['billed_untold'] = 'The report cannot be asked for these plans by name: %s. What is billed of them is shown without its plan.';
$_ADDONLANG['billed_nothing'] = 'WordPress.com bills no plan.';
$_ADDONLANG['billed_number'] = 'Billed';
$_ADDONLANG['billed_sold_number'] = 'Of these sold here';
$_ADDONLANG['billed_rest'] = 'Cost of the rest, a month';
$_ADDONLANG['billed_no_cost'] = 'not known: type it in the tab Products';
$_ADDONLANG['billed_plan_unknown'] = '(the report does not say which plan)';
$_ADDONLANG['billed_here'] = 'Here';
$_ADDONLANG['billed_key'] = 'key %s';
$_ADDONLANG['billed_since'] = 'since %s';
$_ADDONLANG['billed_journal'] = 'Journal';
$_ADDONLANG['billed_word_unsold'] = 'Billed, not sold here';
$_ADDONLANG['billed_word_ended'] = 'Billed, ended here';
$_ADDONLANG['billed_word_lost'] = 'Billed, gone here';
$_ADDONLANG['billed_word_differs'] = 'Billed, sold otherwise';
$_ADDONLANG['billed_word_unbilled'] = 'Sold, not billed';
$_ADDONLANG['billed_word_unclear'] = 'Unclear';
$_ADDONLANG['billed_word_twice'] = 'Billed twice';
$_ADDONLANG['billed_word_near'] = 'Perhaps the same site';
$_ADDONLANG['billed_word_waiting'] = 'Not billed yet';
$_ADDONLANG['billed_word_settled'] = 'Settled since';
$_ADDONLANG['billed_word_sold'] = 'Billed and sold';
$_ADDONLANG['billed_means_unsold'] = 'You pay for these plans, and no service here has them. They may be sold elsewhere with the same key: in another shop, or by hand.';
$_ADDONLANG['billed_means_ended'] = 'You pay for these plans although WHMCS has ended or deleted their services.';
$_ADDONLANG['billed_means_lost'] = 'You pay for these plans, which their services do not have any more. After a plan was ended here the report may be a day behind: read it anew then. What is still in it was bought again elsewhere, or lives on, and can be cancelled.';
$_ADDONLANG['billed_means_differs'] = 'You pay for these plans, and a service of the same site has another plan, or one of another key.';
$_ADDONLANG['billed_means_unbilled'] = 'These services are active, and the report does not have their plans. It may be a day behind. Look now asks whether the plan is there; where none was there, Terminate ends the service.';
$_ADDONLANG['billed_means_unclear'] = 'Something is under way on these sites, or their records cannot be read. Look now, or read the report anew later.';
$_ADDONLANG['billed_means_twice'] = 'You pay for these plans, and the services of their sites are billed for the same plan already: as after a site was registered anew. Compare the two in the partner portal, and end the one that is not in use there.';
$_ADDONLANG['billed_means_near'] = 'A service sells this plan at one address of a host, and the report lists it at another. It may be one site: the report may name its home, and the service the place where WordPress is. Compare the addresses.';
$_ADDONLANG['billed_means_waiting'] = 'WordPress.com lists these plans, which wait for the owners of their sites, and does not bill them. What nobody connects lapses by itself.';
$_ADDONLANG['billed_means_sold'] = 'These plans are billed and their services have them: all is well.';
$_ADDONLANG['billed_adopt'] = 'Let service #%d take it over';
$_ADDONLANG['billed_adopted'] = 'The plan of %s is that of service #%d now.';
$_ADDONLANG['billed_cancel'] = 'Cancel …';
$_ADDONLANG['billed_cancel_means'] = 'The plan %1$s of %2$s is cancelled at WordPress.com now, and the site loses what it gave. If it was sold elsewhere, somebody '
    . 'pays for nothing then. This cannot be undone.';
$_ADDONLANG['billed_type'] = 'To go on, type the site\'s name';
$_ADDONLANG['billed_cancel_now'] = 'Cancel %s';
$_ADDONLANG['billed_typed_other'] = 'Nothing was cancelled: the name that was typed is not that of %s.';
$_ADDONLANG['billed_no_key'] = 'Nothing was cancelled: the secret of the key %s is not known here. Only the key that ordered a plan can cancel it.';
$_ADDONLANG['billed_near'] = 'Nothing was cancelled: the same host has a plan at %1$s, by %2$s, and that may be the site %3$s. Compare the two; if they are not one, cancel the plan of %3$s in the partner portal.';
$_ADDONLANG['billed_near_orphan'] = 'Nothing was cancelled now: %2$s, at %1$s of the same host, is on the Overview already. End that first, there.';
$_ADDONLANG['billed_named'] = 'Nothing was cancelled: a site of the same host is that of %1$s, of which this module has no record. Compare it with %2$s: if they are one, let it take the plan over, by Adopt plan on its page; if not, cancel the plan of %2$s in the partner portal.';
$_ADDONLANG['billed_untold_named'] = 'The services %s name this site, and the report does not say which plan it is. Nothing is ended before it is known whose it is.';
$_ADDONLANG['billed_unreadable'] = 'Nothing was cancelled: a plan of the same host has a record that cannot be read, or something is under way there. Try again later.';
$_ADDONLANG['billed_several'] = 'The services %s name this site and sell this plan: move in the one whose it is, on the tab Moving in.';
$_ADDONLANG['billed_no_more'] = 'This is not so any more. Read the report anew.';
$_ADDONLANG['billed_in_portal'] = 'If no client has it, end it in the partner portal: site or plan are not told well enough to cancel it from here.';
$_ADDONLANG['billed_overview'] = 'Overview, where it can be cancelled';

$_ADDONLANG['setup_line_moving'] = 'Moving in';
$_ADDONLANG['setup_line_files'] = 'Older files';
$_ADDONLANG['setup_moving_services'] = 'Services in use of which this module has no record: %d. They may be of the first Jetpack module.';
$_ADDONLANG['setup_moving_licences'] = 'Licence keys of the licensing module: %d.';
$_ADDONLANG['setup_moving_products'] = 'Products of the first module\'s addon without the option Plan: %d.';
$_ADDONLANG['setup_files'] = 'These may be of an older Jetpack module: %s. WHMCS may still run their hooks on every page. Delete them, and copy both '
    . 'folders of this package again.';
$_ADDONLANG['setup_files_alike'] = 'Look at these, whose names say jetpack: %s. They are neither of this package nor known to be of an older module. '
    . 'If they are your own, leave them.';
$_ADDONLANG['moving_services'] = 'Services without a record';
$_ADDONLANG['moving_text'] = 'Services in use of which this module has no record, as those of the first Jetpack module. First WordPress.com is '
    . 'asked what their sites have; that changes nothing. Then those whose plan is there, from your key, are moved in: from then on the module '
    . 'looks after the plan, and Terminate ends it. No plan is ordered or cancelled, and nothing is deleted.';
$_ADDONLANG['moving_none'] = 'Every service in use has a record.';
$_ADDONLANG['moving_all_moved'] = 'Every service in use has a record: all are moved in.';
$_ADDONLANG['moving_progress'] = 'Asked about %d of %d.';
$_ADDONLANG['moving_ask'] = 'Ask WordPress.com';
$_ADDONLANG['moving_go_on'] = 'Go on asking';
$_ADDONLANG['moving_again'] = 'Ask again about all';
$_ADDONLANG['moving_adopt'] = 'Move in %d';
$_ADDONLANG['moving_any'] = 'All without a record';
$_ADDONLANG['moving_what'] = 'Site and plan';
$_ADDONLANG['moving_report'] = 'Report';
$_ADDONLANG['moving_word_open'] = 'Not asked yet';
$_ADDONLANG['moving_word_ours'] = 'Can be moved in';
$_ADDONLANG['moving_word_moved'] = 'Moved in';
$_ADDONLANG['moving_word_nothing'] = 'Nothing there';
$_ADDONLANG['moving_word_another'] = 'Another plan';
$_ADDONLANG['moving_word_foreign'] = 'Another key\'s';
$_ADDONLANG['moving_word_twice'] = 'Named twice';
$_ADDONLANG['moving_word_held'] = 'Held by another';
$_ADDONLANG['moving_word_unclear'] = 'Incomplete';
$_ADDONLANG['moving_word_settings'] = 'Licensing module\'s';
$_ADDONLANG['moving_word_key'] = 'Key refused';
$_ADDONLANG['moving_word_unheard'] = 'No answer';
$_ADDONLANG['moving_word_kept'] = 'Not moved in';
$_ADDONLANG['moving_do_changed'] = 'Its site or plan was changed after it was asked about. Ask about it again.';
$_ADDONLANG['moving_do_ours'] = 'The plan is there, from this key.';
$_ADDONLANG['moving_do_moved'] = '';
$_ADDONLANG['moving_damage'] = 'The client\'s details field shows what was written for another service. It stays so until this is settled.';
$_ADDONLANG['moving_damage_mended'] = 'The client\'s details field shows what was written for another service. It will be written anew.';
$_ADDONLANG['moving_strays'] = 'Texts of the details field that belong to no service: %d. The first module kept them under an order\'s number. '
    . 'Nobody reads them, and they are left as they are.';
$_ADDONLANG['moving_twins'] = 'The services %s name the same plan of the same site. Correct the field Site URL of those whose site it is not, and ask '
    . 'again; or press Adopt plan on the page of the one that it belongs to.';
$_ADDONLANG['moving_stopped'] = 'Nothing was changed. Mend that, then ask again.';
$_ADDONLANG['moving_asked'] = 'All %d are asked about, and nothing was changed.';
$_ADDONLANG['moving_asked_some'] = 'Asked about %d, and %d are left. Nothing was changed.';
$_ADDONLANG['moving_ask_first'] = 'Ask about all of them first: two services may name the same site. Nothing was changed.';
$_ADDONLANG['moving_moved'] = 'Moved in: %d.';
$_ADDONLANG['moving_refused'] = 'Not moved in: %d; the list says why.';
$_ADDONLANG['moving_ended'] = 'Not in use any more, and not moved in: %d.';
$_ADDONLANG['moving_left'] = 'Left: %d.';
$_ADDONLANG['moving_changed'] = 'The service #%d names another site or plan than when it was asked about, and nothing was done with it. Ask about it, '
    . 'then move in the rest.';
$_ADDONLANG['moving_products'] = 'Products of the first module\'s addon';
$_ADDONLANG['moving_products_text'] = 'This module takes the plan from the product\'s option Plan, and only while that is blank from the field Plan of '
    . 'each service.';
$_ADDONLANG['moving_was'] = 'Plan in its table';
$_ADDONLANG['moving_option'] = 'Option Plan';
$_ADDONLANG['moving_others'] = 'Services whose field Plan says another: %d. Once the option is set, it counts for them, too.';
$_ADDONLANG['moving_set_plan'] = 'Set %1$s for %2$s';
$_ADDONLANG['moving_plan_unknown'] = 'No such plan is known. Choose one in its Module Settings.';
$_ADDONLANG['moving_plan_set'] = 'The option Plan of %s is %s now.';
$_ADDONLANG['moving_plan_kept'] = 'The option Plan of %s was set already, and stays as it is.';
$_ADDONLANG['moving_no_product'] = 'That product is not in the list any more. Nothing was done.';
$_ADDONLANG['moving_licences'] = 'Licences of the licensing module';
$_ADDONLANG['moving_licences_text'] = 'Keys that were issued and not revoked, by their last four characters. This module cannot revoke them: they '
    . 'stay, and are billed, until you revoke them in Automattic\'s partner portal. Once one is revoked there, say so here: it leaves this list, and '
    . 'its service can be terminated. A service gets a plan of this module only if you provision it anew.';
$_ADDONLANG['moving_key'] = 'Licence, issued';
$_ADDONLANG['moving_next'] = 'What is next';
$_ADDONLANG['moving_provision'] = 'Provision #%d anew';
$_ADDONLANG['moving_provisioned'] = 'The service #%d has a plan of this module now. Revoke its licence in Automattic\'s partner portal, or both are billed.';
$_ADDONLANG['moving_no_licence'] = 'That service has no licence in the list any more. Nothing was done.';
$_ADDONLANG['moving_licence_alone'] = 'WHMCS has no service for it. Revoke it in the partner portal if nobody uses it.';
$_ADDONLANG['moving_licence_ended'] = 'Its service has ended in WHMCS, and the licence may still be billed: revoke it in the partner portal.';
$_ADDONLANG['moving_licence_module'] = 'Its product is set to another module. Leave it so, or choose Jetpack as the module in its Module Settings first.';
$_ADDONLANG['moving_licence_settings'] = 'Its product\'s Module Settings hold the licensing module\'s API token and product, where this module has the partner '
    . 'id and secret. Clear both, or enter those, and choose a plan.';
$_ADDONLANG['moving_licence_plan'] = 'Choose a plan in its product\'s Module Settings first.';
$_ADDONLANG['moving_licence_suspended'] = 'Its service is suspended in WHMCS, and to provision it anew would make it active. Once it is paid, set its '
    . 'status to Active on its page, then provision it here.';
$_ADDONLANG['moving_licence_pending'] = 'Its service is pending in WHMCS: it may not be paid. Once it is, accept its order, or set its status to '
    . 'Active on its page, then provision it here.';
$_ADDONLANG['moving_licence_ready'] = 'It is left alone until you provision it anew.';
$_ADDONLANG['moving_licence_done'] = 'It has a record of this module. Revoke the licence in the partner portal, or both are billed.';
$_ADDONLANG['moving_is_revoked'] = 'The licence %s is revoked';
$_ADDONLANG['moving_revoked_now'] = 'The licence %s counts as revoked now, and does not keep its service from being terminated any more.';
$_ADDONLANG['moving_revoked'] = 'Licences said to be revoked';
$_ADDONLANG['moving_revoked_text'] = 'Said here to be revoked in the partner portal, where this module cannot look. They do not keep their services '
    . 'from being terminated. Take back what was pressed in error.';
$_ADDONLANG['moving_said'] = 'Said by';
$_ADDONLANG['moving_is_not_revoked'] = 'The licence %s is not revoked';
$_ADDONLANG['moving_not_revoked_now'] = 'The licence %s counts as billed again.';
$_ADDONLANG['moving_licence_gone'] = 'That licence is not in the list any more. Nothing was done.';

$_ADDONLANG['keys_title'] = 'Partner keys';
$_ADDONLANG['keys_text'] = 'All keys that this shop knows, with the plans that they hold by its records. A plan belongs to the '
    . 'key that provisioned it, and only that key can end it.';
$_ADDONLANG['keys_none'] = 'There is no partner key yet. Enter the one that Automattic gave you in the addon\'s settings.';
$_ADDONLANG['keys_key'] = 'Key';
$_ADDONLANG['keys_plans'] = 'Plans';
$_ADDONLANG['keys_used_by'] = 'Used by';
$_ADDONLANG['keys_own'] = 'the addon\'s own';
$_ADDONLANG['keys_state_kept'] = 'secret is kept';
$_ADDONLANG['keys_state_typed'] = 'typed in the settings';
$_ADDONLANG['keys_state_unknown'] = 'secret not known here';
$_ADDONLANG['keys_made_on'] = 'Made on %s.';
$_ADDONLANG['keys_number'] = 'Its number for the setting Key Numbers: %s.';
$_ADDONLANG['keys_count'] = '%s: %d';
$_ADDONLANG['keys_count_of'] = '%1$s: %2$d of %3$d';
$_ADDONLANG['keys_full'] = 'limit reached';
$_ADDONLANG['keys_no_plans'] = 'None';
$_ADDONLANG['keys_no_users'] = 'No product';
$_ADDONLANG['keys_remove_how'] = 'Remove …';
$_ADDONLANG['keys_remove_text'] = 'The key is only forgotten here. At WordPress.com it goes on to exist, and without its '
    . 'secret nobody can use it here again.';
$_ADDONLANG['keys_remove_sure'] = 'I have its secret elsewhere, or need it no more.';
$_ADDONLANG['keys_remove'] = 'Remove %s';
$_ADDONLANG['keys_is_own'] = 'It is the key of the addon\'s settings, so it is not removed.';
$_ADDONLANG['keys_is_needed'] = 'It is not removed: plans that it provisioned live, or may. Records that need it: %d.';
$_ADDONLANG['keys_is_used'] = 'It is not removed, because these use it: %s. Choose another key for them first.';
$_ADDONLANG['keys_is_used_by_addons'] = 'It is not removed, because these product addons use it: %s. Set another key in the Module Settings of each (System Settings > Product Addons) first.';
$_ADDONLANG['keys_is_billed'] = 'It is not removed: the report of what you pay for lists plans of it: %d. Cancel them on the tab What I pay for, or have services take them over, and read the report anew.';
$_ADDONLANG['keys_is_perhaps_needed'] = 'It is not removed: services without a record here may have plans of it. Move them in first, on the tab Moving in.';
$_ADDONLANG['keys_not_sure'] = 'Tick that you are sure. Nothing was removed.';
$_ADDONLANG['keys_removed'] = 'The key %s is forgotten here. At WordPress.com it goes on to exist.';
$_ADDONLANG['keys_gone'] = 'That key is not in the list any more. Nothing was done.';
$_ADDONLANG['keys_products'] = 'Keys of products';
$_ADDONLANG['keys_products_text'] = 'A product\'s key counts for the plans that it sells from now on; those that exist stay '
    . 'with theirs.';
$_ADDONLANG['keys_of_product'] = 'Key of %s';
$_ADDONLANG['keys_of_addon'] = 'The addon\'s own';
$_ADDONLANG['keys_choose'] = 'Save';
$_ADDONLANG['keys_chosen'] = '%1$s provisions new plans with the key %2$s from now on.';
$_ADDONLANG['keys_chosen_own'] = '%s provisions new plans with the addon\'s own key from now on.';
$_ADDONLANG['keys_not_chosen'] = 'Choose one of the keys. Nothing was changed.';
$_ADDONLANG['keys_typed_otherwise'] = 'The secret in the Module Settings of %1$s is another than the one that is kept for the '
    . 'key %2$s. Clear the wrong one there first. Nothing was changed.';
$_ADDONLANG['keys_unrecorded'] = '%s has services of which this module has no record; their plans may belong to the key that it has now, and no other can end them. Move them in first, on the tab Moving in. Nothing was changed.';
$_ADDONLANG['keys_typed_half'] = 'The Module Settings of %s hold a secret without its partner id. Add the id there, or clear the secret. Nothing was changed.';
$_ADDONLANG['keys_new'] = 'Make a key';
$_ADDONLANG['keys_new_text'] = 'For a bundle or a reseller: a key below the addon\'s own, with limits of its own. You pay for '
    . 'what it provisions. A blank limit is 0. Its secret is shown once, and kept here encrypted.';
$_ADDONLANG['keys_for_others'] = 'Keys are made, chosen and removed by full administrators, or the roles that the addon\'s '
    . 'setting Roles that may end plans names.';
$_ADDONLANG['keys_name'] = 'Name';
$_ADDONLANG['keys_limit'] = 'Limit of %s';
$_ADDONLANG['keys_notes'] = 'Notes';
$_ADDONLANG['keys_make'] = 'Make the key';
$_ADDONLANG['keys_bad_name'] = 'Give the key a name of 1 to %d characters. Nothing was made.';
$_ADDONLANG['keys_bad_notes'] = 'The notes are longer than %d characters. Nothing was made.';
$_ADDONLANG['keys_bad_limit'] = '"%s" is no limit. Write a whole number; blank is 0: then the key provisions none of that kind. Nothing was made.';
$_ADDONLANG['keys_no_limit'] = 'A key whose limits are all 0 could provision nothing. Give at least one plan a limit. Nothing was made.';
$_ADDONLANG['keys_name_taken'] = 'There is a key named %s already, or there may be. Choose another name. Nothing was made.';
$_ADDONLANG['keys_cannot_keep'] = 'This WHMCS offers no encryption, so the secret could not be kept. Nothing was made.';
$_ADDONLANG['keys_pressed'] = 'This form was sent already, and it is not known yet whether the key %s was made. Nothing was '
    . 'asked for again.';
$_ADDONLANG['keys_pressed_made'] = 'This form was sent twice, and made one key: %1$s, partner id %2$s. Its secret is kept here '
    . 'encrypted; it was shown by the answer to the first press alone.';
$_ADDONLANG['keys_made'] = 'The key %1$s is made; its partner id is %2$s. Its secret is shown below, this once. It is kept '
    . 'here encrypted, so you need to copy it only if you use it elsewhere.';
$_ADDONLANG['keys_made_lost'] = 'WordPress.com made the key %1$s, partner id %2$s, but it could not be stored here. Copy its '
    . 'secret now: it is shown only this once. Then enter both in a product\'s Module Settings.';
$_ADDONLANG['keys_unheard'] = 'There may be a key %1$s at WordPress.com of which nobody has the secret. It is not asked for '
    . 'again. Look in the partner portal, or ask Automattic to revoke it. %2$s';
$_ADDONLANG['keys_secret_of'] = 'Secret of %1$s, partner id %2$s';
$_ADDONLANG['keys_copy'] = 'Copy';
$_ADDONLANG['keys_lost'] = 'Asked for on %s, and the answer is not known: there may be such a key at WordPress.com of which '
    . 'nobody has the secret. Look in the partner portal, or ask Automattic to revoke it.';
$_ADDONLANG['keys_note'] = 'I have looked';
$_ADDONLANG['keys_noted'] = 'It is taken off the list. Its name may be used again.';
$_ADDONLANG['keys_not_allowed'] = 'Your role may not make, choose or remove keys. Nothing was done; ask a full administrator, '
    . 'or see the addon\'s setting Roles that may end plans.';

$_ADDONLANG['products_text'] = 'Tick the plans that you sell. Each becomes a product with its custom fields and a welcome mail. It is hidden until you clear '
    . 'Hidden in WHMCS, and cannot be ordered without a price. Products that exist stay as they are.';
$_ADDONLANG['products_features'] = 'What Jetpack\'s parts do';
$_ADDONLANG['products_cost'] = 'Cost a month, %s';
$_ADDONLANG['products_monthly'] = 'Price a month, %s';
$_ADDONLANG['products_annually'] = 'Price a year, %s';
$_ADDONLANG['products_margin'] = '%s left for you';
$_ADDONLANG['products_margins'] = 'Left for you: %s';
$_ADDONLANG['products_kind'] = 'Make of each plan';
$_ADDONLANG['products_kind_product'] = 'a product';
$_ADDONLANG['products_kind_addon'] = 'a product addon, ordered beside another product';
$_ADDONLANG['products_kind_both'] = 'both';
$_ADDONLANG['products_unknown_kind'] = 'Choose what is made of each plan. Nothing was created.';
$_ADDONLANG['products_addon'] = 'product addon';
$_ADDONLANG['products_addon_named'] = '%s (product addon)';
$_ADDONLANG['products_beside'] = 'Clients can order the product addons beside';
$_ADDONLANG['products_beside_none'] = 'There is no product yet beside which clients could order a product addon; once there is, choose it on the product addon\'s page.';
$_ADDONLANG['products_tax'] = 'Charge tax, as WHMCS is set up for it';
$_ADDONLANG['products_save_costs'] = 'Save Costs';
$_ADDONLANG['products_costs_saved'] = 'What the plans cost you is saved; only this page shows it.';
$_ADDONLANG['products_none_chosen'] = 'Tick at least one plan. Nothing was created.';
$_ADDONLANG['products_no_amount'] = '%s: %s is no amount. Write it as 9.95, or leave it blank. Nothing was saved or created.';
$_ADDONLANG['cycle_monthly'] = 'Monthly';
$_ADDONLANG['cycle_annually'] = 'Annually';
$_ADDONLANG['plan_free'] = 'What Jetpack does without a paid plan.';
$_ADDONLANG['plan_personal'] = 'The smallest of three bundles.';
$_ADDONLANG['plan_premium'] = 'The middle one of three bundles; it holds Personal.';
$_ADDONLANG['plan_professional'] = 'The largest of three bundles; it holds Premium.';
$_ADDONLANG['plan_jetpack-backup-daily'] = 'Backups, one a day.';
$_ADDONLANG['plan_jetpack-backup-realtime'] = 'Backups as the site changes; it holds Backup Daily.';
$_ADDONLANG['plan_jetpack-scan'] = 'Looks for malware.';
$_ADDONLANG['plan_jetpack-anti-spam'] = 'Keeps spam out of comments and forms.';
$_ADDONLANG['plan_complete'] = 'Backup, Scan, Anti-spam and VideoPress in one. Only if your agreement names it.';
$_ADDONLANG['plan_jetpack-videopress'] = 'Hosts the site\'s videos. Only if your agreement names it.';
$_ADDONLANG['plan_further'] = 'Named by the addon\'s setting Further plans.';
$_ADDONLANG['paths_title'] = 'Changing plans';
$_ADDONLANG['paths_missing'] = 'Clients cannot change from each of the four plans into the others by themselves yet. Paths are missing from: %s.';
$_ADDONLANG['paths_button'] = 'Let clients change between them';
$_ADDONLANG['paths_completed'] = 'Clients can change between these products, up and down. WHMCS shows it in the products\' tab Upgrades.';
$_ADDONLANG['paths_failed'] = 'WHMCS did not take the upgrade paths. Nothing was changed; set them in the products\' tab Upgrades. The module log says why.';
$_ADDONLANG['products_group'] = 'Product group';
$_ADDONLANG['products_button'] = 'Create Products';
$_ADDONLANG['no_group'] = 'Products belong to a product group, and there is none yet.';
$_ADDONLANG['create_group'] = 'Create a product group';
$_ADDONLANG['unknown_group'] = 'Choose one of the product groups.';
$_ADDONLANG['created'] = 'Created: %s. Those that lack a price get one in their tab Pricing; then clear Hidden.';
$_ADDONLANG['nothing_created'] = 'All that were ticked exist already. Nothing was changed.';
$_ADDONLANG['creation_failed'] = '%s could not be created: %s Press again once that is mended; what exists is not made twice.';
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

$_ADDONLANG['not_allowed'] = 'Your role may not end plans or let them go. Nothing was done; ask a full administrator, or see the addon\'s setting Roles '
    . 'that may end plans.';
$_ADDONLANG['bad_token'] = 'The form was too old or did not come from this page. Nothing was done; try again.';
$_ADDONLANG['success'] = 'Success';
$_ADDONLANG['problem'] = 'Problem';
$_ADDONLANG['failed'] = 'This page failed unexpectedly. The module log says where; please report it.';
