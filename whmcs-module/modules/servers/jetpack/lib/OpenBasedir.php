<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * php.ini's `open_basedir`, under which PHP warns of files that it may not look at.
 */
final class OpenBasedir
{
    /** Whether PHP may look at a file. */
    public static function holds(string $path): bool
    {
        // Some hosts forbid a PHP to read its own settings.
        $setting = (string) (function_exists('ini_get') ? ini_get('open_basedir') : get_cfg_var('open_basedir'));
        if ($setting === '') {
            return true;
        }
        $folders = array_filter(explode(PATH_SEPARATOR, $setting), static fn (string $one): bool => $one !== '');
        foreach ($folders as $folder) {
            foreach (array_unique([rtrim($folder, '/'), rtrim(realpath($folder) ?: $folder, '/')]) as $one) {
                if ($path === $one || str_starts_with($path, "$one/")) {
                    return true;
                }
            }
        }

        return $folders === [];
    }
}
