<?php

/** Starts the WHMCS at WHMCS_ROOT in this process, by its documented door, and finds this folder's classes. */

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    $file = __DIR__ . '/' . str_replace(['ContractTest\\', '\\'], ['', '/'], $class) . '.php';
    if (str_starts_with($class, 'ContractTest\\') && is_file($file)) {
        require_once $file;
    }
});

$root = (string) getenv('WHMCS_ROOT');
if (!is_file($root . '/init.php')) {
    fwrite(STDERR, "There is no init.php in \"$root\": set WHMCS_ROOT to the folder of your WHMCS.\n");
    exit(2);
}
chdir($root);
require_once $root . '/init.php';
