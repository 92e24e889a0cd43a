<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Seen;
use WHMCS\Module\Server\Jetpack\Transaction;

/**
 * Reads what WordPress.com bills, page by page, and weighs it against the ledger, in bites that a page can wait for. How far it
 * came is kept, so that it can stop anywhere; of two who are at it, one goes on.
 */
final class BilledReport
{
    /** Seconds after which what is left waits for the next press. */
    private const BUDGET = 4;

    /** What is done one after the other; the last is the end. */
    private const PHASES = ['read', 'weigh', 'compare', 'done'];

    /**
     * @param array<string, mixed> $vars the addon's settings are among them
     * @param array<string, string> $text
     */
    public function __construct(#[\SensitiveParameter] private readonly array $vars, private readonly array $text)
    {
    }

    /**
     * @return array{round: int, step: int, phase: string, place: array<string, int|null>|null, after: int, seen: int, partner_ids: array<int, string>}|null
     */
    public static function progress(): ?array
    {
        return Seen::last(Seen::BILLED)[0] ?? null;
    }

    /** From the beginning. The last report stays on the page until this one is read. */
    public function begin(): Notice
    {
        $round = (self::progress()['round'] ?? 0) + 1;
        Seen::note(Seen::BILLED, ['round' => $round, 'step' => 0, 'phase' => 'read', 'place' => null, 'after' => 0, 'seen' => 0, 'partner_ids' => []]);

        return $this->goOn();
    }

    public function goOn(): Notice
    {
        $end = microtime(true) + self::BUDGET;
        do {
            $before = self::progress();
            if ($before === null || $before['phase'] === 'done') {
                return new Notice(true, $this->text['billed_done']);
            }
            $after = match ($before['phase']) {
                'read' => $this->read($before),
                'weigh' => self::later($before, BilledWeights::weigh($before['after'])),
                default => self::later($before, BilledWeights::compare($before['after'], $before['partner_ids'], $before['round'])),
            };
            if ($after instanceof Notice) {
                return $after;
            }
            if (!Seen::replace(Seen::BILLED, $before, ['step' => $before['step'] + 1] + $after)) {
                return new Notice(false, $this->text['billed_two']);
            }
        } while ($after['phase'] !== 'done' && microtime(true) < $end);

        return new Notice(true, $this->text[$after['phase'] === 'done' ? 'billed_done' : 'billed_some']);
    }

    /**
     * @param array<string, mixed> $before
     *
     * @return array<string, mixed>|Notice
     */
    private function read(array $before): array|Notice
    {
        $page = Core::ask('billed', ['settings' => array_diff_key($this->vars, ['_lang' => 0]), 'place' => $before['place']]);
        Log::exchange('WhatDoIPayFor', 'addon module', $page['log'], $page['problem'] ?? 'success');
        if ($page['problem'] !== null) {
            return new Notice(false, $page['problem']);
        }
        self::keep($page, $before['round']);
        $seen = $before['seen'] + ($page['plan'] === null ? count($page['activations']) : 0);
        $after = ['place' => $page['next'], 'seen' => $seen, 'partner_ids' => $page['partner_ids']] + $before;
        if ($page['next'] !== null) {
            return $after;
        }
        Transaction::run(static fn (): int => Database::table(Schema::BILLED)
            ->where('round', '<', $before['round'])
            ->delete());

        return ['phase' => 'weigh', 'after' => 0] + $after;
    }

    /**
     * @param array<string, mixed> $before
     * @param int|null $place where it came to; null at the end
     *
     * @return array<string, mixed>
     */
    private static function later(array $before, ?int $place): array
    {
        $next = self::PHASES[array_search($before['phase'], self::PHASES, true) + 1];

        return ($place === null ? ['phase' => $next, 'after' => 0] : ['after' => $place]) + $before;
    }

    /**
     * The whole tells no plans; the reading of a plan tells that one. Who is told two has none: then the report does not heed the
     * plan that it is asked for.
     *
     * @param array<string, mixed> $page the answer to `billed`
     */
    private static function keep(array $page, int $round): void
    {
        $values = [];
        foreach ($page['activations'] as $one) {
            array_push($values, $page['partner_id'], $one['activation'], $page['plan'], $one['site'], $one['site_key'], $one['since'], $round);
        }
        if ($values === []) {
            return;
        }
        $rows = implode(', ', array_fill(0, count($page['activations']), '(?, ?, ?, ?, ?, ?, ?)'));
        Transaction::run(static fn (): bool => Database::connection()->statement(
            'insert into ' . Schema::BILLED . " (partner_id, activation, plan, site, site_key, since, round) values $rows
                on duplicate key update
                    plan = case when round < values(round) then values(plan) when values(plan) is null then plan
                        when plan is null or plan = values(plan) then values(plan) else '' end,
                    site = values(site), site_key = values(site_key), since = values(since), round = values(round)",
            $values
        ));
    }
}
