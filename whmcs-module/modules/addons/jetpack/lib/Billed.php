<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Ledger;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * The tab What do I pay for?: what WordPress.com bills, and what of it is sold. Nothing is asked while it is built.
 */
final class Billed
{
    private const ON_A_PAGE = 50;

    /** In the order in which they are shown; the first ones cost somebody money. */
    private const WORDS = [
        BilledWeights::UNSOLD, 'ended', 'lost', BilledWeights::TWICE, 'differs', Unbilled::WORD, Unbilled::NEAR, BilledWeights::UNCLEAR,
        BilledWeights::WAITING, BilledWeights::SOLD,
    ];

    /** What a look may clear up. */
    private const LOOKED_AT = [BilledWeights::TWICE, 'differs', Unbilled::WORD, Unbilled::NEAR, BilledWeights::UNCLEAR];

    /** It was sold and not billed, and is not so any more. */
    private const SETTLED = 'settled';

    /** What stays so although the ledger's row alone says otherwise: it is told from other rows of the report. */
    private const COMPARED = [BilledWeights::TWICE, Unbilled::NEAR];

    /**
     * @param array<string, mixed> $vars the addon's settings are among them
     * @param array<string, mixed> $given the parameters of the page's address
     * @param bool $pressed whether a button of the tab was, with success
     *
     * @return array<string, mixed> for the template
     */
    public static function data(#[\SensitiveParameter] array $vars, array $given, string $link, bool $pressed): array
    {
        $progress = BilledReport::progress();
        $isDone = ($progress['phase'] ?? '') === 'done';
        $counts = $isDone ? self::counts() : [];
        $word = is_string($given['word'] ?? null) && isset($counts[$given['word']]) ? $given['word'] : (string) array_key_first($counts);
        $rows = $word === '' ? [] : self::rows($word, max(0, (int) ($given['after'] ?? 0)));
        $shown = array_slice($rows, 0, self::ON_A_PAGE);

        return [
            'isSet' => self::isSet($vars),
            'settings' => Settings::PAGE,
            'isDone' => $isDone,
            'isBegun' => $progress !== null && !$isDone,
            'seen' => $progress['seen'] ?? 0,
            'ago' => $isDone ? max(0, Database::now() - $progress['begun']) : 0,
            'untold' => $progress['untold'] ?? [],
            'plans' => $isDone ? self::plans() : [],
            'counts' => $counts,
            'word' => $word,
            'rows' => self::shown($shown, $link),
            'next' => count($rows) > count($shown) ? "$link&word=$word&after=" . end($shown)->id : '',
            'goesOn' => $pressed && $progress !== null && !$isDone,
        ];
    }

    /**
     * Whether there is what the report takes.
     *
     * @param array<string, mixed> $vars
     */
    public static function isSet(#[\SensitiveParameter] array $vars): bool
    {
        $blank = static fn (string $name): bool => trim((string) ($vars[$name] ?? '')) === '';

        return array_filter(['user_token', 'partner_number', 'key_numbers'], $blank) === [];
    }

    /** @return array<string, int> by word, as far as there are any */
    private static function counts(): array
    {
        $counts = Database::table(Schema::BILLED)->selectRaw('word, count(*) as number')->groupBy('word')->pluck('number', 'word')->all();

        return array_map('intval', array_intersect_key(array_replace(array_intersect_key(array_flip(self::WORDS), $counts), $counts), array_flip(self::WORDS)));
    }

    /**
     * What is billed of each plan, how much of that is sold here, and what the rest costs a month in each currency.
     *
     * @return array<int, array{plan: string, billed: int, sold: int, rest: int, cost: string}>
     */
    private static function plans(): array
    {
        $names = array_column(Core::products(), 'name', 'slug');
        $costs = Costs::known();
        $currencies = Sold::currencies();
        $found = Database::table(Schema::BILLED)
            ->whereNotNull('activation')
            ->whereNotNull('since')
            ->selectRaw('plan, count(*) as billed, sum(word = ?) as sold', [BilledWeights::SOLD])
            ->groupBy('plan')
            ->orderByDesc('billed')
            ->get()
            ->all();

        return array_map(static function (object $one) use ($names, $costs, $currencies): array {
            $rest = (int) $one->billed - (int) $one->sold;
            $cost = [];
            foreach ($rest === 0 ? [] : $currencies as $currency => $code) {
                if (isset($costs[$currency][$one->plan])) {
                    $cost[] = sprintf('%.2f %s', $rest * (float) $costs[$currency][$one->plan], $code);
                }
            }

            return [
                'plan' => $names[(string) $one->plan] ?? (string) $one->plan,
                'billed' => (int) $one->billed,
                'sold' => (int) $one->sold,
                'rest' => $rest,
                'cost' => implode(', ', $cost),
            ];
        }, $found);
    }

    /**
     * @return array<int, object> one more than a page has where there is another
     */
    private static function rows(string $word, int $after): array
    {
        return Database::table(Schema::BILLED . ' as b')
            ->leftJoin(Schema::SERVICES . ' as s', 's.id', '=', 'b.row_id')
            ->where('b.word', $word)
            ->where('b.id', '>', $after)
            ->orderBy('b.id')
            ->limit(self::ON_A_PAGE + 1)
            ->select(['b.*', 's.service_type', 's.service_id as owner', 's.client_id', 's.orphan_of'])
            ->get()
            ->all();
    }

    /**
     * Each as it stands by now: what was done since the report was read shows.
     *
     * @param array<int, object> $rows
     *
     * @return array<int, array<string, mixed>>
     */
    private static function shown(array $rows, string $link): array
    {
        $isBilled = static fn (object $row): bool => $row->activation !== null;
        $billed = array_filter($rows, $isBilled);
        $weights = $billed === [] ? [] : BilledWeights::of($billed);
        $unbilled = self::unbilled(array_filter($rows, static fn (object $row): bool => !$isBilled($row)));
        $shown = [];
        foreach ($rows as $index => $row) {
            $weight = $weights[$index] ?? ['word' => isset($unbilled[(int) $row->row_id]) ? (string) $row->word : self::SETTLED, 'orphan' => null];
            $isCompared = in_array($row->word, self::COMPARED, true) || ($row->word === BilledWeights::UNCLEAR && (string) $row->plan === '');
            $isKnown = $isCompared && in_array($weight['word'], [BilledWeights::SOLD, ...BilledWeights::NOBODYS], true);
            $word = $isKnown ? (string) $row->word : $weight['word'];
            $isNobodys = in_array($word, BilledWeights::NOBODYS, true);
            $services = $isNobodys ? array_filter(explode(',', (string) $row->services)) : [];
            $owner = (string) ($row->orphan_of ?? '') ?: (isset($row->owner) ? EndedPlans::KINDS[$row->service_type] . " #$row->owner" : '');
            $shown[] = [
                'id' => (int) $row->id,
                'site' => (string) $row->site,
                'plan' => (string) $row->plan,
                'key' => (string) $row->partner_id,
                'since' => substr((string) $row->since, 0, 10),
                'word' => $word,
                'owner' => $owner,
                'ownerLink' => ($row->service_type ?? '') === 'service' ? "clientsservices.php?userid=$row->client_id&id=$row->owner" : '',
                'journal' => $row->row_id === null ? '' : str_replace('&tab=billed', '&tab=services', $link) . "&row=$row->row_id",
                'row' => (int) $row->row_id,
                'looks' => $row->row_id !== null && in_array($word, self::LOOKED_AT, true),
                // A plan that is alive is its client's, whatever the report says of it.
                'terminates' => ($unbilled[(int) $row->row_id] ?? '') === 'gone' && $word === Unbilled::WORD,
                'services' => array_map('intval', $services),
                'cancels' => $isNobodys && $services === [] && $weight['orphan'] !== null,
                'isNobodys' => $isNobodys,
            ];
        }

        return $shown;
    }

    /**
     * @param array<int, object> $rows that were sold and not billed
     *
     * @return array<int, string> by the ledger's row how that stands by now; without those of which it is not so any more
     */
    private static function unbilled(array $rows): array
    {
        $ledger = $rows === [] ? [] : Database::table(Schema::SERVICES)
            ->whereIn('id', array_column($rows, 'row_id'))
            ->get(Ledger::COLUMNS)
            ->map(static fn (object $row): array => (array) $row)
            ->all();

        return $ledger === [] ? [] : array_filter(array_combine(array_column($ledger, 'id'), Unbilled::of($ledger)));
    }
}
