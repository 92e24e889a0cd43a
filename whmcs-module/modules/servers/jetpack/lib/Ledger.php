<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;

/**
 * The books: locks the rows, puts the question, writes the columns of the answer. What a state means and who may act is
 * not decided here. Each method is one transaction (see `Transaction`).
 */
final class Ledger
{
    /** What is read of a row; by name, so that a table of another form is an error of the database's. */
    public const COLUMNS = ['id', 'version', 'service_type', 'service_id', 'client_id', 'state', 'state_before', 'site', 'site_key',
        'plan', 'plan_before', 'partner_id', 'next_url', 'pending_until', 'wanted', 'doubt_until', 'next_look_at', 'details_due',
        'orphan_of', 'attempts', 'mails', 'ended_at', 'ends_at', 'missing', 'lease_token', 'lease_holder', 'lease_until'];

    private readonly string $token;

    /**
     * @param array<string, mixed> $order
     */
    public function __construct(private readonly array $order, private readonly Keys $keys)
    {
        $this->token = bin2hex(random_bytes(16));
    }

    /**
     * Writes who acts and with what intent, before anything is asked; or why not. Several services share a transaction where they are
     * only looked at (architecture.md §4, rule 9).
     *
     * @param array<int, self> $ledgers
     *
     * @return array<int, array<string, mixed>> the answers to `claim`, by their indices
     */
    public static function claimAll(array $ledgers): array
    {
        return Schema::with(static fn (): array => Transaction::run(static fn (): array => self::claimOnce($ledgers)));
    }

    /**
     * Writes how it stands now. An outcome that was overtaken is journaled and changes nothing (architecture.md §4,
     * rule 6).
     *
     * @param array<string, mixed> $acted the answer to `act`
     *
     * @return bool false when it was overtaken
     */
    public function settle(#[\SensitiveParameter] array $acted): bool
    {
        return self::settleAll([$this], [$acted])[0];
    }

    /**
     * The same for several services in one transaction, those of `claimAll`.
     *
     * @param array<int, self> $ledgers
     * @param array<int, array<string, mixed>> $acted by the ledgers' indices
     *
     * @return array<int, bool>
     */
    public static function settleAll(array $ledgers, #[\SensitiveParameter] array $acted): array
    {
        $tokens = Keys::got($acted);
        try {
            $written = Transaction::run(static function () use ($ledgers, $acted, $tokens): array {
                $written = [];
                $lines = [];
                foreach ($acted as $index => $one) {
                    $written[$index] = $ledgers[$index]->settleOnce($one);
                    if ($one['journal'] !== null) {
                        $lines[] = Journal::line($ledgers[$index]->token, $one['row'], $one['journal']);
                    }
                }
                Journal::append($lines);
                Keys::share($tokens);

                return $written;
            });
            Keys::shared($tokens);

            return $written;
        } catch (Throwable $failure) {
            foreach ($acted as $index => $one) {
                $ledgers[$index]->release((int) $one['row']['id']);
            }
            throw $failure;
        }
    }

    /**
     * Takes the mark off a row whose details field was written.
     *
     * @param array<string, mixed> $columns
     *
     * @return bool false when it was written meanwhile
     */
    public static function told(array $columns): bool
    {
        return Transaction::emulated(Database::connection()->getPdo(), static fn (): bool => self::write($columns));
    }

    /**
     * Rows are locked before sites.
     *
     * @param array<int, self> $ledgers
     *
     * @return array<int, array<string, mixed>>
     */
    private static function claimOnce(array $ledgers): array
    {
        $rows = count($ledgers) === 1 ? [] : self::lock($ledgers);
        foreach ($ledgers as $index => $ledger) {
            $rows[$index] ??= $ledger->row();
        }
        $ordered = array_map(static fn (self $ledger): ?string => $ledger->order['site_key'], $ledgers);
        $sites = new Sites([...array_column($rows, 'site_key'), ...array_values($ordered)]);
        $sites->lock();
        [$now, $others] = $sites->read(self::COLUMNS);
        $onSites = [];
        foreach ($others as $one) {
            $onSites[$one['site_key']][] = $one;
        }
        $decisions = [];
        foreach ($ledgers as $index => $ledger) {
            $decisions[$index] = $ledger->decide($rows[$index], $onSites, $now);
        }

        return $decisions;
    }

    /**
     * Several services' rows in one statement for each kind.
     *
     * @param array<int, self> $ledgers
     *
     * @return array<int, object> by their indices, as far as there are any
     */
    private static function lock(array $ledgers): array
    {
        $wanted = [];
        foreach ($ledgers as $index => $ledger) {
            $wanted[$ledger->order['service_type']][(int) $ledger->order['service_id']] = $index;
        }
        $rows = [];
        // All who lock several do so in one order, and no row beside them.
        ksort($wanted);
        foreach ($wanted as $type => $indices) {
            $found = Database::table(Schema::SERVICES)
                ->fromRaw(Schema::SERVICES . ' force index (mod_jetpack_service)')
                ->where('service_type', $type)
                ->whereIn('service_id', array_keys($indices))
                ->orderBy('service_id')
                ->lockForUpdate()
                ->get(self::COLUMNS);
            foreach ($found as $row) {
                $rows[$indices[(int) $row->service_id]] = $row;
            }
        }

        return $rows;
    }

    /**
     * @param array<string, array<int, array<string, mixed>>> $onSites all rows by the keys of their sites
     *
     * @return array<string, mixed>
     */
    private function decide(object $row, array $onSites, int $now): array
    {
        $others = [];
        foreach (array_unique([(string) $row->site_key, (string) $this->order['site_key']]) as $key) {
            array_push($others, ...array_filter($onSites[$key] ?? [], static fn (array $one): bool => (int) $one['id'] !== (int) $row->id));
        }
        $decision = Core::ask('claim', ['order' => $this->order, 'found' => [
            // The database's clock: web nodes' clocks differ.
            'now' => $now,
            'clock' => time(),
            'row' => (array) $row,
            'others' => $others,
            'holder_is_gone' => Bridge::way()->processIsGone($row->lease_holder),
            'token' => $this->token,
            'holder' => Bridge::way()->processIdentity(),
        ]]);
        if ($decision['row'] !== null && !self::write($decision['row'], ['lease_token' => $row->lease_token])) {
            throw Transaction::lost();
        }
        if ($decision['left_behind'] !== null) {
            self::insertOrphan($decision['left_behind']);
        }
        if ($decision['store_key']) {
            $this->keys->store();
        }
        if ($decision['journal'] !== null) {
            Journal::append([Journal::line($this->token, $decision['row'] ?? (array) $row, $decision['journal'])]);
        }

        return $decision;
    }

    /** @param array<string, mixed> $acted */
    private function settleOnce(#[\SensitiveParameter] array $acted): bool
    {
        // The service may have moved to another client meanwhile.
        $written = self::write(array_diff_key($acted['row'], ['client_id' => 0]));
        if ($written && $acted['released'] !== null) {
            self::write(array_diff_key($acted['released'], ['client_id' => 0]));
        }
        if ($acted['replace_key']) {
            $this->keys->replace();
        } elseif (!$acted['key_refused']) {
            $this->keys->heal((string) $acted['row']['partner_id']);
        }

        return $written;
    }

    /** The service's row, locked; made if there was none. */
    private function row(): object
    {
        $service = ['service_type' => $this->order['service_type'], 'service_id' => $this->order['service_id']];
        $rows = Database::table(Schema::SERVICES)->where($service);
        $row = (clone $rows)->lockForUpdate()->first(self::COLUMNS);
        if ($row !== null) {
            return $row;
        }
        $now = gmdate('Y-m-d H:i:s');
        $new = $service + ['client_id' => $this->order['client_id']];
        $isMine = Database::table(Schema::SERVICES)->insertOrIgnore($new + ['created_at' => $now, 'updated_at' => $now]) === 1;
        if ($isMine) {
            // It is locked, and as blank as Rust reads it without its columns.
            $id = (int) Database::connection()->getPdo()->lastInsertId();

            return (object) ($new + ['id' => $id, 'site_key' => null, 'lease_token' => '', 'lease_holder' => '']);
        }

        return $rows->lockForUpdate()->first(self::COLUMNS) ?? throw Transaction::lost();
    }

    /**
     * Compare and swap: only over the version that was read.
     *
     * @param array<string, mixed> $columns
     * @param array<string, mixed> $unchanged what must still be as it was read, also by those who raise no version
     */
    private static function write(array $columns, array $unchanged = []): bool
    {
        return Database::table(Schema::SERVICES)
            ->where($unchanged)
            ->where('id', $columns['id'])
            ->where('version', $columns['version'] - 1)
            ->update(['updated_at' => gmdate('Y-m-d H:i:s')] + array_diff_key($columns, ['id' => 0])) === 1;
    }

    /**
     * @param array<string, mixed> $columns
     *
     * @return int its number
     */
    public static function insertOrphan(array $columns): int
    {
        $now = gmdate('Y-m-d H:i:s');
        $id = Database::table(Schema::SERVICES)->insertGetId(
            ['created_at' => $now, 'updated_at' => $now] + array_diff_key($columns, ['id' => 0])
        );
        Database::table(Schema::SERVICES)->where('id', $id)->update(['service_id' => $id]);

        return $id;
    }

    /**
     * Ends the lease of a call that could not settle, so that the next press need not wait. What is under way stays so:
     * the next call then looks before it acts.
     */
    private function release(int $id): void
    {
        try {
            Database::table(Schema::SERVICES)
                ->where('id', $id)
                ->where('lease_token', $this->token)
                ->update(['lease_until' => 0]);
        } catch (Throwable) {
            // The lease runs out by itself.
        }
    }
}
