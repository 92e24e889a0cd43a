<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * The texts of the addon's page. WHMCS hands them to the page in the admin's language; the other
 * functions get none and use English (whmcs-contract.md §2.6).
 */
final class Language
{
    /** The files that there are, by WHMCS's names. */
    private const ALL = ['english', 'german', 'french', 'spanish'];

    /**
     * @return array<string, string>
     */
    public static function fallback(): array
    {
        return self::in('english');
    }

    /** A sentence without the mark that it bears in WHMCS's logs: on our own page everybody knows whose it is. */
    public static function plain(string $sentence): string
    {
        return (string) preg_replace('/^JETPACK MODULE: /', '', $sentence);
    }

    /**
     * The texts WHMCS gave, or those of the language that the addon's setting names, completed where a translation lacks one.
     *
     * @param array<string, mixed> $vars
     *
     * @return array<string, string>
     */
    public static function of(array $vars): array
    {
        $given = in_array($vars['page_language'] ?? '', self::ALL, true) ? self::in($vars['page_language']) : $vars['_lang'] ?? [];

        return (is_array($given) ? $given : []) + self::fallback();
    }

    /**
     * @return array<string, string>
     */
    private static function in(string $language): array
    {
        $_ADDONLANG = [];
        require dirname(__DIR__) . "/lang/$language.php";

        return $_ADDONLANG;
    }
}
