<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Page;

use function Lab\e;

$services = Capsule::table('tblhosting')->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
    ->where('userid', $_SESSION['uid'])->select('tblhosting.*', 'tblproducts.name')->orderBy('tblhosting.id')->get();

Page::begin('My Products & Services');
echo '<table class="datatable"><tr><th>Product/Service</th><th>Domain</th><th>Billing Cycle</th><th>Status</th></tr>';
foreach ($services as $service) {
    echo "<tr><td><a href=\"clientarea.php?action=productdetails&amp;id=$service->id\">" . e($service->name) . '</a></td><td>'
        . e($service->domain) . '</td><td>' . e($service->billingcycle) . '</td><td>' . e($service->domainstatus) . '</td></tr>';
}
echo '</table>';
Page::end();
