<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Module\Server\Jetpack\Database;

/**
 * What the first module has written over: with each plan it gave its field `jetpack_provisioning_details` of **all** services the same
 * text, and the number of an order in the place of the service's (whmcs-contract.md §12). So a client may read the address of
 * another's.
 */
final class Damage
{
    private const FIELD = 'jetpack_provisioning_details';

    /** What looks like the name of a host. */
    private const HOST = '/(?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9-]{1,62}/i';

    /**
     * Whether the text that the service's client reads is another service's as well, or instead.
     *
     * @param string $site the address of the service's own
     */
    public static function isOf(int $service, string $site): bool
    {
        $row = self::textsOf($service)
            ->where('v.value', '<>', '')
            ->orderByDesc('v.id')
            ->first(['v.id', 'v.fieldid', 'v.value']);
        $hosts = $row === null ? [] : self::hosts((string) $row->value);
        // A text that names no host may rightly be many clients', as that their host was informed. One that names his own site is his,
        // also where others got it as well, or where his service has the number of an order.
        if ($hosts === [] || in_array(self::host($site), $hosts, true)) {
            return false;
        }

        return Database::table('tblcustomfieldsvalues')
            ->where('fieldid', $row->fieldid)
            ->where('id', '<>', $row->id)
            ->where('value', $row->value)
            ->exists() || self::nameAnother($service, $hosts, $site);
    }

    /** Where a service still has that text, it has none any more: the field may have several rows of one service. */
    public static function clear(int $service, string $text): void
    {
        $rows = self::textsOf($service)->where('v.value', $text)->pluck('v.id')->all();
        Database::table('tblcustomfieldsvalues')->whereIn('id', $rows)->update(['value' => '', 'updated_at' => date('Y-m-d H:i:s')]);
    }

    /** How many texts are kept under a number that is no service of the field's product: nobody reads them. */
    public static function strays(): int
    {
        return self::texts()
            ->join('tblproducts as p', 'p.id', '=', 'f.relid')
            ->leftJoin('tblhosting as h', static fn ($own) => $own->on('h.id', '=', 'v.relid')->on('h.packageid', '=', 'f.relid'))
            ->where('p.servertype', 'jetpack')
            ->where('v.value', '<>', '')
            ->whereNull('h.id')
            ->count();
    }

    /**
     * The hosts that a text names, without `www.`.
     *
     * @return array<int, string>
     */
    private static function hosts(string $text): array
    {
        preg_match_all(self::HOST, strtolower(urldecode(html_entity_decode($text, ENT_QUOTES | ENT_HTML5, 'UTF-8'))), $found);

        return array_values(array_unique(array_map(self::bare(...), $found[0])));
    }

    private static function host(string $site): string
    {
        return self::bare(strtolower((string) parse_url($site, PHP_URL_HOST)));
    }

    private static function bare(string $host): string
    {
        return str_starts_with($host, 'www.') ? substr($host, 4) : $host;
    }

    /**
     * Whether one of them is the site of another service. Nothing is known of who has none of his own.
     *
     * @param array<int, string> $hosts
     */
    private static function nameAnother(int $service, array $hosts, string $site): bool
    {
        if (self::host($site) === '') {
            return false;
        }

        return Database::table('tblcustomfieldsvalues as v')
            ->join('tblcustomfields as f', 'f.id', '=', 'v.fieldid')
            ->where('f.type', 'product')
            ->where(static fn (Builder $name) => $name->where('f.fieldname', 'Site URL')->orWhere('f.fieldname', 'like', 'Site URL|%'))
            ->where('v.relid', '<>', $service)
            ->where(static fn (Builder $any) => array_map(
                static fn (string $host) => $any->orWhereRaw(
                    "substring_index(substring_index(lower(trim(v.value)), '://', -1), '/', 1) in (?, ?)",
                    [$host, "www.$host"]
                ),
                array_slice($hosts, 0, 10)
            ))
            ->exists();
    }

    private static function textsOf(int $service): Builder
    {
        return self::texts()
            ->join('tblhosting as h', static fn ($own) => $own->on('h.id', '=', 'v.relid')->on('h.packageid', '=', 'f.relid'))
            ->where('h.id', $service);
    }

    private static function texts(): Builder
    {
        return Database::table('tblcustomfieldsvalues as v')
            ->join('tblcustomfields as f', 'f.id', '=', 'v.fieldid')
            ->where('f.type', 'product')
            ->where(static fn (Builder $name) => $name->where('f.fieldname', self::FIELD)->orWhere('f.fieldname', 'like', self::FIELD . '|%'));
    }
}
