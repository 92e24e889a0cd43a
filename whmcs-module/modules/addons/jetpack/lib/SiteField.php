<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\InWhmcs;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * What services and product addons name as their site, where WHMCS keeps it: in the field `Site URL`, or where that is blank in the
 * domain of the service.
 */
final class SiteField
{
    private const NAME = 'Site URL';

    /** The kinds of `EndedPlans::KINDS`: the table, what it was ordered as, its status, and the type of its fields. */
    private const KINDS = [
        'service' => ['tblhosting', 'packageid', 'domainstatus', 'product'],
        'addon' => ['tblhostingaddons', 'addonid', 'status', 'addon'],
    ];

    /**
     * @param string $kind `service` or `addon`
     * @param array<int, string|null> $domains by the number of the service or product addon
     *
     * @return array<int, string> what each names, '' for nothing
     */
    public static function named(string $kind, array $domains): array
    {
        $typed = self::of($kind)->whereIn('t.id', array_keys($domains))->where('v.value', '<>', '')->orderByDesc('v.id')->pluck('v.value', 't.id');
        foreach ($domains as $id => $domain) {
            // What people typed WHMCS stores with entities (whmcs-contract.md §1.3).
            $site = trim(Typed::decoded((string) ($typed[$id] ?? '')));
            $domains[$id] = $site === '' ? trim((string) $domain) : $site;
        }

        return $domains;
    }

    /** Whether WHMCS sells it: an orphan has none that it does. */
    public static function isInUse(string $kind, int $id): bool
    {
        [$table, , $status] = self::KINDS[$kind] ?? [null, null, null];

        return $table !== null && Database::table($table)->where('id', $id)->whereIn($status, InWhmcs::PAID)->exists();
    }

    /**
     * Those in use that name a site of this host and of which this module has no record.
     *
     * @param string $host without `www.`, as Rust tells it
     *
     * @return array<int, string> such as `service #5`
     */
    public static function unrecordedOn(string $host): array
    {
        $none = Core::ask('describe', [])['no_record'];
        $found = [];
        foreach (self::KINDS as $kind => [$table, $ordered, $status]) {
            $isService = $kind === 'service';
            $domains = Database::table("$table as t")
                ->join($isService ? 'tblproducts as p' : 'tbladdons as p', 'p.id', '=', "t.$ordered")
                ->join('tblhosting as h', 'h.id', '=', $isService ? 't.id' : 't.hostingid')
                ->leftJoin(Schema::SERVICES . ' as s', static fn ($row) => $row->on('s.service_id', '=', 't.id')->where('s.service_type', $kind))
                ->where($isService ? 'p.servertype' : 'p.module', 'jetpack')
                ->whereIn("t.$status", InWhmcs::PAID)
                ->where(static fn (Builder $any): Builder => $any->whereNull('s.id')->orWhere('s.state', $none))
                ->where(static fn (Builder $any): Builder => self::mayName($any, 'h.domain', $host)->orWhereIn(
                    't.id',
                    self::of($kind)->where(static fn (Builder $value): Builder => self::mayName($value, 'v.value', $host))->select('t.id')
                ))
                ->orderBy('t.id')
                ->pluck('h.domain', 't.id')
                ->all();
            $sites = self::named($kind, $domains);
            $hosts = $sites === [] ? [] : Core::ask('describe', ['sites' => array_values(array_unique($sites))])['site_hosts'];
            foreach ($sites as $id => $site) {
                if (($hosts[$site] ?? null) === $host) {
                    $found[] = EndedPlans::KINDS[$kind] . " #$id";
                }
            }
        }

        return $found;
    }

    /** A text of other letters may be the same name, written as people read it. */
    private static function mayName(Builder $any, string $column, string $host): Builder
    {
        return $any->where($column, 'like', '%' . addcslashes($host, '\\%_') . '%')->orWhere($column, 'regexp', '[^ -~]');
    }

    /** The rows of the field: the owner as `t`, its value as `v`. */
    private static function of(string $kind): Builder
    {
        [$table, $ordered, , $type] = self::KINDS[$kind];

        return Database::table("$table as t")
            ->join('tblcustomfields as f', 'f.relid', '=', "t.$ordered")
            ->join('tblcustomfieldsvalues as v', static fn ($own) => $own->on('v.fieldid', '=', 'f.id')->on('v.relid', '=', 't.id'))
            ->where('f.type', $type)
            // A name counts up to a pipe, whatever blanks are around it.
            ->whereRaw("trim(substring_index(f.fieldname, '|', 1)) = ?", [self::NAME]);
    }
}
