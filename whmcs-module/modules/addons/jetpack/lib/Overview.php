<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Attention;
use WHMCS\Module\Server\Jetpack\Months;

/**
 * What the tab Overview shows.
 */
final class Overview
{
    /** As many as are named. */
    private const NAMED = 100;

    /**
     * @param array<string, string> $text
     *
     * @return array<string, mixed>
     */
    public static function data(array $text): array
    {
        $overview = Attention::overview();
        $named = Attention::named($overview, self::NAMED);
        $counts = array_column($overview['counts'], 'count', 'text');
        ['months' => $months, 'since' => $since, 'ago' => $ago] = Months::of($overview);

        return [
            'isEmpty' => $overview['is_empty'],
            'attention' => array_map(static fn (array $item): array => $item + self::words($item['concern'], $text), $named),
            'isCut' => count($named) >= self::NAMED,
            'ended' => EndedPlans::all(),
            'endedCount' => EndedPlans::count(),
            'counts' => $counts,
            'states' => (new BarChart($text['overview_states'], $counts))->svg(),
            'months' => $months,
            'since' => $since,
            'counted' => match ($ago) {
                null => $text['overview_months_later'],
                0 => '',
                default => sprintf($text['overview_months_counted'], Age::of($ago, $text)),
            },
            'chart' => $months === [] ? '' : (new MonthChart($months, $text))->svg(),
        ];
    }

    /**
     * @param array<string, mixed> $concern of Rust's answer to `show`
     * @param array<string, string> $text
     *
     * @return array{kind: string, matter: string, cost: string}
     */
    private static function words(array $concern, array $text): array
    {
        $matter = $text["overview_kind_$concern[kind]"] ?? '';
        if ($concern['days_left'] !== null) {
            $days = (int) $concern['days_left'];
            $matter .= ': ' . ($days === 1 ? $text['overview_day_left'] : sprintf($text['overview_days_left'], $days));
        }

        return [
            'kind' => $concern['kind'],
            'matter' => $matter,
            'cost' => $concern['cost'] === null ? '' : $text["overview_cost_$concern[cost]"],
        ];
    }
}
