<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use Illuminate\Database\Query\JoinClause;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Licence;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * Services in use whose product is set to this module, and of which it has no record: those of the first Jetpack module, which
 * has the same name, and what was made active by hand. What has a licence is not among them (see `Licences`).
 */
final class Unrecorded
{
    /** In use, and provisioned as far as WHMCS knows (whmcs-contract.md §1.4). */
    private const IN_USE = ['Active', 'Suspended'];

    /** As many as may name a site of the same host and are looked at. */
    private const NEAR = 100;

    /** Of `tblhosting as h`, with the product as `p` and, as `m`, what was reported of them. */
    public static function all(): Builder
    {
        $none = Core::ask('describe', [])['no_record'];
        $services = Database::table('tblhosting as h')
            ->join('tblproducts as p', 'p.id', '=', 'h.packageid')
            ->leftJoin(Schema::SERVICES . ' as s', static fn (JoinClause $row): JoinClause => $row
                ->on('s.service_id', '=', 'h.id')
                ->where('s.service_type', 'service'))
            ->leftJoin(Schema::MOVING . ' as m', 'm.service_id', '=', 'h.id')
            ->where('p.servertype', 'jetpack')
            ->whereIn('h.domainstatus', self::IN_USE)
            ->where(static fn (Builder $any): Builder => $any->whereNull('s.id')->orWhere('s.state', $none));
        if (Licences::exist()) {
            $services->whereNotExists(static fn (Builder $licence): Builder => Licence::whereOpen($licence
                ->selectRaw('1')
                ->from(Licence::TABLE . ' as l')
                ->whereColumn('l.order_id', 'h.orderid')
                ->whereColumn('l.product_id', 'h.packageid'), 'l'));
        }

        return $services;
    }

    public static function has(int $service): bool
    {
        return self::all()->where('h.id', $service)->exists();
    }

    /** The first of those that name this site. */
    public static function onSite(string $site, string $key): ?int
    {
        $host = addcslashes((string) parse_url($site, PHP_URL_HOST), '\\%_');
        $named = $host === '' ? [] : self::all()
            ->join('tblcustomfieldsvalues as v', 'v.relid', '=', 'h.id')
            ->join('tblcustomfields as f', static fn (JoinClause $field): JoinClause => $field
                ->on('f.id', '=', 'v.fieldid')
                ->on('f.relid', '=', 'h.packageid')
                ->where('f.type', 'product'))
            ->where(static fn (Builder $name): Builder => $name->where('f.fieldname', 'Site URL')->orWhere('f.fieldname', 'like', 'Site URL|%'))
            ->where('v.value', 'like', "%$host%")
            ->orderBy('h.id')
            ->limit(self::NEAR)
            ->pluck('v.value', 'h.id')
            // What people typed WHMCS stores with entities (whmcs-contract.md §1.3).
            ->map(static fn (?string $typed): string => html_entity_decode((string) $typed, ENT_QUOTES | ENT_HTML5, 'UTF-8'))
            ->all();
        $keys = $named === [] ? [] : Core::ask('describe', ['sites' => array_values($named)])['site_keys'];
        foreach ($named as $service => $typed) {
            if (($keys[$typed] ?? null) === $key) {
                return (int) $service;
            }
        }

        return null;
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
