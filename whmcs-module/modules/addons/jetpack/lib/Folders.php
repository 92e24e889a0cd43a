<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Bridge;

/**
 * Whether the server module's folder is there, and of the package that this one is of.
 */
final class Folders
{
    /**
     * @param array<string, string> $text
     */
    public static function problem(array $text): ?string
    {
        if (!class_exists(Bridge::class)) {
            return $text['server_module_missing'];
        }

        return Bridge::VERSION === Settings::VERSION ? null : sprintf($text['folders_differ'], Bridge::VERSION, Settings::VERSION);
    }
}
