<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Database\Capsule;

/**
 * After the password of a hosting account was changed: where WordPress.com makes backups with it, it gets the new one.
 */
final class PasswordChange
{
    private const FUNCTION = 'AfterModuleChangePassword';

    /**
     * @param array<string, mixed> $vars what WHMCS tells: service, old and new password. The documentation has spelled the
     *     name of the last in two ways (whmcs-contract.md §5)
     */
    public static function follow(#[\SensitiveParameter] array $vars): void
    {
        $hosting = (int) ($vars['serviceid'] ?? 0);
        if ($hosting < 1 || Bridge::problem() !== null || !Schema::exists()) {
            return;
        }
        $old = (string) ($vars['oldpassword'] ?? '');
        $new = (string) ($vars['newpassword'] ?? $vars['newspassword'] ?? '');
        $changed = $new === '' ? null : ['old' => $old, 'new' => $new];
        foreach (self::beside($hosting) as $params) {
            if (self::hangsOn($hosting, $params)) {
                self::tell($hosting, $params, $changed);
            }
        }
    }

    /**
     * @param array<string, mixed> $params
     * @param array{old: string, new: string}|null $changed
     */
    private static function tell(
        int $hosting,
        #[\SensitiveParameter] array $params,
        #[\SensitiveParameter] ?array $changed
    ): void {
        $told = ModuleCall::run(self::FUNCTION, 'access', $params, $changed);
        if ($told !== 'success') {
            // WHMCS does not log what its hooks come to.
            Log::activity(Sentences::passwordChanged($hosting, Target::label($params), $told), (int) $params['userid']);
        }
    }

    /**
     * Whether the product says so, the client has agreed, and this is the account that the service's site lies in.
     *
     * @param array<string, mixed> $params
     */
    private static function hangsOn(int $hosting, #[\SensitiveParameter] array $params): bool
    {
        try {
            $order = Core::ask('order', ['action' => 'access', 'params' => $params, 'settings' => []])['order'];
        } catch (Stopped) {
            return false;
        }

        return (HostingAccount::of($order, $params)['service'] ?? 0) === $hosting;
    }

    /**
     * The account's own addons, and the other services of its client, of which the ledger knows.
     *
     * @return array<int, array<string, mixed>>
     */
    private static function beside(int $hosting): array
    {
        $addons = Database::table(Schema::SERVICES)
            ->join('tblhostingaddons', 'tblhostingaddons.id', '=', 'service_id')
            ->where('service_type', 'addon')
            ->where('hostingid', $hosting)
            ->pluck('service_id');
        $services = Database::table(Schema::SERVICES)
            ->join('tblhosting', 'tblhosting.id', '=', 'service_id')
            ->where('service_type', 'service')
            ->where('tblhosting.userid', Capsule::table('tblhosting')->where('id', $hosting)->value('userid'))
            ->where('tblhosting.id', '<>', $hosting)
            ->pluck('service_id');

        return array_filter([
            ...$addons->map(static fn (mixed $id): ?array => StoredParams::ofAddon((int) $id))->all(),
            ...$services->map(static fn (mixed $id): ?array => StoredParams::ofService((int) $id))->all(),
        ]);
    }
}
