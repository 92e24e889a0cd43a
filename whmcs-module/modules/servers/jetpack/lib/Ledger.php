<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;
use Illuminate\Database\QueryException;
use JetpackBridge\Order;
use JetpackBridge\Outcome;
use WHMCS\Database\Capsule;

/**
 * Who may act on a service, what was intended, and what came of it.
 *
 * Each method is one transaction (see `Transaction`).
 */
final class Ledger
{
    /** Seconds by which a lease outlives the deadline: PHP and the database need time as well, and clocks differ. */
    private const LEASE_MARGIN = 120;

    /** Seconds by which this machine's clock may differ from the database's (architecture.md §4). */
    private const CLOCK_TOLERANCE = 60;

    /** What a claim reads; by name, so that a table of another release is an error of the database's. */
    private const CLAIMED = ['client_id', 'state', 'state_before', 'site', 'plan', 'partner_id', 'next_url', 'pending_until',
        'live_site', 'lease_token', 'lease_holder', 'lease_until'];

    /** MySQL's error numbers. */
    private const NO_SUCH_TABLE = 1146;
    private const DUPLICATE = 1062;

    /**
     * Leases the service to this call and writes the intent, before anything is asked.
     *
     * @throws Stopped when the call may not go on
     */
    public function claim(Action $action, Order $order): Claim
    {
        try {
            return $this->claimOnce($action, $order);
        } catch (QueryException $error) {
            if ($this->number($error) !== self::NO_SUCH_TABLE) {
                throw $error;
            }
        }
        $this->createTables();

        return $this->claimOnce($action, $order);
    }

    /**
     * Writes state and result, and ends the lease, all or nothing.
     *
     * @throws Stopped when another call has taken the service over
     */
    public function settle(Claim $claim, Outcome $outcome): void
    {
        try {
            Transaction::run(function () use ($claim, $outcome): void {
                $mine = $this->service($claim->order)->where('lease_token', $claim->token);
                if ($mine->lockForUpdate()->first() === null) {
                    throw new Stopped(Sentences::overtaken());
                }
                if ($mine->update($this->settledColumns($outcome)) !== 1) {
                    throw Transaction::lost();
                }
                Journal::result($claim, $outcome);
            });
        } catch (\Throwable $failure) {
            $this->release($claim);
            throw $failure;
        }
    }

    private function claimOnce(Action $action, Order $order): Claim
    {
        try {
            return Transaction::run(fn (): Claim => $this->lease($action, $order));
        } catch (QueryException $error) {
            if ($this->number($error) !== self::DUPLICATE) {
                throw $error;
            }
        }
        throw new Stopped(Transaction::run(fn (): string => $this->refuse($action, $order)));
    }

    private function lease(Action $action, Order $order): Claim
    {
        $row = $this->row($order);
        $now = $this->now();
        if (abs(time() - $now) > self::CLOCK_TOLERANCE) {
            throw new Stopped(Sentences::clocksDiffer(time() - $now));
        }
        if ($row->lease_until > $now && !\JetpackBridge\process_is_gone($row->lease_holder)) {
            throw new Stopped(Sentences::busy($row->lease_until - $now));
        }
        $underWay = [Action::Create->stateUnderWay(), Action::Terminate->stateUnderWay()];
        $interrupted = in_array($row->state, $underWay, true);
        $before = $interrupted ? $row->state_before : $row->state;
        $claim = new Claim($action, $order, bin2hex(random_bytes(16)), [
            'state' => $before,
            'interrupted' => $interrupted ? '1' : '0',
            'next_url' => $row->next_url,
            'pending_until' => $row->pending_until,
        ] + $this->target($action, $row, $order));
        $taken = $this->unchanged($row, $order)->update([
            // The service may have moved to another client.
            'client_id' => $order->clientId() ?: $row->client_id,
            'state' => $action->stateUnderWay(),
            'state_before' => $before,
            'site' => $claim->row['site'],
            'plan' => $claim->row['plan'],
            'partner_id' => $claim->row['partner_id'],
            'live_site' => $row->live_site ?? $this->siteToTake($action, $row, $order),
            'lease_token' => $claim->token,
            'lease_holder' => \JetpackBridge\process_identity(),
            'lease_until' => $now + (int) ini_get('jetpack_bridge.deadline') + self::LEASE_MARGIN,
            'updated_at' => gmdate('Y-m-d H:i:s'),
        ]);
        if ($taken !== 1) {
            throw Transaction::lost();
        }
        Journal::intent($claim);

        return $claim;
    }

    /**
     * The row, provided that nobody has written it since it was read. A row lock holds on one database node only, and
     * not at all where the server has ended the transaction without a word.
     */
    private function unchanged(object $row, Order $order): Builder
    {
        return $this->service($order)
            ->where('state', $row->state)
            ->where('lease_token', $row->lease_token)
            ->where('lease_until', $row->lease_until);
    }

    /**
     * A plan that may come to be takes its site. So does the plan of the first module that is about
     * to be cancelled by the order's fields: were the site another service's, that one's plan would
     * be hit. A service that is known to have no plan takes nothing.
     */
    private function siteToTake(Action $action, object $row, Order $order): ?string
    {
        $takes = $action === Action::Create || $row->state === '';

        return $takes ? ($order->siteKey() ?: null) : null;
    }

    /**
     * Site, plan and key to act on: the ledger's while a plan may be live, else the order's. What was terminated stays
     * on record as it was.
     *
     * @return array<string, string|null>
     */
    private function target(Action $action, object $row, Order $order): array
    {
        $known = $action === Action::Terminate && $row->site !== null;
        if ($row->live_site !== null || $known) {
            return ['site' => $row->site, 'plan' => $row->plan, 'partner_id' => $row->partner_id];
        }

        return [
            'site' => $order->site() ?: null,
            'plan' => $order->plan() ?: null,
            'partner_id' => $order->partnerId(),
        ];
    }

    /**
     * The site is another service's: records that, and says whose.
     */
    private function refuse(Action $action, Order $order): string
    {
        $holder = Capsule::table(Schema::SERVICES)->where('live_site', $order->siteKey())->first();
        if ($holder === null) {
            // It was given up in between, so a second press will do.
            return Sentences::busy(1);
        }
        $sentence = Sentences::siteTaken(
            $action,
            $order->site(),
            $holder->service_type,
            (int) $holder->service_id,
            (int) $holder->client_id
        );
        $row = $this->row($order);
        $idle = $row->live_site === null && $row->lease_until <= $this->now();
        if ($action === Action::Create && $idle && in_array($row->state, ['', 'none'], true)) {
            $this->service($order)->update(['state' => 'refused', 'updated_at' => gmdate('Y-m-d H:i:s')]);
        }
        Journal::refusal($action, $order, $sentence);

        return $sentence;
    }

    /**
     * The service's row, locked; made if there was none.
     */
    private function row(Order $order): object
    {
        $row = $this->service($order)->lockForUpdate()->first(self::CLAIMED);
        if ($row !== null) {
            return $row;
        }
        $now = gmdate('Y-m-d H:i:s');
        Capsule::table(Schema::SERVICES)->insertOrIgnore([
            'service_type' => $order->serviceType(),
            'service_id' => $order->serviceId(),
            'client_id' => $order->clientId(),
            'created_at' => $now,
            'updated_at' => $now,
        ]);

        return $this->service($order)->lockForUpdate()->first(self::CLAIMED);
    }

    /**
     * @return array<string, string|int|null>
     */
    private function settledColumns(Outcome $outcome): array
    {
        return [
            'state' => $outcome->state(),
            'state_before' => '',
            'next_url' => $outcome->nextUrl(),
            'pending_until' => $outcome->pendingUntil(),
            'lease_token' => '',
            'lease_holder' => '',
            'lease_until' => 0,
            'updated_at' => gmdate('Y-m-d H:i:s'),
        ] + ($outcome->mayBeLive() ? [] : ['live_site' => null]);
    }

    /**
     * Ends the lease of a call that could not settle, so that the next press need not wait. The
     * state stays "under way": the next call then looks before it acts.
     */
    private function release(Claim $claim): void
    {
        try {
            $this->service($claim->order)->where('lease_token', $claim->token)->update(['lease_until' => 0]);
        } catch (\Throwable) {
            // The lease runs out by itself.
        }
    }

    private function createTables(): void
    {
        try {
            Schema::create();
        } catch (QueryException $error) {
            Log::defect('create tables', $error);
            throw new Stopped(Sentences::tablesMissing());
        }
    }

    private function service(Order $order): Builder
    {
        return Capsule::table(Schema::SERVICES)
            ->where('service_type', $order->serviceType())
            ->where('service_id', $order->serviceId());
    }

    /** The database's clock: web nodes' clocks differ. */
    private function now(): int
    {
        return (int) Capsule::connection()->selectOne('select unix_timestamp() as now')->now;
    }

    private function number(QueryException $error): int
    {
        return (int) ($error->errorInfo[1] ?? 0);
    }
}
