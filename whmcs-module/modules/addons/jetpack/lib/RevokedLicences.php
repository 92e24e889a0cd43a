<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Licence;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Sentences;
use WHMCS\Module\Server\Jetpack\Transaction;

/**
 * Licences that staff said are revoked: the partner portal, where that is done now, does not tell the licensing module's table, which
 * stays as it is. They do not keep their services from being terminated any more, until it is taken back.
 */
final class RevokedLicences
{
    /** As many as a page shows; the last said come first. */
    private const SHOWN = 100;

    public static function exist(): bool
    {
        return Database::table(Schema::REVOKED)->exists();
    }

    /**
     * @return array<int, array<string, mixed>> as `Licences::shown`, with `by` and `said`
     */
    public static function all(): array
    {
        return Licences::exist() && self::exist() ? self::rows()->limit(self::SHOWN)->get()->map(static fn (object $row): array => Licences::shown($row) + [
            'by' => (string) ($row->username ?? "#$row->admin_id"),
            'said' => date('Y-m-d', (int) $row->said_at),
        ])->all() : [];
    }

    /**
     * @param array<string, mixed> $given the licence's `order`, `of` and `licence`, as its form has them
     * @param array<string, string> $text
     */
    public static function press(string $action, array $given, array $text): Notice
    {
        $open = self::one(null, $given);
        $said = self::one(self::licences(), $given);
        $row = $open ?? $said;
        if ($row === null) {
            return new Notice(false, $text['moving_licence_gone']);
        }
        $isRevoked = $action === 'moving_revoked';
        $key = Licence::masked((string) $row->license_key);
        if ($isRevoked ? $open !== null && self::say($row) : $said !== null && self::takeBack($row)) {
            $service = $row->id === null ? '' : "service #$row->id";
            Log::activity(Sentences::licenceSaid($key, $service, self::staff(), $isRevoked), (int) $row->userid);
        }

        return new Notice(true, sprintf($text[$isRevoked ? 'moving_revoked_now' : 'moving_not_revoked_now'], $key));
    }

    /** @return bool false where another was faster */
    private static function say(object $row): bool
    {
        $said = ['admin_id' => (int) ($_SESSION['adminid'] ?? 0), 'said_at' => Database::now()];

        return Transaction::run(static fn (): bool => Database::table(Schema::REVOKED)->insertOrIgnore(self::key($row) + $said) === 1);
    }

    private static function takeBack(object $row): bool
    {
        return Transaction::run(static fn (): bool => Database::table(Schema::REVOKED)->where(self::key($row))->delete() === 1);
    }

    /**
     * @return array{order_id: int, product_id: int, licence: string}
     */
    private static function key(object $row): array
    {
        return ['order_id' => (int) $row->order_id, 'product_id' => (int) $row->product_id, 'licence' => (string) $row->licence];
    }

    private static function staff(): string
    {
        return (string) (Capsule::table('tbladmins')->where('id', (int) ($_SESSION['adminid'] ?? 0))->value('username') ?? 'Somebody');
    }

    /**
     * @param Builder|null $licences as of `Licences::rows`
     * @param array<string, mixed> $given
     */
    private static function one(?Builder $licences, array $given): ?object
    {
        return Licences::exist() ? Licences::rows($licences)
            ->where('l.order_id', (int) ($given['order'] ?? 0))
            ->where('l.product_id', (int) ($given['of'] ?? 0))
            ->whereRaw(Licence::digest('l') . ' = ?', [is_string($given['licence'] ?? null) ? $given['licence'] : ''])
            ->first() : null;
    }

    private static function rows(): Builder
    {
        return Licences::rows(self::licences())
            ->leftJoin('tbladmins as a', 'a.id', '=', 'r.admin_id')
            ->addSelect(['r.admin_id', 'r.said_at', 'a.username'])
            ->reorder('r.said_at', 'desc')
            ->orderBy('l.order_id')
            ->orderBy('l.product_id');
    }

    /** Those of which it was said, as `l`; what was said is `r`. */
    private static function licences(): Builder
    {
        return Licence::whereSaid(Database::table(Licence::TABLE . ' as l')->crossJoin(Schema::REVOKED . ' as r'), 'r', 'l');
    }
}
