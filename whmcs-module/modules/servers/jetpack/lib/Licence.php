<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;
use Throwable;
use WHMCS\Database\Capsule;

/**
 * The licence that the licensing module has issued for a service, and that is not revoked, either by it or, as staff said, in the partner portal. That module had this one's name, so WHMCS now asks this
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

    /**
     * Licences that may be billed: not revoked as far as the licensing module knows, nor said to be.
     *
     * @param string $licence how the query names the licensing module's row
     */
    public static function whereOpen(Builder $query, string $licence): Builder
    {
        $query->whereNull("$licence.revoked_at");

        return Capsule::connection()->getSchemaBuilder()->hasTable(Schema::REVOKED)
            ? $query->whereNotExists(static fn (Builder $said): Builder => self::whereSaid($said->selectRaw('1')->from(Schema::REVOKED . ' as r'), 'r', $licence))
            : $query;
    }

    /** Joins what was said of a licence with the licensing module's row. */
    public static function whereSaid(Builder $query, string $said, string $licence): Builder
    {
        return $query
            ->whereColumn("$said.order_id", "$licence.order_id")
            ->whereColumn("$said.product_id", "$licence.product_id")
            ->whereRaw("$said.licence = " . self::digest($licence));
    }

    /** What stands for its key, which nobody needs to read. */
    public static function digest(string $licence): string
    {
        return "sha2($licence.license_key, 256)";
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
                ? self::whereOpen(Capsule::table(self::TABLE . ' as l'), 'l')
                    ->join('tblhosting as h', static fn ($own) => $own->on('h.orderid', '=', 'l.order_id')->on('h.packageid', '=', 'l.product_id'))
                    ->where('h.id', $service)
                    ->where('l.order_id', '>', 0)
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
