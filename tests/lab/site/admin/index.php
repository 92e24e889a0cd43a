<?php

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Page;

require_once __DIR__ . '/../includes/lab/admin.php';

$counts = [
    'clients.php' => ['Clients', Capsule::table('tblclients')->count()],
    'orders.php' => ['Pending orders', Capsule::table('tblorders')->where('status', 'Pending')->count()],
    'configproducts.php' => ['Products', Capsule::table('tblproducts')->count()],
    'modulequeue.php' => ['Failed module actions', Capsule::table('tblmodulequeue')->where('completed', 0)->count()],
    'systemactivitylog.php' => ['Activity log entries', Capsule::table('tblactivitylog')->count()],
];

Page::begin('Home');
echo '<ul class="tiles">';
foreach ($counts as $link => [$label, $count]) {
    echo "<li><a href=\"$link\"><b>$count</b> $label</a></li>";
}
echo '</ul>';
Page::end();
