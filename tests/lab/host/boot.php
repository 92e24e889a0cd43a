<?php

/**
 * Starts the lab's host in this process: constants, classes, database, session, hooks. In that order, since a module's
 * hooks.php may use all that comes before it.
 */

declare(strict_types=1);

use Lab\Database;
use Lab\EscapeLog;
use Lab\Hooks;
use Lab\Session;
use Lab\Settings;

if (defined('WHMCS')) {
    return;
}

define('WHMCS', true);
define('ROOTDIR', dirname(__DIR__, 2));

require_once __DIR__ . '/autoload.php';

ob_start();
Settings::load(ROOTDIR . '/configuration.php');
EscapeLog::watch();
Database::connect();

require_once __DIR__ . '/helpers.php';
require_once __DIR__ . '/html.php';

$GLOBALS['CONFIG'] = Database::configuration();
Session::open();
Hooks::load();
