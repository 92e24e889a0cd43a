<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;

/**
 * What time brings: at every run of the cron, the rows whose time has come, oldest first. What is to be done about each is
 * Rust's to say; it is claimed, acted on and settled as a button's call is.
 */
final class Reconciler
{
    /** Seconds after which a page that waits leaves the rest to the cron. */
    private const IN_A_PAGE = 20;

    /** As many as talk to WordPress.com at once; of what may change something, no more are claimed together. */
    private const AT_ONCE = 16;

    /** As many as are looked at together, in two transactions (architecture.md §4, rule 9). */
    private const MOST = 256;

    /** Seconds between two comparisons of all rows with what WHMCS has: most of it hooks have told at once. */
    private const SWEEP = 3600;

    /** As many as one comparison gives; the rest is found by the next. */
    private const AT_A_SWEEP = 200;

    /** The row that was met last in this run, by when it was due and its number: what stays due is for the next run. */
    private array $last = [0, 0];

    private function __construct(private readonly float $end)
    {
    }

    /**
     * @param int|null $seconds that it may take before it leaves the rest to the next; null as the addon's setting says
     */
    public static function run(?int $seconds = null): void
    {
        self::with(static fn (self $run) => $run->all(), static fn (): int => $seconds ?? AddonSettings::cronSeconds());
    }

    /**
     * Looks what WHMCS has made of these, without a call to this module. Nothing is sent: a page waits for it.
     *
     * @param array<int, array{string, int}> $services kind and id
     */
    public static function lookAt(array $services): void
    {
        if ($services !== []) {
            self::with(static function (self $run) use ($services): void {
                foreach ($services as [$type, $id]) {
                    $run->reconcile(InWhmcs::rowsOf($type, $id), true);
                }
            });
        }
    }

    /**
     * @param Closure(self): void $do
     * @param (Closure(): int)|null $seconds that it may take; null while a page waits
     */
    private static function with(Closure $do, ?Closure $seconds = null): void
    {
        if (Bridge::problem() === null && Schema::hasNumber()) {
            Database::apart(static fn () => Schema::with(static function () use ($do, $seconds): void {
                Schema::check();
                $do(new self(microtime(true) + ($seconds === null ? self::IN_A_PAGE : $seconds())));
            }));
        }
    }

    private function all(): void
    {
        if (Schema::isTime('swept_at', self::SWEEP)) {
            Orphans::sweep();
            Owners::follow();
            foreach (array_chunk(InWhmcs::otherwise(self::AT_A_SWEEP), self::AT_ONCE) as $rows) {
                $this->reconcile($rows, true);
            }
        }
        $most = self::AT_ONCE;
        do {
            $begun = microtime(true);
            $rows = $this->due($most);
            $this->reconcile($rows);
            $spent = max(microtime(true) - $begun, 0.001);
            // As many as the time that is left allows, as far as one can tell.
            $most = (int) min(2 * $most, self::MOST, max(self::AT_ONCE, count($rows) * ($this->end - microtime(true)) / $spent));
        } while ($rows !== [] && microtime(true) < $this->end);
    }

    /**
     * The oldest, in the order in which several are locked (architecture.md §4, rules between nodes).
     *
     * @return array<int, array<string, mixed>>
     */
    private function due(int $most): array
    {
        [$at, $id] = $this->last;
        $rows = Database::table(Schema::SERVICES)
            ->whereRaw('next_look_at <= unix_timestamp()')
            ->whereRaw('lease_until <= unix_timestamp()')
            ->where('next_look_at', '>=', $at)
            ->where(static fn ($later) => $later->where('next_look_at', '>', $at)->orWhere('id', '>', $id))
            ->orderBy('next_look_at')
            ->orderBy('id')
            ->limit($most)
            ->get(Ledger::COLUMNS);
        $last = $rows->last();
        $this->last = $last === null ? $this->last : [(int) $last->next_look_at, (int) $last->id];

        return $rows->sortBy(static fn (object $row): array => [$row->service_type, (int) $row->service_id])->values()->map(static fn (object $row): array => (array) $row)->all();
    }

    /**
     * Those that are only looked at together; the others in bites, which have a deadline each.
     *
     * @param array<int, array<string, mixed>> $rows
     */
    private function reconcile(array $rows, bool $asksNothing = false): void
    {
        if ($rows === []) {
            return;
        }
        [$calls, $commands, $looks] = RowCall::of('Cron', $rows, asksNothing: $asksNothing);
        $looked = array_intersect_key($calls, array_filter($looks));
        $this->give((new Bite($looked, $rows))->together() + $commands, $rows);
        $others = array_intersect_key($rows, array_diff_key($calls, $looked));
        foreach (array_chunk($others, self::AT_ONCE) as $bite) {
            if (microtime(true) < $this->end) {
                [$calls] = RowCall::of('Cron', $bite, asksNothing: $asksNothing);
                $this->give((new Bite($calls, $bite))->eachByItself(), $bite);
            }
        }
    }

    /**
     * After all that was asked is settled: each of these is a call of its own.
     *
     * @param array<int, array{name: string, waits_as: string}|null> $commands
     * @param array<int, array<string, mixed>> $rows
     */
    private function give(array $commands, array $rows): void
    {
        foreach (array_filter($commands) as $index => $command) {
            if (microtime(true) < $this->end) {
                Log::guarded('Cron', fn () => $this->command($command, $rows[$index]));
            }
        }
    }

    /**
     * By WHMCS's own door: it sets the status, sends the mail, and calls this module, which looks first. Only where the service
     * still waits for that there.
     *
     * @param array{name: string, waits_as: string} $command
     * @param array<string, mixed> $row
     */
    private function command(array $command, array $row): void
    {
        $id = (int) $row['service_id'];
        if (InWhmcs::status((string) $row['service_type'], $id) === $command['waits_as']) {
            localAPI($command['name'], $row['service_type'] === 'service' ? ['serviceid' => $id] : ['id' => $id, 'status' => 'Active']);
        }
    }
}
