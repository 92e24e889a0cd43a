<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;
use WHMCS\Database\Capsule;
use WHMCS\Module\Addon\Setting;

/**
 * The settings of the addon module of the same name, as its own functions would get them.
 */
final class AddonSettings
{
    /** What an order is read with. */
    private const FOR_ORDERS = ['partner_id', 'partner_secret', 'onboarding', 'force_connect'];

    private const OTHERS = ['further_plans', 'orphan_days', 'keep_days', 'drift', 'reminders'];

    /**
     * @return array<string, string|null>
     */
    public static function all(): array
    {
        return self::forOrders() + self::named(self::OTHERS);
    }

    /**
     * Each is a query: a checkout waits for them.
     *
     * @return array<string, string|null>
     */
    public static function forOrders(): array
    {
        return self::named(self::FOR_ORDERS);
    }

    /** How long the work at a run of the cron may take, in seconds. */
    public static function cronSeconds(): int
    {
        return (int) Core::ask('describe', ['settings' => self::named(['cron_seconds'])])['cron_seconds'];
    }

    /** Where the program is; empty where nobody says, or where WHMCS cannot say now. */
    public static function program(): string
    {
        try {
            return trim((string) self::named(['program'])['program']);
        } catch (Throwable) {
            return '';
        }
    }

    /**
     * @param array<int, string> $names
     *
     * @return array<string, string|null>
     */
    private static function named(array $names): array
    {
        return Transaction::emulated(
            Capsule::connection()->getPdo(),
            static fn (): array => array_combine($names, array_map(self::one(...), $names))
        );
    }

    /**
     * WHMCS may store settings encrypted; its own accessor undoes that. Releases that lack the
     * accessor store them as they are (whmcs-contract.md §2.4, Q2).
     */
    private static function one(string $name): ?string
    {
        if (method_exists(Setting::class, 'getSettingValueForModule')) {
            return Setting::getSettingValueForModule('jetpack', $name);
        }

        return Capsule::table('tbladdonmodules')
            ->where('module', 'jetpack')
            ->where('setting', $name)
            ->value('value');
    }
}
