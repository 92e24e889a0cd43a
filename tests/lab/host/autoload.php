<?php

/**
 * Finds the lab's own classes, the classes that stand for WHMCS's, and those of modules.
 *
 * Modules: WHMCS\Module\Server\MyMod\X lies in modules/servers/my_mod/lib/X.php, addons likewise (developer docs,
 * Module Class Autoloading).
 */

declare(strict_types=1);

require_once 'Illuminate/Database/autoload.php';
require_once 'smarty4/Smarty.class.php';

class_alias(Illuminate\Database\Capsule\Manager::class, 'WHMCS\Database\Capsule');
class_alias(Carbon\Carbon::class, 'WHMCS\Carbon');

spl_autoload_register(static function (string $class): void {
    foreach (['Lab\\' => __DIR__ . '/src/', 'WHMCS\\' => __DIR__ . '/whmcs/'] as $prefix => $directory) {
        $file = $directory . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
        if (str_starts_with($class, $prefix) && is_file($file)) {
            require_once $file;

            return;
        }
    }

    if (preg_match('/^WHMCS\\\\Module\\\\(Server|Addon)\\\\(\w+)\\\\(.+)$/', $class, $part) === 1) {
        foreach (glob(ROOTDIR . '/modules/' . strtolower($part[1]) . 's/*', GLOB_ONLYDIR) ?: [] as $module) {
            // Compared without case: WHMCS's own sample names AddonModule what lies in addonmodule/.
            $named = str_replace('_', '', basename($module));
            $file = $module . '/lib/' . str_replace('\\', '/', $part[3]) . '.php';
            if (strcasecmp($named, $part[2]) === 0 && is_file($file)) {
                require_once $file;
            }
        }
    }
});
