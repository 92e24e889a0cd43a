<?php

/**
 * Gives a client a hosting account as another module would have made it, and prints its number.
 * usage: hosting_account.php CLIENT DOMAIN USER PASSWORD [HOSTNAME]
 */

use WHMCS\Database\Capsule;

require getenv('LAB_SITE') . '/init.php';

[, $client, $domain, $user, $password] = $argv;
localAPI('AddProduct', ['name' => "Hosting of $domain", 'gid' => 1, 'type' => 'hostingaccount']);
$server = isset($argv[5])
    ? Capsule::table('tblservers')->insertGetId(array_fill_keys(
        ['name', 'ipaddress', 'type', 'username', 'password', 'accesshash', 'secure'],
        ''
    ) + ['hostname' => $argv[5], 'active' => 1, 'disabled' => 0])
    : 0;
$texts = ['paymentmethod', 'billingcycle', 'notes', 'subscriptionid', 'suspendreason', 'dedicatedip', 'assignedips', 'ns1', 'ns2'];
echo Capsule::table('tblhosting')->insertGetId(array_fill_keys($texts, '') + [
    'userid' => $client,
    'orderid' => 0,
    'packageid' => Capsule::table('tblproducts')->max('id'),
    'server' => $server,
    'regdate' => date('Y-m-d'),
    'domain' => $domain,
    'domainstatus' => 'Active',
    'username' => $user,
    'password' => encrypt($password),
    'promoid' => 0,
    'overideautosuspend' => 0,
    'diskusage' => 0,
]);
