<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use Throwable;

/**
 * What WHMCS's hooks lead to. A hook that throws breaks the page it runs on, so none does.
 */
final class Hooks
{
    private static bool $registered = false;

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
        self::on('ServiceEdit', static fn (array $vars) => Owners::follow((int) ($vars['serviceid'] ?? 0)));
        self::on('AfterClientMerge', static fn (array $vars) => Owners::follow());
        self::on('ShoppingCartValidateProductUpdate', Cart::objections(...));
        self::on('AfterCronJob', static fn (array $vars) => Reconciler::run());
        self::on('AfterCronJob', static fn (array $vars) => Housekeeping::run());
        self::on('EmailPreSend', static fn (array $vars) => Mails::fields(
            (string) ($vars['messagename'] ?? ''),
            (int) ($vars['relid'] ?? 0)
        ));
    }

    private static function on(string $point, Closure $do): void
    {
        add_hook($point, 1, static function (mixed $vars = []) use ($point, $do): mixed {
            try {
                return $do((array) $vars);
            } catch (Throwable $defect) {
                Log::defect($point, $defect);

                return null;
            }
        });
    }
}
