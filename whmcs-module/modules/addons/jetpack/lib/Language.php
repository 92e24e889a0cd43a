<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * The texts of the addon's page. WHMCS hands them to the page in the admin's language; the other
 * functions get none and use English (whmcs-contract.md §2.6).
 */
final class Language
{
    /**
     * @return array<string, string>
     */
    public static function fallback(): array
    {
        $_ADDONLANG = [];
        require dirname(__DIR__) . '/lang/english.php';

        return $_ADDONLANG;
    }

    /** A sentence without the mark that it bears in WHMCS's logs: on our own page everybody knows whose it is. */
    public static function plain(string $sentence): string
    {
        return (string) preg_replace('/^JETPACK MODULE: /', '', $sentence);
    }

    /**
     * The texts WHMCS gave, completed where a translation lacks one.
     *
     * @param array<string, mixed> $vars
     *
     * @return array<string, string>
     */
    public static function of(array $vars): array
    {
        $given = $vars['_lang'] ?? [];

        return (is_array($given) ? $given : []) + self::fallback();
    }
}
