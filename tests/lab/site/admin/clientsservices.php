<?php

/** A client's service, or with `aid` one of its product addons; `aid=add` adds one (addresses as in WHMCS). */

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Page;

require_once __DIR__ . '/../includes/lab/admin.php';

$userId = (int) ($_GET['userid'] ?? 0);
$id = (int) ($_GET['id'] ?? Capsule::table('tblhosting')->where('userid', $userId)->min('id'));
if (!Capsule::table('tblhosting')->where('id', $id)->where('userid', $userId)->exists()) {
    Page::refuse(404, 'Service Not Found', 'This client has no such product or service.');
}
$statuses = ['Pending', 'Active', 'Suspended', 'Terminated', 'Cancelled', 'Fraud', 'Completed'];
$statuses = array_combine($statuses, $statuses);
$serviceLink = "clientsservices.php?userid=$userId&id=$id";
$addonId = (string) ($_GET['aid'] ?? '');
$here = $addonId === '' ? $serviceLink : "$serviceLink&aid=$addonId";

require __DIR__ . '/services/' . match ($addonId) {
    '' => 'service.php',
    'add' => 'newaddon.php',
    default => 'addon.php',
};
