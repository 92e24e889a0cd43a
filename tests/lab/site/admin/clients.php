<?php

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Clients;
use Lab\Deletion;
use Lab\Page;
use Lab\Token;

use function Lab\e;

require_once __DIR__ . '/../includes/lab/admin.php';

if (Token::isPosted()) {
    isset($_POST['merge'])
        ? Clients::merge((int) $_POST['fromuserid'], (int) $_POST['merge'])
        : Deletion::ofClient((int) $_POST['deleteclient']);
    Page::redirect('clients.php');
}

$services = Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
    ->select('tblhosting.*', 'tblproducts.name')->orderBy('tblhosting.id')->get()->groupBy('userid');

Page::begin('Clients');
echo '<table class="datatable"><tr><th>ID</th><th>Name</th><th>Email</th><th>Products/Services</th></tr>';
foreach (Capsule::table('tblclients')->orderBy('id')->get() as $client) {
    echo "<tr><td>$client->id</td><td>" . e("$client->firstname $client->lastname") . '</td><td>' . e($client->email) . '</td><td>';
    foreach ($services[$client->id] ?? [] as $service) {
        echo "<a href=\"clientsservices.php?userid=$client->id&amp;id=$service->id\">#$service->id " . e($service->name) . '</a> '
            . e($service->domainstatus) . '<br>';
    }
    echo "<form method=\"post\" action=\"clients.php\" id=\"client-$client->id\">" . Token::field()
        . '<input name="fromuserid" aria-label="Client ID" placeholder="Client ID">'
        . "<button class=\"btn\" name=\"merge\" value=\"$client->id\">Merge Into This Client</button>"
        . "<button class=\"btn\" name=\"deleteclient\" value=\"$client->id\">Delete Client</button></form>";
    echo '</td></tr>';
}
echo '</table>';
Page::end();
