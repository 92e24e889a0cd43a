<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;
use WHMCS\Database\Capsule;

/**
 * The licence that the licensing module has issued for a service and not revoked. That module had this one's name, so WHMCS now asks this
 * one to terminate its services, and there is nothing here that it could cancel: to say so would leave the licence billed for ever.
 */
final class Licence
{
    private const TABLE = 'jetpack_product_licenses';

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

        return $key === null || self::isRecorded($id) ? null : Sentences::licensed(self::masked($key));
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

    private static function isRecorded(int $service): bool
    {
        return Schema::isReady() && Database::table(Schema::SERVICES)
            ->where('service_type', 'service')
            ->where('service_id', $service)
            ->where('state', '<>', Core::ask('describe', [])['no_record'])
            ->exists();
    }
}
