<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\InWhmcs;
use WHMCS\Module\Server\Jetpack\Licence;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * Services in use whose product is set to this module, and of which it has no record: those of the first Jetpack module, which
 * has the same name, and what was made active by hand. What has a licence is not among them (see `Licences`).
 */
final class Unrecorded
{
    /** Of `tblhosting as h`, with the product as `p` and, as `m`, what was reported of them. */
    public static function all(): Builder
    {
        $none = Core::ask('describe', [])['no_record'];
        $services = Database::table('tblhosting as h')
            ->join('tblproducts as p', 'p.id', '=', 'h.packageid')
            ->leftJoin(Schema::MOVING . ' as m', 'm.service_id', '=', 'h.id')
            ->where('p.servertype', 'jetpack')
            // Before it is looked what is recorded of a service: most of a shop may be others'.
            ->whereIn('h.packageid', array_keys(Sold::names()))
            ->whereIn('h.domainstatus', InWhmcs::PAID)
            // Read once for all: to look each of them up takes three times as long where they are many.
            ->whereNotIn('h.id', static fn (Builder $recorded): Builder => $recorded
                ->select('service_id')
                ->from(Schema::SERVICES)
                ->where('service_type', 'service')
                ->where('state', '<>', $none));
        if (Licences::exist()) {
            $services->whereNotExists(static fn (Builder $licence): Builder => Licence::whereOpen($licence
                ->selectRaw('1')
                ->from(Licence::TABLE . ' as l')
                ->whereColumn('l.order_id', 'h.orderid')
                ->whereColumn('l.product_id', 'h.packageid'), 'l'));
        }

        return $services;
    }

    /** Those that may have a plan: of the others WordPress.com said, when it was asked for moving them in, that there is none. */
    public static function mayHavePlans(): Builder
    {
        return self::all()->where(static fn (Builder $any): Builder => $any->whereNull('m.asked_at')->orWhere('m.word', '<>', MovingReport::NOTHING));
    }

    public static function has(int $service): bool
    {
        return self::all()->where('h.id', $service)->exists();
    }

    /**
     * The next of them, each with what it names as its site: the field, else the domain.
     *
     * @param int $after the service after which to go on
     *
     * @return array<int, string> by service
     */
    public static function sites(int $after, int $most): array
    {
        $services = self::all()->where('h.id', '>', $after)->orderBy('h.id')->limit($most)->pluck('h.domain', 'h.id')->all();

        return SiteField::named('service', $services);
    }

    /** Whether it has got a record meanwhile: one that is not among them any more may also have ended, or have another module now. */
    public static function hasRecord(int $service): bool
    {
        return Licence::whereReplaced(Database::table(Schema::SERVICES . ' as s'), 's')
            ->where('s.service_type', 'service')
            ->where('s.service_id', $service)
            ->exists();
    }
}
