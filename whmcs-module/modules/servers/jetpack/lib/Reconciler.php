<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;
use WHMCS\Database\Capsule;

/**
 * What time brings: at every run of the cron, the rows whose time has come, oldest first. What is to be done about each is
 * Rust's to say (the question `due`); it is claimed, acted on and settled as a button's call is.
 */
final class Reconciler
{
    /** Seconds that a run may take before it leaves the rest to the next. */
    private const BUDGET = 20;

    /** As many as talk to WordPress.com at once. */
    private const AT_ONCE = 16;

    /** Rows that have been met in this run: what stays due is for the next one. */
    private array $met = [0];

    public static function run(): void
    {
        if (Bridge::problem() !== null || !Database::connection()->getSchemaBuilder()->hasTable(Schema::SCHEMA)) {
            return;
        }
        Database::apart(static fn () => Schema::with(static fn () => (new self())->until(microtime(true) + self::BUDGET)));
    }

    private function until(float $end): void
    {
        Schema::check();
        do {
            $rows = $this->due();
            $this->reconcile($rows, $end);
        } while ($rows !== [] && microtime(true) < $end);
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
            // An orphan that is not in doubt waits for people.
            ->where(static fn ($query) => $query->where('service_type', '<>', 'orphan')->orWhereNotNull('doubt_until'))
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
    private function reconcile(array $rows, float $end): void
    {
        if ($rows === []) {
            return;
        }
        $settings = AddonSettings::all();
        $now = Database::now();
        ['orders' => $orders, 'creates' => $creates] = Core::ask('due', ['rows' => $rows, 'settings' => $settings, 'now' => $now]);
        $creates = array_values($creates);
        [$calls, $allowed] = [[], []];
        foreach ($rows as $index => $row) {
            $order = $orders[$index] ?? null;
            if ($order === null) {
                continue;
            }
            $call = $this->call($row, $order, $settings);
            $claimed = $this->quietly($call->claim(...));
            if ($claimed !== null) {
                $calls[] = [$call, $row];
                $allowed[] = $claimed;
            }
        }
        $answers = $allowed === [] ? [] : Core::ask('act_many', ['calls' => $allowed])['answers'];
        foreach ($calls as $index => [$call, $row]) {
            $acted = $answers[$index];
            $creates[] = $this->quietly(fn (): bool => $this->end($call, $row, $acted)) === true;
            $rows[] = $row;
        }
        // After all that was asked is settled: each of these is a call of its own.
        foreach (array_keys(array_filter($creates)) as $index) {
            if (microtime(true) < $end) {
                $this->quietly(fn () => $this->create((int) $rows[$index]['service_id']));
            }
        }
    }

    /**
     * @param array<string, mixed> $row
     * @param array<string, mixed> $order
     * @param array<string, string|null> $settings
     */
    private function call(array $row, array $order, #[\SensitiveParameter] array $settings): Call
    {
        $params = [
            $row['service_type'] === 'addon' ? 'addonId' : 'serviceid' => $row['service_id'],
            'clientsdetails' => ['language' => Capsule::table('tblclients')->where('id', $row['client_id'])->value('language')],
        ];

        return new Call('Cron', $order, new Keys($order, [], $settings), $params);
    }

    /**
     * @param array<string, mixed> $row as it was before
     * @param array<string, mixed> $acted
     *
     * @return bool whether WHMCS is to be asked to create the service, if it waits there
     */
    private function end(Call $call, array $row, #[\SensitiveParameter] array $acted): bool
    {
        if ($call->settle($acted) !== null) {
            return false;
        }
        if ($acted['news'] || $row['details_due']) {
            $call->tell($acted, $acted['log']);
        } else {
            $call->log($acted['log'], $acted['report']['result']);
        }

        return $acted['create_follows'];
    }

    /** By WHMCS's own door: it sets the status, sends the mail, and calls this module, which looks first. */
    private function create(int $service): void
    {
        if (Capsule::table('tblhosting')->where('id', $service)->value('domainstatus') === 'Pending') {
            localAPI('ModuleCreate', ['serviceid' => $service]);
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
