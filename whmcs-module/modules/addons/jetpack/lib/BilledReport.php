<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Closure;
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
    private const PHASES = ['read', 'weigh', 'name', 'compare', 'done'];

    /** Seconds after which a report of which a part is read is another one by now. */
    private const STALE = 6 * 3600;

    /**
     * @param array<string, mixed> $vars the addon's settings are among them
     * @param array<string, string> $text
     */
    public function __construct(#[\SensitiveParameter] private readonly array $vars, private readonly array $text)
    {
    }

    /**
     * @return array{round: int, step: int, phase: string, place: array<string, mixed>|null, after: int, seen: int, begun: int, partner_ids: array<int, string>, untold: array<int, string>}|null
     */
    public static function progress(): ?array
    {
        return Seen::last(Seen::BILLED)[0] ?? null;
    }

    /** From the beginning. What was read before is told no more. */
    public function begin(): Notice
    {
        return $this->isBegun() ? $this->goOn() : new Notice(false, $this->text['billed_two']);
    }

    public function goOn(): Notice
    {
        $end = microtime(true) + self::BUDGET;
        do {
            $before = self::progress();
            if ($before === null || $before['phase'] === 'done') {
                return new Notice(true, $this->text['billed_done']);
            }
            if ($before['begun'] < Database::now() - self::STALE) {
                return $this->begin();
            }
            $bite = $this->bite($before);
            if ($bite instanceof Notice) {
                return $bite;
            }
            [$after, $write] = $bite;
            // Who was overtaken writes nothing: the other may have come further, or have begun anew.
            $isMine = Transaction::run(static function () use ($before, $after, $write): bool {
                $isMine = Seen::replace(Seen::BILLED, $before, ['step' => $before['step'] + 1] + $after);
                if ($isMine) {
                    $write();
                }

                return $isMine;
            });
            if (!$isMine) {
                return new Notice(false, $this->text['billed_two']);
            }
        } while ($after['phase'] !== 'done' && microtime(true) < $end);

        return new Notice(true, $this->text[$after['phase'] === 'done' ? 'billed_done' : 'billed_some']);
    }

    private function isBegun(): bool
    {
        $before = self::progress();
        $new = [
            'round' => ($before['round'] ?? 0) + 1, 'step' => 0, 'phase' => 'read', 'place' => null, 'after' => 0, 'seen' => 0,
            'begun' => Database::now(), 'partner_ids' => [], 'untold' => [],
        ];
        if ($before !== null) {
            return Seen::replace(Seen::BILLED, $before, $new);
        }
        Seen::note(Seen::BILLED, $new);

        return true;
    }

    /**
     * What comes next.
     *
     * @param array<string, mixed> $before
     *
     * @return array{array<string, mixed>, Closure(): mixed}|Notice how far it is then, and what has to be written with that
     */
    private function bite(array $before): array|Notice
    {
        if ($before['phase'] === 'read') {
            return $this->read($before);
        }
        [$place, $write] = match ($before['phase']) {
            'weigh' => BilledWeights::weigh($before['after']),
            'name' => BilledNames::bite($before['after']),
            default => Unbilled::bite($before),
        };
        $next = self::PHASES[array_search($before['phase'], self::PHASES, true) + 1];

        return [($place === null ? ['phase' => $next, 'after' => 0] : ['after' => $place]) + $before, $write];
    }

    /**
     * @param array<string, mixed> $before
     *
     * @return array{array<string, mixed>, Closure(): mixed}|Notice
     */
    private function read(array $before): array|Notice
    {
        $page = Core::ask('billed', ['settings' => array_diff_key($this->vars, ['_lang' => 0]), 'place' => $before['place']]);
        Log::exchange('WhatDoIPayFor', 'addon module', $page['log'], $page['problem'] ?? 'success');
        if ($page['problem'] !== null) {
            return new Notice(false, $page['problem']);
        }
        if ($page['is_anew']) {
            $before = ['round' => $before['round'] + 1, 'seen' => 0, 'untold' => []] + $before;
        }
        $after = [
            'place' => $page['next'],
            'seen' => $before['seen'] + ($page['plan'] === null ? count($page['activations']) : 0),
            'partner_ids' => $page['partner_ids'],
            'untold' => array_values(array_unique([...$before['untold'], ...array_filter([$page['untold']])])),
        ] + $before;
        $isLast = $page['next'] === null;

        return [($isLast ? ['phase' => 'weigh', 'after' => 0] : []) + $after, static function () use ($page, $before, $isLast): void {
            self::keep($page, $before['round']);
            if ($isLast) {
                Database::table(Schema::BILLED)->where('round', '<', $before['round'])->delete();
            }
        }];
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
            array_push($values, $page['partner_id'], $one['activation'], $page['plan'], $one['site'], $one['site_key'], $one['host'], $one['since'], $round);
        }
        if ($values === []) {
            return;
        }
        $rows = implode(', ', array_fill(0, count($page['activations']), '(?, ?, ?, ?, ?, ?, ?, ?)'));
        Database::connection()->statement(
            'insert into ' . Schema::BILLED . " (partner_id, activation, plan, site, site_key, host, since, round) values $rows
                on duplicate key update
                    plan = case when round < values(round) then values(plan) when values(plan) is null then plan
                        when plan is null or plan = values(plan) then values(plan) else '' end,
                    site = values(site), site_key = values(site_key), host = values(host), since = values(since), round = values(round)",
            $values
        );
    }
}
