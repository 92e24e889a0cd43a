<?php

declare(strict_types=1);

use Lab\Module\AddonModule;
use Lab\Module\AddonSettings;
use Lab\Output;
use Lab\Page;
use Lab\Switches;
use Lab\Token;
use WHMCS\User\Admin;

require_once __DIR__ . '/../includes/lab/admin.php';

$name = (string) ($_GET['module'] ?? '');
$addon = AddonModule::exists($name) ? AddonModule::load($name) : null;
if ($addon === null || !$addon->isActive()) {
    Page::refuse(404, 'Addon Module Not Found', "There is no active addon module of the name $name.");
}
if (!AddonSettings::isOpenTo($name, (int) Admin::find($_SESSION['adminid'])->roleid)) {
    Page::refuse(403, 'Access Denied', 'Your role may not open this addon module.');
}
if ($_SERVER['REQUEST_METHOD'] === 'POST' && Switches::isOn('addon_post_token_checked_by_core')) {
    Token::require();
}

$addon->upgradeIfNewer();
$vars = $addon->vars();
// Printed by the module, captured, then placed; a module that answers by itself (AJAX) cleans the buffer and exits.
$output = $addon->has('output') ? Output::capture(static fn (): mixed => "{$name}_output"($vars)) : '';
$sidebar = $addon->has('sidebar') ? (string) $addon->call('sidebar', $vars) : '';

Page::begin((string) $addon->config()['name']);
echo '<div class="with-sidebar"><aside>' . $sidebar . '</aside><div class="addon-output">' . $output . '</div></div>';
Page::end();
