<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Stopped;

/**
 * Makes the module's tables, or brings them to this version, when WHMCS activates or upgrades the addon. Nothing is ever dropped:
 * the ledger is the only record of what is being paid for.
 */
final class Tables
{
    /** As long as a page may take; what is left then, opening the addon's page goes on with. */
    private const SECONDS = 20;

    /**
     * @return array{status: string, description: string}
     */
    public static function activate(): array
    {
        $text = Language::fallback();
        $folders = Folders::problem($text);
        if ($folders !== null) {
            return ['status' => 'error', 'description' => $folders];
        }
        try {
            Schema::bring(microtime(true) + self::SECONDS);
        } catch (Stopped $stopped) {
            return ['status' => 'error', 'description' => Language::plain($stopped->getMessage())];
        } catch (Throwable) {
            return ['status' => 'error', 'description' => $text['tables_failed']];
        }

        return ['status' => 'success', 'description' => $text['activated']];
    }

    /**
     * @return array{status: string, description: string}
     */
    public static function deactivate(): array
    {
        return ['status' => 'info', 'description' => Language::fallback()['deactivated']];
    }

    /** WHMCS ignores the result; what is still missing then, the first call makes or reports. */
    public static function upgrade(): void
    {
        self::activate();
    }
}
