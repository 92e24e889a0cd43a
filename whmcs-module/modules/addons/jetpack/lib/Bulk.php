<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Generator;
use Illuminate\Database\Query\Builder;
use WHMCS\Module\Server\Jetpack\BulkJob;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * What is done to many services at once: chosen in the list, confirmed, then done in bites that the page asks for one by one, so
 * that a tab that is closed loses nothing. Each button of it ends here; the page that follows is `BulkPage`'s.
 */
final class Bulk
{
    /** Seconds that a bite takes, but for the call that is under way then. */
    private const BITE = 4;

    /** As many services as one job may have. */
    private const MOST = 100_000;

    private const READ = 1000;

    /** Characters of a sentence that are kept. */
    private const LONGEST = 2000;

    /** What ends plans, or gives them up. */
    public const ENDS = ['terminate', 'letgo'];

    /**
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     */
    public function __construct(#[\SensitiveParameter] private readonly array $vars, private readonly array $text)
    {
    }

    /**
     * Leads to the job's page, unless there is something to be said.
     *
     * @param array<string, mixed> $given what the form holds
     */
    public function press(string $button, array $given): Notice
    {
        $job = $button === 'bulk_choose' ? null : BulkPage::named($given);
        if ($button !== 'bulk_choose' && $job === null) {
            return new Notice(false, $this->text['bulk_unknown']);
        }
        $action = (string) ($job?->job->action ?? (is_string($given['bulk'] ?? null) ? $given['bulk'] : ''));
        if (!in_array($action, BulkDoor::ACTIONS, true)) {
            return new Notice(false, $this->text['bulk_no_action']);
        }
        if ($button !== 'bulk_stop' && in_array($action, self::ENDS, true) && !Roles::mayEnd($this->vars)) {
            return new Notice(false, $this->text['not_allowed']);
        }
        if ($job === null) {
            $job = $this->chosen($action, $given);
            if ($job instanceof Notice) {
                return $job;
            }
        }
        match ($button) {
            'bulk_start' => $job->begin(self::admin()),
            'bulk_stop' => $job->stop(),
            'bulk_resume' => $job->resume(),
            'bulk_again' => $job->again((int) filter_var($given['round'] ?? -1, FILTER_VALIDATE_INT)),
            default => null,
        };
        if ($button === 'bulk_step') {
            if (isset($given['script']) && session_status() === PHP_SESSION_ACTIVE) {
                // Nothing else is written to it, and meanwhile the admin's other tabs need not wait.
                session_write_close();
            }
            $waits = Database::apart(fn (): bool => $this->bite($job));
            if (isset($given['script'])) {
                BulkPage::answer($job, $waits, $this->text);
            }
        }
        BulkPage::lead($this->vars, (int) $job->job->id, !in_array($button, ['bulk_choose', 'bulk_stop'], true));
    }

    /** Who is at work. */
    public static function admin(): int
    {
        return (int) ($_SESSION['adminid'] ?? 0);
    }

    /**
     * @param array<string, mixed> $given
     */
    private function chosen(string $action, array $given): BulkJob|Notice
    {
        $rows = ($given['all'] ?? '') === '1' ? $this->found(ServiceSearch::of($given)) : $this->ticked($given['row'] ?? null);
        [$job, $number] = BulkJob::draft($action, self::admin(), $rows, self::MOST);

        return match (true) {
            $number === 0 => new Notice(false, $this->text['bulk_nothing']),
            $number > self::MOST => new Notice(false, sprintf($this->text['bulk_too_many'], self::MOST)),
            default => $job,
        };
    }

    /**
     * @return array<int, array<int, int>>
     */
    private function ticked(mixed $given): array
    {
        $ids = array_filter(array_keys(is_array($given) ? $given : []), static fn (int|string $id): bool => is_int($id) && $id > 0);
        $ids = array_slice($ids, 0, self::READ);

        return $ids === [] ? [] : [self::numbers(Database::table(Schema::SERVICES)->whereIn('id', $ids)->orderByDesc('id'))];
    }

    /**
     * All that were found, without a list of them in the form; one lot more than may be tells that there are too many.
     *
     * @return Generator<int, array<int, int>>
     */
    private function found(ServiceSearch $search): Generator
    {
        for ($read = $last = 0; $read <= self::MOST; $read += count($ids)) {
            $ids = self::numbers($search->narrow(Database::table(Schema::SERVICES), $last, self::READ));
            if ($ids === []) {
                return;
            }
            yield $ids;
            $last = end($ids);
        }
    }

    /**
     * @return array<int, int>
     */
    private static function numbers(Builder $rows): array
    {
        return $rows->pluck('id')->map(static fn (int|string $id): int => (int) $id)->all();
    }

    /** @return bool whether what is left is others' to do */
    private function bite(BulkJob $job): bool
    {
        $door = new BulkDoor($this->text);
        $end = microtime(true) + self::BITE;
        do {
            $row = $job->next();
            if ($row === null) {
                return true;
            }
            [$isDone, $said] = $row->is_lost
                ? [false, $this->text['bulk_lost']]
                : $door->through((string) $job->job->action, (int) $row->row_id);
            // What other modules' hooks have said may be anything.
            $said = mb_substr(mb_scrub($said, 'UTF-8'), 0, self::LONGEST);
            $job->end($row, $isDone, $row->begun > 1 && !$row->is_lost ? trim("$said {$this->text['bulk_repeated']}") : $said);
        } while (microtime(true) < $end);

        return false;
    }
}
