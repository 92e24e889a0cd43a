<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Command;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Details;
use WHMCS\Module\Server\Jetpack\Shown;

/**
 * What the buttons of the tab Moving in do with services without a record, in bites that a page can wait for. Each may be
 * pressed again, also by two at once: what is asked twice changes nothing, and what is taken over has a record.
 */
final class MovingIn
{
    /** Seconds after which what is left waits for the next press. */
    private const BUDGET = 5;

    /** As many as are asked about at once. */
    private const AT_ONCE = 16;

    /** As many as a press may come to, if they are answered at once. */
    private const AHEAD = 480;

    /** As many in a row as may be refused before it is left to people to see why. */
    private const PATIENCE = 3;

    private readonly float $end;

    /**
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $text)
    {
        $this->end = microtime(true) + self::BUDGET;
    }

    /** Asks about services that were not asked about. */
    public function ask(): Notice
    {
        [$asked, $problem] = $this->askInBites();
        if ($problem !== null) {
            return new Notice(false, "$problem " . $this->text['moving_stopped']);
        }
        $counts = array_diff_key(MovingReport::counts(), [MovingReport::MOVED => 0]);
        $left = $counts[MovingReport::OPEN] ?? 0;

        return new Notice(true, $left === 0
            ? sprintf($this->text['moving_asked'], array_sum($counts))
            : sprintf($this->text['moving_asked_some'], $asked, $left));
    }

    /**
     * What has to look at all services is done once for many of them.
     *
     * @return array{int, string|null} how many were asked about, and what keeps the others from it
     */
    private function askInBites(): array
    {
        $asked = 0;
        while (microtime(true) < $this->end && ($ahead = MovingReport::open(self::AHEAD)) !== []) {
            $damage = new Damage($ahead);
            foreach (array_chunk($ahead, self::AT_ONCE) as $bite) {
                $open = MovingReport::stillOpen($bite);
                $reports = $open === [] ? [] : (new MovingQuestion($this->text, $open))->put();
                foreach ($reports as $service => $report) {
                    $damaged = (int) $damage->isOf($service, (string) $report['site']);
                    MovingReport::write($service, $report + ['damaged' => $damaged, 'asked_at' => Database::now()]);
                }
                $asked += count($reports);
                MovingReport::nameTwins($this->text['moving_twins'], array_column($reports, 'site_key'));
                if ($reports !== [] && array_diff(array_column($reports, 'word'), MovingReport::IN_VAIN) === []) {
                    // What keeps one from being answered keeps the others, too.
                    return [$asked, end($reports)['sentence']];
                }
                if (microtime(true) >= $this->end) {
                    break;
                }
            }
        }

        return [$asked, null];
    }

    /** All that was not moved in is asked about once more. */
    public function askAgain(): Notice
    {
        MovingReport::forget();

        return $this->ask();
    }

    /** Takes over what can be. */
    public function move(): Notice
    {
        if (MovingReport::open(1) !== []) {
            // Another one for the same site may be among them.
            return new Notice(false, $this->text['moving_ask_first']);
        }
        [$moved, $refused, $ended, $inVain] = [0, 0, 0, 0];
        foreach (MovingReport::movable(self::AHEAD) as $service) {
            if ($inVain >= self::PATIENCE || microtime(true) >= $this->end) {
                break;
            }
            $report = $this->movable($service);
            if ($report === null) {
                continue;
            }
            if (!MovingQuestion::isStillOf($service, $report)) {
                // It may be another's site now, or one that two services name.
                MovingReport::write($service, ['word' => '', 'sentence' => $this->text['moving_do_changed'], 'asked_at' => null]);

                return new Notice(false, sprintf($this->text['moving_moved'], $moved) . ' ' . sprintf($this->text['moving_changed'], $service));
            }
            $isMoved = $this->moveOne($service, $report);
            $moved += (int) $isMoved;
            $isListed = $isMoved || Unrecorded::has($service);
            $refused += (int) ($isListed && !$isMoved);
            $ended += (int) !$isListed;
            $inVain = $isMoved ? 0 : $inVain + 1;
        }
        $left = MovingReport::counts()[MovingReport::OURS] ?? 0;
        $said = sprintf($this->text['moving_moved'], $moved);
        $said .= $refused === 0 ? '' : ' ' . sprintf($this->text['moving_refused'], $refused);
        $said .= $ended === 0 ? '' : ' ' . sprintf($this->text['moving_ended'], $ended);
        $said .= $left === 0 ? '' : ' ' . sprintf($this->text['moving_left'], $left);

        return new Notice($inVain < self::PATIENCE, $said);
    }

    /** Whoever asked last may have been stopped before those were named that name one site. */
    private function movable(int $service): ?object
    {
        $report = MovingReport::ofMovable($service);
        MovingReport::nameTwins($this->text['moving_twins'], [$report?->site_key]);

        return $report === null ? null : MovingReport::ofMovable($service);
    }

    /** By WHMCS's own door, which runs its hooks and writes its log. */
    private function moveOne(int $service, object $report): bool
    {
        $details = new Details(['serviceid' => $service]);
        $text = (string) $details->text();
        // Once those who got the same text are moved in, it does not show any more whose it is: what was reported counts.
        $isDamaged = (bool) $report->damaged && $text !== '' && !Damage::isOwn($text, (string) $report->site);
        $said = Command::run('ModuleCustom', ['serviceid' => $service, 'func_name' => 'AdoptPlan']);
        $isMoved = $said === null || Unrecorded::hasRecord($service);
        $now = Database::now();
        MovingReport::write($service, $isMoved
            ? ['word' => MovingReport::MOVED, 'sentence' => null, 'damaged' => (int) $isDamaged, 'asked_at' => $now, 'moved_at' => $now]
            : ['word' => 'kept', 'sentence' => $said, 'damaged' => (int) $isDamaged, 'asked_at' => $now]);
        if ($isMoved && $isDamaged) {
            // The plan is this service's, so what its client reads of another's must go. Adopt has written over it where it had a word.
            Damage::clear($service, $text);
            MovingReport::write($service, ['damaged' => 0]);
        } elseif ($isMoved) {
            self::keepLink($service, $details, $text);
        }

        return $isMoved;
    }

    /** The status of a plan that waits tells no address: where the client has one of his own to connect his site, it stays. */
    private static function keepLink(int $service, Details $details, string $text): void
    {
        $panel = Shown::of('service', $service)['panel'] ?? null;
        if ($panel !== null && $panel['waits'] && $panel['url'] === '' && str_contains($text, '://')) {
            $details->save($text);
        }
    }
}
