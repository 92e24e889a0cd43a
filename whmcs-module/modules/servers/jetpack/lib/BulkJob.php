<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;

/**
 * The books of what staff do to many services at once. A job's rows are written down before it is confirmed, so that it is about
 * exactly those whose number was shown. Each row is begun by compare-and-swap: of two who step at once, on whichever nodes, one has it.
 *
 * What was begun and not recorded, because a process died, is begun again: every action of this module converges, so at worst it is
 * asked for a second time.
 */
final class BulkJob
{
    public const OPEN = 0;
    public const DONE = 1;
    public const FAILED = 2;

    /** Rows in one statement. */
    private const BITE = 1000;

    /** Seconds after which whoever began a row and was not heard of since is taken for gone: a call's deadline and other modules' hooks fit in. */
    private const LEASE = 300;

    /** How far those who met at a row go on apart. */
    private const APART = 30;

    /** How often a row is begun. What ends its process each time must not keep the others from their turn. */
    private const MOST_BEGUN = 3;

    /** As many as one looks at for a holder that is gone; there are as many as work on a job at once. */
    private const HOLDERS = 20;

    /** As many unfinished ones as are told of; the others wait until some of these are ended or stopped. */
    private const MOST_OPEN = 50;

    /** Seconds that a job is kept: one that nobody confirmed, and one that is over. */
    private const KEPT_UNCONFIRMED = 86400;
    private const KEPT = 30 * 86400;

    private function __construct(public readonly object $job)
    {
    }

    public static function find(int $id): ?self
    {
        $job = self::jobs()->where('id', $id)->first();

        return $job === null ? null : new self($job);
    }

    /**
     * A job that is yet to be confirmed. One of none or of more than the most cannot be, and neither can one that was never written
     * to its end.
     *
     * @param iterable<int, array<int, int>> $rows the numbers of the ledger's rows, in lots
     *
     * @return array{self, int} with the number of its rows
     */
    public static function draft(string $action, int $admin, iterable $rows, int $most): array
    {
        $id = self::jobs()->insertGetId(['action' => $action, 'admin_id' => $admin, 'made_at' => Database::now()]);
        $number = 0;
        foreach ($rows as $lot) {
            foreach (array_chunk($lot, self::BITE) as $bite) {
                $lines = array_map(static function (int $row) use ($id, &$number): array {
                    return ['job' => $id, 'position' => ++$number, 'row_id' => $row];
                }, $bite);
                // A lost transaction is made again, and its lines are the same.
                Transaction::run(static fn () => self::rows($id)->insertOrIgnore($lines));
            }
        }
        if ($number <= $most) {
            self::jobs()->where('id', $id)->update(['number' => $number]);
        }

        return [self::find($id), $number];
    }

    /**
     * Those that were begun and are neither ended nor stopped, and the latest of the others.
     *
     * @return array{array<int, self>, array<int, self>}
     */
    public static function latest(int $most): array
    {
        $open = self::jobs()->whereNotNull('begun_at')->whereNull('ended_at')->whereNull('stopped_at');
        $over = self::jobs()->whereNotNull('begun_at')->where(static fn (Builder $any) => $any
            ->whereNotNull('ended_at')
            ->orWhereNotNull('stopped_at'));
        $read = static fn (Builder $jobs, int $most): array => $jobs
            ->orderByDesc('id')
            ->limit($most)
            ->get()
            ->map(static fn (object $job): self => new self($job))
            ->all();

        return [$read($open, self::MOST_OPEN), $read($over, $most)];
    }

    /** Confirmed by who chose it; a second time changes nothing. */
    public function begin(int $admin): void
    {
        $this->change(static fn (Builder $job) => $job
            ->where('admin_id', $admin)
            ->where('number', '>', 0)
            ->whereNull('begun_at'), ['begun_at' => Database::now()]);
    }

    public function stop(): void
    {
        $this->change(static fn (Builder $job) => $job
            ->whereNotNull('begun_at')
            ->whereNull('ended_at')
            ->whereNull('stopped_at'), ['stopped_at' => Database::now()]);
    }

    public function resume(): void
    {
        $this->change(static fn (Builder $job) => $job->whereNull('ended_at'), ['stopped_at' => null]);
    }

    /** What failed in one that is over is open again. Of two presses on one page the first counts. */
    public function again(int $round): void
    {
        Transaction::run(function () use ($round): void {
            $over = self::jobs()->where('id', $this->job->id)->where('round', $round)->whereNotNull('ended_at');
            if ($over->update(['round' => $round + 1, 'stopped_at' => null, 'ended_at' => null]) === 1) {
                self::rows((int) $this->job->id)
                    ->where('state', self::FAILED)
                    ->update(['state' => self::OPEN, 'begun' => 0, 'sentence' => null]);
            }
        });
    }

    public function isBegun(): bool
    {
        return $this->job->begun_at !== null;
    }

    public function isStopped(): bool
    {
        return $this->job->stopped_at !== null && !$this->isOver();
    }

    /** Whether every row of it has an outcome. */
    public function isOver(): bool
    {
        return $this->job->ended_at !== null;
    }

    /**
     * @return array{number: int, done: int, failed: int, left: int}
     */
    public function counts(): array
    {
        $counted = self::rows((int) $this->job->id)->groupBy('state')->selectRaw('state, count(*) as count')->pluck('count', 'state');

        return [
            'number' => (int) $this->job->number,
            'done' => (int) ($counted[self::DONE] ?? 0),
            'failed' => (int) ($counted[self::FAILED] ?? 0),
            'left' => (int) ($counted[self::OPEN] ?? 0),
        ];
    }

    /**
     * The next row, which is now this process's to do.
     *
     * @return object|null null where nothing is left to begin: all have an outcome, others work on the rest, or it was stopped
     */
    public function next(): ?object
    {
        $skipped = 0;

        return Transaction::run(function () use (&$skipped): ?object {
            // Locked first: a plain read would fix what is seen from then on.
            $job = self::jobs()->where('id', $this->job->id)->lockForUpdate()->first();
            if ($job === null || $job->begun_at === null || $job->stopped_at !== null || $job->ended_at !== null) {
                return null;
            }
            $open = self::rows((int) $job->id)->where('state', self::OPEN)->orderBy('position');
            $free = (clone $open)->whereRaw('lease_until <= unix_timestamp()');
            $row = (clone $free)->offset($skipped)->first() ?? $free->first() ?? self::abandoned($open);
            // On a cluster another node may have this one by now, and would be met at the next one again.
            $skipped = random_int(1, self::APART);
            if ($row === null) {
                if (!(clone $open)->exists()) {
                    self::jobs()->where('id', $job->id)->update(['ended_at' => Database::now()]);
                }

                return null;
            }
            $row->is_lost = $row->begun >= self::MOST_BEGUN;
            $changed = self::rows((int) $job->id)
                ->where('position', $row->position)
                ->where('state', self::OPEN)
                ->where('begun', $row->begun)
                ->update([
                    'begun' => ++$row->begun,
                    'holder' => Bridge::way()->processIdentity(),
                    'lease_until' => Database::connection()->raw('unix_timestamp() + ' . self::LEASE),
                ]);

            return $changed === 1 ? $row : throw Transaction::lost();
        });
    }

    /** What came of a row, unless somebody else has begun it meanwhile. */
    public function end(object $row, bool $isDone, string $sentence): void
    {
        Transaction::run(static fn () => self::rows((int) $row->job)
            ->where('position', $row->position)
            ->where('state', self::OPEN)
            ->where('begun', $row->begun)
            ->update([
                'state' => $isDone ? self::DONE : self::FAILED,
                'holder' => '',
                'lease_until' => 0,
                'sentence' => $sentence,
            ]));
    }

    /**
     * Rows with their services as these are now, as far as they are still there: what failed first; of a job that was not begun the first.
     *
     * @return array<int, object>
     */
    public function shown(int $most): array
    {
        $shown = [];
        foreach ($this->isBegun() ? [self::FAILED, self::DONE] : [self::OPEN] as $state) {
            $found = Database::table(Schema::BULK_ROWS . ' as b')
                ->leftJoin(Schema::SERVICES . ' as s', 's.id', '=', 'b.row_id')
                ->where('b.job', $this->job->id)
                ->where('b.state', $state)
                ->orderBy('b.position')
                ->limit($most - count($shown))
                ->get(['b.row_id', 'b.state', 'b.sentence', 's.service_type', 's.service_id', 's.client_id', 's.orphan_of', 's.site', 's.plan']);
            array_push($shown, ...$found->all());
        }

        return $shown;
    }

    /** Lets go what is over for a month, and what was never confirmed. Sentences name sites, which are somebody's. */
    public static function prune(float $until): void
    {
        if (!Database::connection()->getSchemaBuilder()->hasTable(Schema::BULK_ROWS)) {
            return;
        }
        $now = Database::now();
        $old = self::jobs()
            ->where(static fn (Builder $any) => $any
                ->where(static fn (Builder $job) => $job->whereNull('begun_at')->where('made_at', '<', $now - self::KEPT_UNCONFIRMED))
                ->orWhere('ended_at', '<', $now - self::KEPT)
                ->orWhere('made_at', '<', $now - 2 * self::KEPT))
            ->orderBy('id')
            ->pluck('id');
        foreach ($old as $id) {
            do {
                if (microtime(true) >= $until) {
                    return;
                }
                $deleted = Transaction::run(static fn (): int => self::rows((int) $id)->limit(self::BITE)->delete());
            } while ($deleted > 0);
            self::jobs()->where('id', $id)->delete();
        }
    }

    /** One whose holder certainly works on it no more, although its lease has not ended. */
    private static function abandoned(Builder $open): ?object
    {
        $held = (clone $open)->limit(self::HOLDERS)->get()->all();
        foreach ($held as $row) {
            if (Bridge::way()->processIsGone($row->holder)) {
                return $row;
            }
        }

        return null;
    }

    /** @param array<string, mixed> $columns */
    private function change(\Closure $if, array $columns): void
    {
        Transaction::run(fn () => $if(self::jobs()->where('id', $this->job->id))->update($columns));
    }

    private static function jobs(): Builder
    {
        return Database::table(Schema::BULK);
    }

    private static function rows(int $job): Builder
    {
        return Database::table(Schema::BULK_ROWS)->where('job', $job);
    }
}
