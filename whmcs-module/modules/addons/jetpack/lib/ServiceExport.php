<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * All services that were searched for, as CSV. It goes out bit by bit, so it may be of any length.
 */
final class ServiceExport
{
    private const BITE = 1000;

    private const COLUMNS = [
        'id', 'service_type', 'service_id', 'orphan_of', 'client_id', 'site', 'plan', 'state', 'missing', 'partner_id',
        'created_at', 'updated_at', 'ended_at',
    ];

    /**
     * Answers in the page's place, and ends the request as WHMCS's modules do (whmcs-contract.md §2.5).
     *
     * @param array<string, mixed> $given the parameters of the page's address
     */
    public static function answer(array $given): never
    {
        $search = ServiceSearch::of($given);
        $states = array_column(Core::ask('describe', [])['standings'], 'text', 'word');
        // What fails here still has the page to be told on.
        $first = $search->narrow(Database::table(Schema::SERVICES), 0, self::BITE)->get(self::COLUMNS);
        while (ob_get_level() > 0 && ob_end_clean()) {
            // The page's beginning is in them.
        }
        header('Content-Type: text/csv; charset=utf-8');
        header('Content-Disposition: attachment; filename="jetpack-services-' . gmdate('Y-m-d') . '.csv"');
        header('Cache-Control: no-store');
        header('X-Content-Type-Options: nosniff');
        $out = fopen('php://output', 'w');
        try {
            self::write($out, $search, $states, $first);
        } catch (Throwable $defect) {
            self::line($out, ['INCOMPLETE: ' . Language::plain(Log::defect('export', $defect))]);
        }
        exit;
    }

    /**
     * @param resource $out
     * @param array<string, string> $states
     * @param \Illuminate\Support\Collection<int, object> $rows the first of them
     */
    private static function write($out, ServiceSearch $search, array $states, $rows): void
    {
        self::line($out, ['service', 'client id', 'site', 'plan', 'state', 'in words', 'found instead', 'partner id', 'created (UTC)', 'changed (UTC)', 'ended in WHMCS (UTC)']);
        while (true) {
            foreach ($rows as $row) {
                self::line($out, [
                    (string) ($row->orphan_of ?: "$row->service_type #$row->service_id"),
                    (string) $row->client_id,
                    (string) $row->site,
                    (string) $row->plan,
                    (string) $row->state,
                    $states[(string) $row->state] ?? '',
                    (string) $row->missing,
                    (string) $row->partner_id,
                    (string) $row->created_at,
                    (string) $row->updated_at,
                    $row->ended_at === null ? '' : gmdate('Y-m-d H:i:s', (int) $row->ended_at),
                ]);
            }
            flush();
            if ($rows->count() < self::BITE) {
                return;
            }
            $rows = $search->narrow(Database::table(Schema::SERVICES), (int) $rows->last()->id, self::BITE)->get(self::COLUMNS);
        }
    }

    /**
     * @param resource $out
     * @param array<int, string> $cells
     */
    private static function line($out, array $cells): void
    {
        fputcsv($out, array_map(self::harmless(...), $cells), ',', '"', '', "\r\n");
    }

    /** A cell that no spreadsheet takes for a formula: addresses and plans were typed by others. */
    private static function harmless(string $cell): string
    {
        return preg_match('/^[=+\-@\t\r]/', $cell) === 1 && !is_numeric($cell) ? "'$cell" : $cell;
    }
}
