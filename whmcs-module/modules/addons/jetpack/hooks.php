<?php

/**
 * What WHMCS tells of services and clients that are deleted, moved or merged. WHMCS loads this file on every page once it has
 * detected it, which it does when the addon is activated or its settings are saved (whmcs-contract.md §2.6). The server module has the
 * same file: whichever is detected registers the hooks, once.
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

if (PHP_VERSION_ID >= 80100 && class_exists('WHMCS\Module\Server\Jetpack\Hooks')) {
    WHMCS\Module\Server\Jetpack\Hooks::register();
}
