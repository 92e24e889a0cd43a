<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * What a PHP that is too old for the rest of the module says. In the syntax of PHP 7.2, as all that such a PHP reads.
 */
final class PhpVersion
{
    public static function tooOld(): string
    {
        return sprintf(
            'JETPACK MODULE: This module needs PHP 8.1 or newer, and this is PHP %s (%s). Nothing was sent. Run WHMCS with a '
            . 'newer PHP; the web server and the cron job may use different ones.',
            PHP_VERSION,
            PHP_SAPI
        );
    }

    /** What clients read then: in English, since their texts are read by the rest of the module. */
    public static function forClients(): string
    {
        return 'Jetpack has nothing to open at the moment. Please ask your hosting company.';
    }
}
