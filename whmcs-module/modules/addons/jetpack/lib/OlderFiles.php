<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * Files that older Jetpack modules have left in WHMCS's folders. They had the same name, so our files replace most of them; what else they
 * had is not removed by copying, and a copy that was kept under another name may still have its hooks run on every page.
 */
final class OlderFiles
{
    /** Within our own folders, what only they had. */
    private const THEIRS = [
        'servers/jetpack' => ['vendor', 'composer.json', 'composer.lock', 'lib/Jetpack', 'lib/JetpackPartner.php', 'lib/class-jetpackpartner.php',
            'templates/clientarea.tpl', 'templates/jetpack_license.tpl', 'jetpack-logo.png'],
        'addons/jetpack' => ['vendor', 'composer.json', 'lib/Admin', 'lib/Jetpack', 'lib/css', 'lib/class-admincontroller.php',
            'lib/class-adminviews.php', 'lib/class-admindispatcher.php'],
    ];

    /** Our own, which an incomplete copy may not have replaced. */
    private const HOOKS = ['servers/jetpack/hooks.php', 'addons/jetpack/hooks.php'];

    /** As many as are named. */
    private const NAMED = 12;

    /**
     * @param string|null $root WHMCS's folder
     *
     * @return array<int, string> their paths below it, those with hooks first
     */
    public static function all(?string $root = null): array
    {
        $root ??= dirname(__DIR__, 4);
        $hooks = $others = [];
        foreach (self::HOOKS as $file) {
            if (is_file("$root/modules/$file") && !str_contains((string) file_get_contents("$root/modules/$file"), 'Jetpack\Hooks::register')) {
                $hooks[] = "modules/$file";
            }
        }
        foreach (glob("$root/includes/hooks/*jetpack*.php") ?: [] as $file) {
            $hooks[] = 'includes/hooks/' . basename($file);
        }
        foreach (glob("$root/modules/*/jetpack?*", GLOB_ONLYDIR) ?: [] as $folder) {
            $path = substr($folder, strlen($root) + 1);
            is_file("$folder/hooks.php") ? $hooks[] = "$path/hooks.php" : $others[] = $path;
        }
        foreach (self::THEIRS as $folder => $names) {
            foreach (array_filter($names, static fn (string $name): bool => file_exists("$root/modules/$folder/$name")) as $name) {
                $others[] = "modules/$folder/$name";
            }
        }

        return array_slice([...$hooks, ...$others], 0, self::NAMED);
    }
}
