<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * How many plans began, ended and were active, month by month, in UTC. The journal tells of each change, the ledger of the
 * present; the past is counted back from that. Where the journal does not reach, nothing is told.
 */
final class Months
{
    private const SHOWN = 12;

    /** Lines of a journal that are counted while a page waits. A longer one the cron counts, every so many seconds. */
    private const SHORT = 20_000;
    private const INTERVAL = 6 * 3600;

    /**
     * @param array<string, mixed> $overview the answer to `overview`
     *
     * @return array{months: array<string, array{new: int, ended: int, active: int}>, since: string, ago: int|null} the
     *     months by their names, as 2026-11, the oldest first; the day from which on the records are complete, if that lies
     *     among them; and how many seconds ago they were counted, null where they are not counted yet
     */
    public static function of(array $overview): array
    {
        if (self::isShort()) {
            return self::count($overview) + ['ago' => 0];
        }
        [$counted, $ago] = Seen::last(Seen::MONTHS) ?? [['months' => [], 'since' => ''], null];

        return $counted + ['ago' => $ago];
    }

    /** At a run of the cron. */
    public static function keepCounted(): void
    {
        $last = Seen::last(Seen::MONTHS);
        if (!self::isShort() && ($last === null || $last[1] >= self::INTERVAL)) {
            Seen::note(Seen::MONTHS, self::count(Attention::overview()));
        }
    }

    private static function isShort(): bool
    {
        return (int) Database::table(Schema::JOURNAL)->selectRaw('max(id) - min(id) as span')->value('span') < self::SHORT;
    }

    /**
     * @param array<string, mixed> $overview
     *
     * @return array{months: array<string, array{new: int, ended: int, active: int}>, since: string}
     */
    private static function count(array $overview): array
    {
        $now = Database::now();
        $names = self::names($now);
        $begins = self::begins($now);
        $changes = $begins === null ? [] : self::changes($overview, "$names[0]-01");
        $active = Database::table(Schema::SERVICES)->whereIn('state', $overview['billed'])->count();
        $months = [];
        foreach (array_reverse($names) as $name) {
            if ($begins === null || $name < substr($begins, 0, 7)) {
                break;
            }
            $change = $changes[$name] ?? ['new' => 0, 'ended' => 0];
            $months[$name] = $change + ['active' => max(0, $active)];
            $active -= $change['new'] - $change['ended'];
        }

        return ['months' => array_reverse($months), 'since' => $begins !== null && $begins > "$names[0]-01" ? $begins : ''];
    }

    /**
     * @return array<int, string>
     */
    private static function names(int $now): array
    {
        $first = new \DateTimeImmutable(gmdate('Y-m-01', $now), new \DateTimeZone('UTC'));
        $names = [];
        for ($ago = self::SHOWN - 1; $ago >= 0; $ago--) {
            $names[] = $first->modify("-$ago months")->format('Y-m');
        }

        return $names;
    }

    /** The day on which the journal begins, or from which on nothing was removed from it. */
    private static function begins(int $now): ?string
    {
        $first = Database::table(Schema::JOURNAL)->orderBy('id')->limit(1)->value('created_at');
        if ($first === null) {
            return null;
        }
        $settings = array_diff_key(AddonSettings::all(), ['partner_id' => 0, 'partner_secret' => 0]);
        $kept = Core::ask('prunable', ['now' => $now, 'settings' => $settings, 'rows' => []])['before'];

        return max(substr((string) $first, 0, 10), $kept === null ? '' : gmdate('Y-m-d', (int) $kept));
    }

    /**
     * A plan begins with the first result that says so, and ends with the first after it that says otherwise. What an orphan
     * was before stands under the number of its service, so it only ends. One row for each month and kind of change.
     *
     * @param array<string, mixed> $overview
     *
     * @return array<string, array{new: int, ended: int}>
     */
    private static function changes(array $overview, string $from): array
    {
        $journal = Schema::JOURNAL;
        $billed = $overview['billed'];
        $telling = [...$billed, ...$overview['unbilled']];
        $isBilled = implode(', ', array_fill(0, count($billed), '?'));
        $tells = implode(', ', array_fill(0, count($telling), '?'));
        $found = Database::connection()->select(<<<SQL
            select month, is_billed, count(*) as count from (
                select date_format(j.created_at, '%Y-%m') as month, j.service_type as kind, j.state in ($isBilled) as is_billed,
                    (select p.state in ($isBilled) from $journal p
                        where p.service_type = j.service_type and p.service_id = j.service_id and p.id < j.id
                            and p.event = 'result' and p.state in ($tells)
                        order by p.id desc limit 1) as was_billed
                from $journal j
                where j.event = 'result' and j.created_at >= ? and j.state in ($tells)
            ) as result
            where is_billed <> ifnull(was_billed, kind = 'orphan')
            group by month, is_billed
            SQL, [...$billed, ...$billed, ...$telling, $from, ...$telling]);
        $changes = [];
        foreach ($found as $row) {
            $changes[$row->month] ??= ['new' => 0, 'ended' => 0];
            $changes[$row->month][$row->is_billed ? 'new' : 'ended'] = (int) $row->count;
        }

        return $changes;
    }
}
