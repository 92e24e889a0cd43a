<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use Illuminate\Database\Query\Builder;

/**
 * Lets go what need not be kept: records older than the addon's setting says, and what is personal of clients whom WHMCS has
 * deleted. Of a plan that may be live everything stays; which those are is Rust's to say (the question `prunable`).
 */
final class Housekeeping
{
    /** Seconds from one run to the next. */
    private const INTERVAL = 3600;

    /** Rows in one statement, and statements of a kind in a run: locks stay short, and the rest is for the next run. */
    private const BITE = 500;
    private const BITES = 2;

    /** Seconds that a run may take. */
    private const BUDGET = 5;

    private readonly float $end;

    /** @var array<string, string|null> */
    private readonly array $settings;

    /** @var array<int, string> the stored words of standings that may be over, as Rust gave them */
    private readonly array $states;

    /** @var array<string, true>|null */
    private ?array $held = null;

    private function __construct()
    {
        $this->end = microtime(true) + self::BUDGET;
        // A key is of no concern here.
        $this->settings = array_diff_key(AddonSettings::all(), ['partner_id' => 0, 'partner_secret' => 0]);
        $this->states = $this->ask([])['states'];
    }

    public static function run(): void
    {
        if (Schema::isReady()) {
            Database::apart(static function (): void {
                if (Transaction::run(static fn (): bool => Schema::isTime('tidied_at', self::INTERVAL))) {
                    (new self())->tidy();
                    Months::keepCounted();
                }
            });
        }
    }

    private function tidy(): void
    {
        $this->forgetClients();
        BulkJob::prune($this->end);
        $before = $this->ask([])['before'];
        if ($before !== null) {
            $before = gmdate('Y-m-d H:i:s', $before);
            $this->inBites($this->lines()->where('j.created_at', '<', $before), 'j.id', function (array $lines): int {
                $ids = $this->free($lines);

                return $ids === [] ? 0 : Database::table(Schema::JOURNAL)->whereIn('id', $ids)->delete();
            });
            $old = $this->orphans()->where('s.updated_at', '<', $before);
            $this->inBites($old, 's.id', fn (array $rows): int => $this->over($rows)?->delete() ?? 0);
        }
    }

    /** After a merge, the client who was left empty is deleted, and the rows name the other. */
    private function forgetClients(): void
    {
        $lines = $this->lines()
            ->leftJoin('tblclients as c', 'c.id', '=', 'j.client_id')
            ->leftJoin('tblclients as o', 'o.id', '=', 's.client_id')
            ->where('j.client_id', '>', 0)
            ->whereNull('c.id')
            ->whereNull('o.id');
        $this->inBites($lines, 'j.id', function (array $lines): int {
            $ids = $this->free($lines);

            return $ids === [] ? 0 : Database::table(Schema::JOURNAL)
                ->whereIn('id', $ids)
                ->update(['site' => null, 'sentence' => null, 'client_id' => 0]);
        });
        $orphans = $this->orphans()
            ->leftJoin('tblclients as c', 'c.id', '=', 's.client_id')
            ->whereNull('c.id')
            ->where(static fn (Builder $query) => $query->whereNotNull('s.site')->orWhereNotNull('s.next_url'));
        $this->inBites($orphans, 's.id', fn (array $rows): int => $this->over($rows)?->update([
            'site' => null,
            'site_key' => null,
            'next_url' => null,
            'version' => Database::connection()->raw('version + 1'),
        ]) ?? 0);
    }

    /** Lines of the journal whose service has no row any more, or one that may be over. */
    private function lines(): Builder
    {
        return Database::table(Schema::JOURNAL . ' as j')
            ->leftJoin(Schema::SERVICES . ' as s', static fn ($join) => $join
                ->on('s.service_type', '=', 'j.service_type')
                ->on('s.service_id', '=', 'j.service_id'))
            ->where(fn (Builder $query) => $query->whereNull('s.id')->orWhere($this->maybeOver(...)))
            ->select(['j.id as number', 'j.service_type', 'j.service_id', 's.id as row']);
    }

    private function orphans(): Builder
    {
        return Database::table(Schema::SERVICES . ' as s')
            ->where('s.service_type', 'orphan')
            ->where($this->maybeOver(...))
            ->select(array_map(static fn (string $column): string => "s.$column", Ledger::COLUMNS))
            ->selectRaw('s.id as number');
    }

    /** What the database itself can tell, so that Rust need not be asked about every row there is. */
    private function maybeOver(Builder $query, string $not = ''): void
    {
        $words = implode(', ', array_fill(0, count($this->states), '?'));
        $query->whereRaw("$not (s.state in ($words) and s.doubt_until is null and s.next_look_at is null
            and ifnull(s.pending_until, 0) <= unix_timestamp() and s.lease_until <= unix_timestamp())", $this->states);
    }

    /**
     * @param Closure(array<int, object>): int $do gives how many it has changed
     */
    private function inBites(Builder $rows, string $number, Closure $do): void
    {
        $last = 0;
        for ($bites = 0; $bites < self::BITES && microtime(true) < $this->end;) {
            $found = (clone $rows)->where($number, '>', $last)->orderBy($number)->limit(self::BITE)->get()->all();
            if ($found === []) {
                return;
            }
            $last = end($found)->number;
            $bites += $do($found) > 0 ? 1 : 0;
        }
    }

    /**
     * @param array<int, object> $lines
     *
     * @return array<int, int> the numbers of those that tell of no plan that may be live
     */
    private function free(array $lines): array
    {
        $ids = array_unique(array_filter(array_column($lines, 'row')));
        $rows = $ids === [] ? [] : Database::table(Schema::SERVICES)->whereIn('id', $ids)->get(Ledger::COLUMNS)->all();
        $ended = array_combine(array_column($rows, 'id'), $this->ask($rows)['ended']);
        $held = $this->held();

        return array_column(array_filter($lines, static fn (object $line): bool =>
            ($line->row === null || ($ended[$line->row] ?? false))
            && !isset($held["$line->service_type $line->service_id"])), 'number');
    }

    /**
     * What became an orphan has its journal under the name that it had before.
     *
     * @return array<string, true> the services whose journal tells of an orphan that may be live
     */
    private function held(): array
    {
        if ($this->held === null) {
            $this->held = [];
            $orphans = Database::table(Schema::SERVICES . ' as s')->where('s.orphan_of', '<>', '');
            $this->maybeOver($orphans, 'not');
            foreach ($orphans->get(Ledger::COLUMNS)->chunk(self::BITE) as $rows) {
                foreach ($this->ask($rows->values()->all())['held'] as $service) {
                    $this->held["{$service['service_type']} {$service['service_id']}"] = true;
                }
            }
        }

        return $this->held;
    }

    /**
     * @param array<int, object> $rows
     *
     * @return Builder|null those that may go, if nobody has written them meanwhile
     */
    private function over(array $rows): ?Builder
    {
        $over = array_intersect_key($rows, array_filter($this->ask($rows)['removable']));
        $versions = array_merge(...array_map(static fn (object $row): array => [$row->id, $row->version], array_values($over)));
        $pairs = implode(', ', array_fill(0, count($over), '(?, ?)'));

        return $over === [] ? null : Database::table(Schema::SERVICES)->whereRaw("(id, version) in ($pairs)", $versions);
    }

    /**
     * @param array<int, object> $rows
     *
     * @return array<string, mixed> the answer to `prunable`
     */
    private function ask(array $rows): array
    {
        return Core::ask('prunable', [
            'now' => Database::now(),
            'rows' => array_map(static fn (object $row): array => (array) $row, $rows),
            'settings' => $this->settings,
        ]);
    }
}
