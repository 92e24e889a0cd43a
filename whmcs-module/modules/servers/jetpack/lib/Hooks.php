<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use Throwable;
use WHMCS\Database\Capsule;
use WHMCS\Module\AbstractWidget;
use WHMCS\Module\Addon\Jetpack\CustomFields;

/**
 * What WHMCS's hooks lead to. A hook that throws breaks the page it runs on, so none does.
 */
final class Hooks
{
    private static bool $registered = false;

    /** Whether WHMCS has loaded a file of hooks in this request, and so does in all. */
    public static function areRegistered(): bool
    {
        return self::$registered;
    }

    public static function register(): void
    {
        if (self::$registered) {
            return;
        }
        self::$registered = true;
        self::on('ServiceDelete', static function (array $vars): void {
            Orphans::take('service', (int) ($vars['serviceid'] ?? 0));
            // A service takes its addons with it, for which no hook need run.
            Orphans::sweep();
        });
        self::on('AddonDeleted', static fn (array $vars) => Orphans::take('addon', (int) ($vars['id'] ?? 0)));
        self::on('PreDeleteClient', static fn (array $vars) => Orphans::takeAllOf((int) ($vars['userid'] ?? 0)));
        self::on('ClientDelete', static fn (array $vars) => Orphans::sweep());
        self::on('ServiceEdit', static function (array $vars): void {
            $service = (int) ($vars['serviceid'] ?? 0);
            Owners::follow($service);
            Reconciler::lookAt([['service', $service]]);
        });
        foreach (['AddonEdit', 'AddonActivated', 'AddonCancelled', 'AddonFraud', 'AddonTerminated'] as $point) {
            self::on($point, static fn (array $vars) => Reconciler::lookAt([['addon', (int) ($vars['id'] ?? 0)]]));
        }
        self::on('ServiceRecurringCompleted', static fn (array $vars) => self::afterwards([
            ['service', (int) ($vars['serviceid'] ?? $vars['relid'] ?? 0)],
        ]));
        foreach (['CancelOrder', 'FraudOrder', 'PendingOrder', 'DeleteOrder'] as $point) {
            self::on($point, static fn (array $vars) => self::afterwards(InWhmcs::ofOrder((int) ($vars['orderid'] ?? 0))));
        }
        self::on('InvoiceRefunded', static fn (array $vars) => Refunds::tell((int) ($vars['invoiceid'] ?? 0)));
        self::on('AfterClientMerge', static fn (array $vars) => Owners::follow());
        self::on('ShoppingCartValidateProductUpdate', Cart::objections(...));
        self::on('AfterCronJob', static fn (array $vars) => Seen::cron());
        self::on('AfterCronJob', static fn (array $vars) => Reconciler::run());
        self::on('ShoppingCartCheckoutCompletePage', OrderPage::html(...));
        // WHMCS hands over the client's model itself.
        self::on('ClientAlert', static fn (array $vars): ?object => ClientAlerts::of($vars[0] ?? null));
        self::on('AdminHomeWidgets', static fn (array $vars): ?object => class_exists(AbstractWidget::class) ? new Widget() : null);
        self::on('EmailTplMergeFields', Mails::offered(...));
        self::on('ProductEdit', static function (array $vars): void {
            $isOurs = ($vars['servertype'] ?? '') === 'jetpack' && Bridge::problem() === null;
            if ($isOurs && class_exists(CustomFields::class)) {
                Schema::together(static fn () => (new CustomFields('product', (int) ($vars['pid'] ?? 0)))->begin());
            }
        });
        self::on('AddonConfigSave', static function (array $vars): void {
            $addon = (int) ($vars['id'] ?? 0);
            $isOurs = Bridge::problem() === null && Capsule::table('tbladdons')->where('id', $addon)->where('module', 'jetpack')->exists();
            if ($isOurs && class_exists(CustomFields::class)) {
                Schema::together(static fn () => (new CustomFields('addon', $addon))->begin());
            }
        });
        self::on('AfterModuleChangePassword', PasswordChange::follow(...));
        self::on('AfterCronJob', static fn (array $vars) => Housekeeping::run());
        self::on('EmailPreSend', static fn (array $vars) => Mails::fields(
            (string) ($vars['messagename'] ?? ''),
            (int) ($vars['relid'] ?? 0)
        ));
    }

    /**
     * These hooks run before the change (whmcs-contract.md §11), so it is looked at when WHMCS has finished this request.
     *
     * @param array<int, array{string, int}> $services kind and id
     */
    private static function afterwards(array $services): void
    {
        register_shutdown_function(static function () use ($services): void {
            try {
                Orphans::sweep();
                Reconciler::lookAt($services);
            } catch (Throwable $defect) {
                Log::defect('shutdown', $defect);
            }
        });
    }

    private static function on(string $point, Closure $do): void
    {
        add_hook($point, 1, static function (#[\SensitiveParameter] mixed $vars = []) use ($point, $do): mixed {
            try {
                return $do(is_array($vars) ? $vars : [$vars]);
            } catch (Throwable $defect) {
                Log::defect($point, $defect);

                return null;
            }
        });
    }
}
