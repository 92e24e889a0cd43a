<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Module\Server\Jetpack\Database;

/**
 * What the first module has written over: with each plan it gave its field `jetpack_provisioning_details` of **all** services the same
 * text, and the number of an order in the place of the service's (whmcs-contract.md §12). So a client may read the address of
 * another's. That can be told only from all texts and all sites, which are read once for as many services as a page may come to.
 */
final class Damage
{
    private const FIELD = 'jetpack_provisioning_details';

    /** What looks like the name of a host. */
    private const HOST = '/(?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9-]{1,62}/i';

    /** As many hosts of a text as are looked for. */
    private const HOSTS = 10;

    /** @var array<int, object> the row with the text that its client reads, by service */
    private readonly array $texts;

    /** @var array<string, true> digests of the texts that others have as well, with their field */
    private readonly array $shared;

    /** @var array<string, array<int, int>> some services with that site, two at most, by host */
    private readonly array $sites;

    /**
     * @param array<int, int> $services those that will be asked about
     */
    public function __construct(array $services)
    {
        $this->texts = self::textsOf($services)
            ->where('v.value', '<>', '')
            ->orderBy('v.id')
            ->get(['h.id', 'v.fieldid', 'v.value'])
            ->filter(static fn (object $row): bool => self::hosts((string) $row->value) !== [])
            ->keyBy('id')
            ->all();
        $this->shared = self::shared($this->texts);
        $hosts = array_map(static fn (object $row): array => array_slice(self::hosts((string) $row->value), 0, self::HOSTS), $this->texts);
        $this->sites = self::sites(array_values(array_unique(array_merge([], ...array_values($hosts)))));
    }

    /**
     * Whether the text that the service's client reads is another service's as well, or instead.
     *
     * @param string $site the address of the service's own
     */
    public function isOf(int $service, string $site): bool
    {
        $row = $this->texts[$service] ?? null;
        // A text that names no host may rightly be many clients', as that their host was informed.
        if ($row === null || self::isOwn((string) $row->value, $site)) {
            return false;
        }

        return isset($this->shared[self::digest($row)]) || ($site !== '' && $this->namesAnother($service, (string) $row->value));
    }

    /**
     * A text that names his own site is a client's own, also where others got it as well, or where his service has the number of an
     * order.
     */
    public static function isOwn(string $text, string $site): bool
    {
        return in_array(self::bare(strtolower((string) parse_url($site, PHP_URL_HOST))), self::hosts($text), true);
    }

    /** Where a service still has that text, it has none any more: the field may have several rows of one service. */
    public static function clear(int $service, string $text): void
    {
        $rows = self::textsOf([$service])->where('v.value', $text)->pluck('v.id')->all();
        Database::table('tblcustomfieldsvalues')->whereIn('id', $rows)->update(['value' => '', 'updated_at' => date('Y-m-d H:i:s')]);
    }

    /** How many texts are kept under a number that is no service of the field's product: nobody reads them. */
    public static function strays(): int
    {
        $products = array_keys(Sold::names());
        if ($products === []) {
            return 0;
        }
        $marks = implode(', ', array_fill(0, count($products), '?'));

        // The index has the numbers: only of what nobody reads the text is looked at, and the services are read once for all.
        return self::texts()
            ->join('tblcustomfieldsvalues as w', 'w.id', '=', 'v.id')
            ->whereIn('f.relid', $products)
            ->where('w.value', '<>', '')
            ->whereRaw("(v.relid, f.relid) not in (select id, packageid from tblhosting where packageid in ($marks))", $products)
            ->count();
    }

    private function namesAnother(int $service, string $text): bool
    {
        foreach (array_slice(self::hosts($text), 0, self::HOSTS) as $host) {
            if (array_diff($this->sites[$host] ?? [], [$service]) !== []) {
                return true;
            }
        }

        return false;
    }

    /**
     * @param array<int, object> $texts
     *
     * @return array<string, true>
     */
    private static function shared(array $texts): array
    {
        if ($texts === []) {
            return [];
        }
        $twice = Database::table('tblcustomfieldsvalues')
            ->whereIn('fieldid', array_values(array_unique(array_column($texts, 'fieldid'))))
            ->whereIn('value', array_values(array_unique(array_column($texts, 'value'))))
            ->groupBy('fieldid', 'value')
            ->havingRaw('count(*) > 1')
            ->get(['fieldid', 'value']);

        return array_fill_keys($twice->map(self::digest(...))->all(), true);
    }

    private static function digest(object $row): string
    {
        // The database takes a small letter and a great one for one, and has said either.
        return $row->fieldid . ' ' . hash('sha256', rtrim(mb_strtolower((string) $row->value, 'UTF-8')));
    }

    /**
     * Which services have one of these hosts as their site.
     *
     * @param array<int, string> $hosts
     *
     * @return array<string, array<int, int>>
     */
    private static function sites(array $hosts): array
    {
        if ($hosts === []) {
            return [];
        }
        $host = "substring_index(substring_index(lower(trim(v.value)), '://', -1), '/', 1)";
        $found = Database::table('tblcustomfieldsvalues as v')
            ->join('tblcustomfields as f', 'f.id', '=', 'v.fieldid')
            ->where('f.type', 'product')
            ->whereRaw("trim(substring_index(f.fieldname, '|', 1)) = 'Site URL'")
            ->whereIn(Database::connection()->raw($host), [...$hosts, ...array_map(static fn (string $one): string => "www.$one", $hosts)])
            ->groupBy('host')
            ->selectRaw("$host as host, min(v.relid) as one, max(v.relid) as other")
            ->get();
        $sites = [];
        foreach ($found as $row) {
            $name = self::bare((string) $row->host);
            $sites[$name] = [...$sites[$name] ?? [], (int) $row->one, (int) $row->other];
        }

        return $sites;
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

    private static function bare(string $host): string
    {
        return str_starts_with($host, 'www.') ? substr($host, 4) : $host;
    }

    /**
     * @param array<int, int> $services
     */
    private static function textsOf(array $services): Builder
    {
        return self::texts()
            ->join('tblhosting as h', static fn ($own) => $own->on('h.id', '=', 'v.relid')->on('h.packageid', '=', 'f.relid'))
            ->whereIn('h.id', $services);
    }

    private static function texts(): Builder
    {
        return Database::table('tblcustomfieldsvalues as v')
            ->join('tblcustomfields as f', 'f.id', '=', 'v.fieldid')
            ->where('f.type', 'product')
            ->whereRaw("trim(substring_index(f.fieldname, '|', 1)) = ?", [self::FIELD]);
    }
}
