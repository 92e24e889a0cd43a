<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * Files that older Jetpack modules have left in WHMCS's folders. They had the same name, so our files replace most of them; what else they
 * had is not removed by copying, and a copy that was kept under another name may still have its hooks run on every page. What only has
 * a name like theirs may be the host's own: that is to be looked at, and nobody is told to delete it.
 */
final class OlderFiles
{
    /** Within our own folders, what only they had. */
    private const THEIRS = [
        'servers/jetpack' => ['vendor', 'composer.json', 'composer.lock', 'whmcs.json', 'lib/Jetpack', 'lib/JetpackPartner.php', 'lib/class-jetpackpartner.php',
            'templates/clientarea.tpl', 'templates/jetpack_license.tpl', 'jetpack-logo.png'],
        'addons/jetpack' => ['vendor', 'composer.json', 'whmcs.json', 'lib/Admin', 'lib/Jetpack', 'lib/css', 'lib/class-admincontroller.php',
            'lib/class-adminviews.php', 'lib/class-admindispatcher.php'],
    ];

    /** Our own, which an incomplete copy may not have replaced. */
    private const HOOKS = ['servers/jetpack/hooks.php', 'addons/jetpack/hooks.php'];

    /** By what a folder of another name is known to be theirs: files that no other module has, and functions of its `jetpack.php`. */
    private const MARKS = ['lib/Jetpack/JetpackLicenseManager.php', 'lib/Jetpack/AdminController.php', 'lib/JetpackPartner.php', 'lib/class-jetpackpartner.php',
        'lib/Admin/AdminController.php', 'lib/Admin/class-admincontroller.php', 'lib/class-admincontroller.php', 'templates/jetpack_license.tpl'];
    private const FUNCTIONS = '/\bfunction\s+(?:save_provisioning_details|validate_required_fields|parse_response_errors)\b/';

    /** The only hook that one of them had, and did nothing in. */
    private const HOOK = '/^<\?(?:php)?\s*add_hook\(\s*.AddonConfigSave.\s*,\s*1\s*,\s*function\s*\(\s*\$vars\s*\)\s*\{\s*\}\s*\);?\s*$/';

    /** As many as are named. */
    private const NAMED = 12;

    /**
     * What is known to be theirs.
     *
     * @param string|null $root WHMCS's folder
     *
     * @return array<int, string> their paths below it, those with hooks first
     */
    public static function all(?string $root = null): array
    {
        $root ??= self::root();
        $own = array_filter(self::HOOKS, static fn (string $file): bool => is_file("$root/modules/$file")
            && !str_contains(self::text("$root/modules/$file"), 'Jetpack\Hooks::register'));
        $hooks = array_map(static fn (string $file): string => "modules/$file", $own);
        $others = [];
        foreach (self::hookFiles($root) as $path) {
            if (self::isTheirHook("$root/$path")) {
                $hooks[] = $path;
            }
        }
        foreach (self::folders($root) as $path) {
            if (self::isTheirs("$root/$path")) {
                is_file("$root/$path/hooks.php") ? $hooks[] = "$path/hooks.php" : $others[] = $path;
            }
        }
        foreach (self::THEIRS as $folder => $names) {
            foreach (array_filter($names, static fn (string $name): bool => file_exists("$root/modules/$folder/$name")) as $name) {
                $others[] = "modules/$folder/$name";
            }
        }

        return array_slice([...$hooks, ...$others], 0, self::NAMED);
    }

    /**
     * Hooks of whatever else has a name like theirs.
     *
     * @return array<int, string> their paths below WHMCS's folder
     */
    public static function alike(?string $root = null): array
    {
        $root ??= self::root();
        $files = array_filter(self::hookFiles($root), static fn (string $path): bool => !self::isTheirHook("$root/$path"));
        $folders = array_filter(self::folders($root), static fn (string $path): bool => is_file("$root/$path/hooks.php") && !self::isTheirs("$root/$path"));

        return array_slice([...$files, ...array_map(static fn (string $path): string => "$path/hooks.php", $folders)], 0, self::NAMED);
    }

    private static function isTheirs(string $folder): bool
    {
        $marks = array_filter(self::MARKS, static fn (string $name): bool => is_file("$folder/$name"));

        return $marks !== [] || self::isTheirHook("$folder/hooks.php") || preg_match(self::FUNCTIONS, self::text("$folder/jetpack.php")) === 1;
    }

    private static function isTheirHook(string $file): bool
    {
        return preg_match(self::HOOK, self::text($file)) === 1;
    }

    private static function text(string $file): string
    {
        return is_file($file) && is_readable($file) ? (string) file_get_contents($file) : '';
    }

    /** @return array<int, string> */
    private static function hookFiles(string $root): array
    {
        return array_map(static fn (string $file): string => 'includes/hooks/' . basename($file), glob("$root/includes/hooks/*jetpack*.php") ?: []);
    }

    /** @return array<int, string> those of modules beside ours */
    private static function folders(string $root): array
    {
        return array_map(static fn (string $folder): string => substr($folder, strlen($root) + 1), glob("$root/modules/*/jetpack?*", GLOB_ONLYDIR) ?: []);
    }

    private static function root(): string
    {
        return dirname(__DIR__, 4);
    }
}
