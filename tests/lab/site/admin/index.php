<?php

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Hooks;
use Lab\Output;
use Lab\Page;
use WHMCS\Module\AbstractWidget;

use function Lab\e;

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
// Only now: a widget that cannot be made, or shown, breaks this page.
$widgets = array_filter(Hooks::run('AdminHomeWidgets'), static fn (mixed $widget): bool => $widget instanceof AbstractWidget);
usort($widgets, static fn (AbstractWidget $one, AbstractWidget $other): int => $one->getWeight() <=> $other->getWeight());
foreach ($widgets as $widget) {
    echo '<section class="panel widget" id="widget-' . e($widget->getId()) . '"><h2>' . e($widget->getTitle()) . '</h2>'
        . Output::watch('widget ' . $widget->getId(), static fn (): string => (string) $widget->render()) . '</section>';
}
Page::end();
