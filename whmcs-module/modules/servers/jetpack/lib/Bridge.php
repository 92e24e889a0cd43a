<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Whether the extension that makes the decisions is there, in the version these files need.
 */
final class Bridge
{
    /** The version of these files and of the extension: a package holds both. */
    public const VERSION = '0.1.0';

    /**
     * What keeps the extension from being used, as a sentence for staff; null when nothing does.
     *
     * WHMCS runs modules in the web server's PHP and, for its cron, in the command line's, which
     * often are different programs with different ini files (whmcs-contract.md §6.2).
     */
    public static function problem(): ?string
    {
        $loaded = phpversion('jetpack_bridge');
        if ($loaded === false) {
            return Sentences::extensionMissing();
        }
        if ($loaded !== self::VERSION) {
            return Sentences::versionsDiffer($loaded);
        }

        return null;
    }
}
