<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * What this PHP says of itself. Only the web server's own knows it: the command line's may have other ini files, or be another
 * program. The installer takes it as one line (`jetpack-partner install --web`).
 */
final class PhpFacts
{
    /**
     * @return array<string, string|bool|null|array<int, int>>
     */
    public static function all(): array
    {
        return [
            'php' => PHP_VERSION,
            'sapi' => PHP_SAPI,
            'api' => self::api(),
            'zts' => (bool) PHP_ZTS,
            'debug' => (bool) PHP_DEBUG,
            'binary' => PHP_BINARY,
            'ini' => php_ini_loaded_file() ?: '',
            'scan' => (function_exists('getenv') ? getenv('PHP_INI_SCAN_DIR') : '') ?: PHP_CONFIG_FILE_SCAN_DIR,
            'extension_dir' => self::setting('extension_dir'),
            'disabled' => self::setting('disable_functions'),
            'open_basedir' => self::setting('open_basedir'),
            'whmcs' => defined('ROOTDIR') ? (string) constant('ROOTDIR') : '',
            'user' => self::user(),
            'groups' => self::groups(),
            'document_root' => (string) ($_SERVER['DOCUMENT_ROOT'] ?? ''),
        ];
    }

    /** In a shell it is put between apostrophes: no path may end them. */
    public static function line(): string
    {
        return json_encode(self::all(), JSON_HEX_APOS | JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
    }

    /** Which build of an extension it takes; null where it may not say. No constant has it. */
    public static function api(): ?string
    {
        if (!function_exists('phpinfo')) {
            return null;
        }
        ob_start();
        phpinfo(INFO_GENERAL);
        $text = strip_tags((string) ob_get_clean(), '<td>');

        return preg_match('/PHP Extension\b(?!\s*Build)\D*(\d{8})/', $text, $found) === 1 ? $found[1] : null;
    }

    private static function setting(string $name): string
    {
        return (string) (function_exists('ini_get') ? ini_get($name) : get_cfg_var($name));
    }

    private static function user(): string
    {
        if (!function_exists('posix_geteuid') || !function_exists('posix_getpwuid')) {
            return '';
        }
        $user = posix_getpwuid(posix_geteuid());

        return $user === false ? (string) posix_geteuid() : $user['name'];
    }

    /**
     * A pool may run in others than its user's own.
     *
     * @return array<int, int>
     */
    private static function groups(): array
    {
        $own = function_exists('posix_getegid') ? [posix_getegid()] : [];

        return array_values(array_unique([...$own, ...(function_exists('posix_getgroups') ? (posix_getgroups() ?: []) : [])]));
    }
}
