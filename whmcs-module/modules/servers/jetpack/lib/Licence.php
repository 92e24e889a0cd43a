<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;
use Throwable;
use WHMCS\Database\Capsule;

/**
 * The licence that the licensing module has issued for a service and not revoked. That module had this one's name, so WHMCS now asks this
 * one to terminate its services, and there is nothing here that it could cancel: to say so would leave the licence billed for ever.
 */
final class Licence
{
    public const TABLE = 'jetpack_product_licenses';

    /**
     * What keeps a service from being terminated; its own plan, once it has one here, is what is ended.
     *
     * @param array<string, mixed> $params
     *
     * @return string|null a sentence for staff
     */
    public static function objection(#[\SensitiveParameter] array $params): ?string
    {
        [$kind, $id] = Target::of($params);
        $key = $kind === 'service' && $id > 0 ? self::key($id) : null;

        return $key === null || self::isReplaced($id) ? null : Sentences::licensed(self::masked($key));
    }

    /**
     * Rows of services that have got a plan here, or may have: an order that was refused has replaced nothing.
     *
     * @param string $row how the query names the ledger's row
     */
    public static function whereReplaced(Builder $query, string $row): Builder
    {
        return $query->where(static fn (Builder $any): Builder => $any
            ->whereNotIn("$row.state", Core::ask('describe', [])['never_had'])
            ->orWhereNotNull("$row.doubt_until"));
    }

    /** Its last characters, by which people know it. */
    public static function masked(string $key): string
    {
        return '…' . (mb_strlen($key) > 8 ? mb_substr($key, -4) : '');
    }

    /** A table that is not there, or is another's, has none. */
    private static function key(int $service): ?string
    {
        try {
            return Capsule::connection()->getSchemaBuilder()->hasTable(self::TABLE)
                ? Capsule::table(self::TABLE . ' as l')
                    ->join('tblhosting as h', static fn ($own) => $own->on('h.orderid', '=', 'l.order_id')->on('h.packageid', '=', 'l.product_id'))
                    ->where('h.id', $service)
                    ->where('l.order_id', '>', 0)
                    ->whereNull('l.revoked_at')
                    ->value('l.license_key')
                : null;
        } catch (Throwable) {
            return null;
        }
    }

    private static function isReplaced(int $service): bool
    {
        return Schema::isReady() && self::whereReplaced(Database::table(Schema::SERVICES . ' as s'), 's')
            ->where('s.service_type', 'service')
            ->where('s.service_id', $service)
            ->exists();
    }
}
