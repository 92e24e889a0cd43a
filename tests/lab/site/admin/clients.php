<?php

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Page;

use function Lab\e;

require_once __DIR__ . '/../includes/lab/admin.php';

$services = Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
    ->select('tblhosting.*', 'tblproducts.name')->orderBy('tblhosting.id')->get()->groupBy('userid');

Page::begin('Clients');
echo '<table class="datatable"><tr><th>ID</th><th>Name</th><th>Email</th><th>Products/Services</th></tr>';
foreach (Capsule::table('tblclients')->orderBy('id')->get() as $client) {
    echo "<tr><td>$client->id</td><td><a href=\"clientssummary.php?userid=$client->id\">"
        . e("$client->firstname $client->lastname") . '</a></td><td>' . e($client->email) . '</td><td>';
    foreach ($services[$client->id] ?? [] as $service) {
        echo "<a href=\"clientsservices.php?userid=$client->id&amp;id=$service->id\">#$service->id " . e($service->name) . '</a> '
            . e($service->domainstatus) . '<br>';
    }
    echo '</td></tr>';
}
echo '</table>';
Page::end();
