<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Ledger;
use WHMCS\Module\Server\Jetpack\RowCall;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * Plans that may be billed although WHMCS has ended or deleted their services: shown on the addon's page, each with what can
 * be done about it.
 */
final class EndedPlans
{
    /** As many as a page shows; the longest ended come first. */
    private const SHOWN = 100;

    /** What a service is called that has been ended and not deleted. */
    public const KINDS = ['service' => 'service', 'addon' => 'product addon', 'orphan' => 'orphaned plan'];

    /** The page's buttons, and what they ask for. */
    public const ACTIONS = ['cancel_now' => 'terminate', 'let_go' => 'letgo'];

    /**
     * @return array<int, array{row: int, what: string, link: string, plan: string, site: string, since: string, until: string}>
     */
    public static function all(): array
    {
        return Database::table(Schema::SERVICES)
            ->whereNotNull('ended_at')
            ->orderBy('ended_at')
            ->orderBy('id')
            ->limit(self::SHOWN)
            ->get(Ledger::COLUMNS)
            ->map(static fn (object $row): array => [
                'row' => (int) $row->id,
                'what' => (string) ($row->orphan_of ?: self::KINDS[(string) $row->service_type] . " #$row->service_id"),
                'link' => $row->service_type === 'service'
                    ? "clientsservices.php?userid=$row->client_id&id=$row->service_id"
                    : '',
                'plan' => (string) $row->plan,
                'site' => (string) $row->site,
                'since' => self::day($row->ended_at),
                'until' => self::day($row->ends_at),
            ])
            ->all();
    }

    public static function count(): int
    {
        return Database::table(Schema::SERVICES)->whereNotNull('ended_at')->count();
    }

    /**
     * @param array<string, string> $text
     */
    public static function press(string $action, int $row, array $text): Notice
    {
        $found = Database::table(Schema::SERVICES)->whereNotNull('ended_at')->where('id', $row)->first(Ledger::COLUMNS);
        if ($found === null) {
            return new Notice(false, $text['ended_no_more']);
        }

        return Database::apart(static function () use ($action, $found, $text): Notice {
            [$calls] = RowCall::of('Ended plans', [(array) $found], self::ACTIONS[$action]);

            if (!isset($calls[0])) {
                return new Notice(false, $text['bulk_unreadable']);
            }
            ['result' => $result, 'activity' => $activity] = $calls[0]->through();

            return new Notice($result === 'success', Language::plain($activity ?? $result));
        });
    }

    private static function day(int|string|null $moment): string
    {
        return $moment === null ? '' : date('Y-m-d', (int) $moment);
    }
}
