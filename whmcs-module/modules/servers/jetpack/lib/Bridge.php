<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Which way to the Rust core is there, in the version that these files need.
 *
 * WHMCS runs modules in the web server's PHP and, for its cron, in the command line's, which often are different programs
 * with different ini files (whmcs-contract.md §6.2): each has its own.
 */
final class Bridge
{
    /** The version of these files, of the extension and of the program: a package holds all. */
    public const VERSION = '0.2.0';

    /** What keeps Rust from being asked, as a sentence for staff; null when nothing does. */
    public static function problem(): ?string
    {
        return self::way()->problem();
    }

    /** The extension where it is loaded, also in a wrong version, of which staff have to know; else the program. */
    public static function way(): Way
    {
        static $way = null;

        return $way ??= Extension::isLoaded() ? new Extension() : new Program();
    }
}
