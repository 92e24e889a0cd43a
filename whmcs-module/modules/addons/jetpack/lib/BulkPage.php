<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\BulkJob;
use WHMCS\Module\Server\Jetpack\Home;

/**
 * The page of one job: first to be confirmed, then with its progress, in the end with what came of it.
 */
final class BulkPage
{
    /** As many services as a job that is not begun names, and as many outcomes as are shown. */
    private const NAMED = 5;
    private const SHOWN = 100;

    /** As many jobs as the list of services tells of. */
    private const LATEST = 3;

    /**
     * @param array<string, mixed> $given the parameters of the page's address
     * @param array<string, string> $text
     * @param bool $mayEnd whether this administrator may end plans
     *
     * @return string|null null where no job is asked for, or another's that was not begun
     */
    public static function html(array $given, array $text, string $link, bool $mayEnd): ?string
    {
        $job = self::named($given);
        if ($job === null || (!$job->isBegun() && (int) $job->job->admin_id !== Bulk::admin())) {
            return null;
        }
        $rows = $job->shown($job->isBegun() ? self::SHOWN : self::NAMED);

        return View::render($job->isBegun() ? 'bulk' : 'bulk_confirm', [
            'text' => $text,
            'link' => $link,
            'job' => $job,
            'title' => self::title($job, $text),
            'may' => $mayEnd || !in_array($job->job->action, Bulk::ENDS, true),
            'goes' => isset($given['go']) && !$job->isStopped() && !$job->isOver(),
            'counts' => $job->counts(),
            'progress' => self::progress($job, $text),
            'by' => self::by($job, $text),
            'rows' => array_map(static fn (object $row): array => self::row($row, $text, $link), $rows),
        ]);
    }

    /**
     * @param array<string, mixed> $given the parameters of an address or a form
     */
    public static function named(array $given): ?BulkJob
    {
        $id = filter_var($given['job'] ?? null, FILTER_VALIDATE_INT);
        $job = $id === false ? null : BulkJob::find($id);

        return $job === null || (int) $job->job->number === 0 ? null : $job;
    }

    /**
     * What the list of services tells of jobs: those that are not finished, with their buttons, and the latest that are over.
     *
     * @param array<string, string> $text
     *
     * @return array{open: array<int, array<string, string|int|bool>>, over: array<int, array<string, string|int|bool>>}
     */
    public static function latest(array $text, string $link): array
    {
        $told = static fn (BulkJob $job): array => [
            'id' => (int) $job->job->id,
            'link' => "$link&job={$job->job->id}",
            'title' => self::title($job, $text),
            'progress' => self::progress($job, $text)['text'],
            'by' => self::by($job, $text),
            'ends' => in_array($job->job->action, Bulk::ENDS, true),
        ];
        [$open, $over] = BulkJob::latest(self::LATEST);

        return ['open' => array_map($told, $open), 'over' => array_map($told, $over)];
    }

    /**
     * Goes to the job's page, so that nothing is sent twice by reloading it; ends the request as WHMCS's modules do
     * (whmcs-contract.md §2.5).
     *
     * @param array<string, mixed> $vars
     */
    public static function lead(#[\SensitiveParameter] array $vars, int $job, bool $goes): never
    {
        while (ob_get_level() > 0 && ob_end_clean()) {
            // The page's beginning is in them.
        }
        $link = (string) ($vars['modulelink'] ?? 'addonmodules.php?module=jetpack');
        header("Location: $link&tab=services&job=$job" . ($goes ? '&go=1' : ''), true, 303);
        exit;
    }

    /**
     * The same for the page's script.
     *
     * @param bool $waits whether there was nothing to begin
     * @param array<string, string> $text
     */
    public static function answer(BulkJob $job, bool $waits, array $text): never
    {
        $job = BulkJob::find((int) $job->job->id) ?? $job;
        $answer = self::progress($job, $text) + ['waits' => $waits, 'over' => $job->isOver() || $job->isStopped()];
        while (ob_get_level() > 0 && ob_end_clean()) {
            // What other modules' hooks have printed is in them, too.
        }
        header('Content-Type: application/json; charset=utf-8');
        header('Cache-Control: no-store');
        echo json_encode($answer, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
        exit;
    }

    /** @param array<string, string> $text */
    private static function title(BulkJob $job, array $text): string
    {
        return sprintf('%s: %d', $text["bulk_do_{$job->job->action}"] ?? $job->job->action, $job->job->number);
    }

    /**
     * @param array<string, string> $text
     *
     * @return array{percent: int, text: string} never 100 before all is done
     */
    private static function progress(BulkJob $job, array $text): array
    {
        ['number' => $number, 'done' => $done, 'failed' => $failed] = $job->counts();

        return [
            'percent' => (int) floor(100 * ($done + $failed) / max(1, $number)),
            'text' => sprintf($text[$failed === 0 ? 'bulk_progress' : 'bulk_progress_failed'], $done + $failed, $number, $failed)
                . ($job->isStopped() ? " {$text['bulk_is_stopped']}" : ''),
        ];
    }

    /** @param array<string, string> $text */
    private static function by(BulkJob $job, array $text): string
    {
        $admin = Capsule::table('tbladmins')->where('id', $job->job->admin_id)->value('username');

        return sprintf($text['bulk_by'], date('Y-m-d H:i', (int) ($job->job->begun_at ?? $job->job->made_at)), $admin ?? "#{$job->job->admin_id}");
    }

    /**
     * @param array<string, string> $text
     *
     * @return array<string, string|bool>
     */
    private static function row(object $row, array $text, string $link): array
    {
        $isThere = $row->service_type !== null;

        return [
            'site' => (string) $row->site === '' ? $text['services_no_site'] : (string) $row->site,
            'open' => $isThere ? "$link&row=$row->row_id#jetpack-opened" : '',
            'plan' => (string) $row->plan,
            'service' => $isThere ? (string) ($row->orphan_of ?: EndedPlans::KINDS[(string) $row->service_type] . " #$row->service_id") : '',
            'link' => $isThere ? Home::adminLink($row->service_type, (int) $row->service_id, (int) $row->client_id) : '',
            'failed' => (int) $row->state === BulkJob::FAILED,
            'sentence' => (string) $row->sentence,
        ];
    }
}
