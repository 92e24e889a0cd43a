<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;
use WHMCS\Database\Capsule;

/**
 * What time brings: at every run of the cron, the rows whose time has come, oldest first. What is to be done about each is
 * Rust's to say; it is claimed, acted on and settled as a button's call is.
 */
final class Reconciler
{
    /** Seconds that a run may take before it leaves the rest to the next. */
    private const BUDGET = 20;

    /** As many as talk to WordPress.com at once. */
    private const AT_ONCE = 16;

    /** Seconds between two comparisons of all rows with what WHMCS has: most of it hooks have told at once. */
    private const SWEEP = 3600;

    /** As many as one comparison gives; the rest is found by the next. */
    private const AT_A_SWEEP = 200;

    /** The table, its column of the status, and the status in WHMCS of what waits for a command. */
    private const WAITS_FOR = [
        'ModuleCreate' => ['tblhosting', 'domainstatus', 'Pending'],
        'ModuleUnsuspend' => ['tblhosting', 'domainstatus', 'Suspended'],
        'UpdateClientAddon' => ['tblhostingaddons', 'status', 'Pending'],
    ];

    /** Rows that have been met in this run: what stays due is for the next one. */
    private array $met = [0];

    private function __construct(private readonly float $end)
    {
    }

    public static function run(): void
    {
        self::with(static fn (self $run) => $run->all());
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

    private static function with(\Closure $do): void
    {
        if (Bridge::problem() === null && Database::connection()->getSchemaBuilder()->hasTable(Schema::SCHEMA)) {
            Database::apart(static fn () => Schema::with(static function () use ($do): void {
                Schema::check();
                $do(new self(microtime(true) + self::BUDGET));
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
        do {
            $rows = $this->due();
            $this->reconcile($rows);
        } while ($rows !== [] && microtime(true) < $this->end);
    }

    /**
     * @return array<int, array<string, mixed>>
     */
    private function due(): array
    {
        $rows = Database::table(Schema::SERVICES)
            ->whereRaw('next_look_at <= unix_timestamp()')
            ->whereRaw('lease_until <= unix_timestamp()')
            ->whereNotIn('id', $this->met)
            ->orderBy('next_look_at')
            ->orderBy('id')
            ->limit(self::AT_ONCE)
            ->get(Ledger::COLUMNS);
        array_push($this->met, ...$rows->pluck('id')->all());

        return $rows->map(static fn (object $row): array => (array) $row)->all();
    }

    /**
     * @param array<int, array<string, mixed>> $rows
     */
    private function reconcile(array $rows, bool $asksNothing = false): void
    {
        if ($rows === []) {
            return;
        }
        [$calls, $commands] = RowCall::of('Cron', $rows, asksNothing: $asksNothing);
        $claims = [];
        foreach ($calls as $index => $call) {
            $claim = $this->quietly($call->claim(...));
            if ($claim === null) {
                $this->quietly($call->endedByItself(...));
            } else {
                $claims[$index] = $claim;
            }
        }
        $answers = $claims === [] ? [] : Core::ask('act_many', ['calls' => array_values($claims)])['answers'];
        foreach (array_combine(array_keys($claims), $answers) as $index => $acted) {
            $commands[$index] ??= $this->quietly(fn (): ?string => $this->end($calls[$index], $rows[$index], $acted));
        }
        // After all that was asked is settled: each of these is a call of its own.
        foreach (array_filter($commands) as $index => $command) {
            if (microtime(true) < $this->end) {
                $this->quietly(fn () => $this->command($command, (int) $rows[$index]['service_id']));
            }
        }
    }

    /**
     * @param array<string, mixed> $row as it was before
     * @param array<string, mixed> $acted
     *
     * @return string|null what WHMCS is to be asked to do with the service
     */
    private function end(Call $call, array $row, #[\SensitiveParameter] array $acted): ?string
    {
        if ($call->settle($acted) !== null) {
            return null;
        }
        if ($acted['news'] || $row['details_due'] || $acted['report']['alert']) {
            $call->tell($acted, $acted['log']);
        } else {
            $call->log($acted['log'], $acted['report']['result']);
        }

        if ($acted['mail']) {
            Reminder::send($row);
        }

        return $acted['command'];
    }

    /**
     * By WHMCS's own door: it sets the status, sends the mail, and calls this module, which looks first. Only where the service
     * still waits for that there.
     */
    private function command(string $command, int $service): void
    {
        [$table, $column, $status] = self::WAITS_FOR[$command];
        if (Capsule::table($table)->where('id', $service)->value($column) === $status) {
            localAPI($command, $table === 'tblhosting' ? ['serviceid' => $service] : ['id' => $service, 'status' => 'Active']);
        }
    }

    /**
     * What goes wrong with one row does not keep the others.
     *
     * @template T
     *
     * @param \Closure(): T $do
     *
     * @return T|null
     */
    private function quietly(\Closure $do): mixed
    {
        try {
            return $do();
        } catch (Stopped) {
            return null;
        } catch (Throwable $defect) {
            Log::defect('Cron', $defect);

            return null;
        }
    }
}
