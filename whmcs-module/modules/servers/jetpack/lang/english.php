<?php

/**
 * What clients read in the custom field `jetpack_provisioning_details`. A translation is a file beside this one, named as
 * WHMCS names the language; what it lacks is taken from here. `{site}` and `{url}` are filled in.
 *
 * The beginning of `activate` is that of the first module, and customers' e-mail templates rely on it
 * (whmcs-contract.md §1.8).
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

return [
    'active' => 'Jetpack is active on {site}. There is nothing left to do.',
    'activate' => 'URL to Activate Jetpack: {url}',
    'waiting' => 'Jetpack is waiting for {site}. Once the site can be reached, open its wp-admin and press "Set Up '
        . 'Jetpack". The plan waits 14 days.',
    'cancelled' => 'Jetpack was cancelled for {site}.',
    'suspended' => 'Jetpack is suspended for {site}, together with this service. It comes back when the service does.',
    'informed' => 'Jetpack could not be set up yet. Your hosting company has been informed and will take care of it; there is '
        . 'nothing that you need to do.',
    'missing' => 'Jetpack is missing on {site}. Your hosting company has been informed and will take care of it; there is nothing that '
        . 'you need to do.',
    // The panel on the client's product page.
    'panel_activate' => 'One step is left: connect {site} with WordPress.com. Jetpack starts as soon as that is done.',
    'button_activate' => 'Connect your site',
    'button_active' => 'Open wp-admin',
    'button_details' => 'Show details',
    'until' => 'Please do this until {date}; after that, the plan lapses.',
    // Where single sign-on leads nowhere.
    'nothing_to_open' => 'There is nothing to open for Jetpack at the moment. Please try again later, or ask your hosting company.',
    // How the plan stands, in a word or two: the merge field `jetpack_state`.
    'state_active' => 'active',
    'state_activate' => 'waiting for you to connect the site',
    'state_waiting' => 'waiting for the site',
    'state_cancelled' => 'cancelled',
    'state_suspended' => 'suspended',
    'state_informed' => 'being set up',
    'state_missing' => 'missing',
    // In the cart.
    'bad_address' => 'Please enter the address of your WordPress site as it can be reached from the internet, such as https://example.com.',
    'bad_user' => 'Please enter the user name or the e-mail address of an administrator of your WordPress site, and nothing else.',
    // The mail that reminds of a plan that waits.
    'reminder_subject' => 'Please connect your site with Jetpack',
    'reminder_greeting' => 'Dear {$client_first_name},',
];
