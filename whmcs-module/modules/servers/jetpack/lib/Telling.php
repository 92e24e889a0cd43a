<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use Throwable;

/**
 * What a call tells its owner and staff, after the commit: nothing here may undo the record of what was bought. That the owner
 * was not told is marked in the row, and the next call tells him.
 */
final class Telling
{
    private readonly Details $field;

    /**
     * @param array<string, mixed> $params
     * @param int $client whose entry of the activity log it is
     * @param array<string, mixed> $ended the answer to `claim` or `act`
     * @param bool $isNews whether it stands in the activity log
     */
    public function __construct(
        private readonly string $function,
        #[\SensitiveParameter] private readonly array $params,
        private readonly int $client,
        #[\SensitiveParameter] private readonly array $ended,
        private readonly bool $isNews = true
    ) {
        $this->field = new Details($params);
    }

    /** All that there is to tell of one call. */
    public function alone(): void
    {
        $this->log();
        $this->tellOwnerOrMark();
        $this->tellStaff();
    }

    /**
     * Of several what runs no hooks of other modules: the details fields that are written without WHMCS's own door in one
     * transaction, then the module log in another. What cannot be written so is written one by one.
     *
     * @param array<int, self> $tellings
     */
    public static function write(array $tellings): void
    {
        $quiet = array_filter($tellings, static fn (self $telling): bool => $telling->hasWord() && !$telling->field->hasDoor());
        Log::guarded('told', static fn () => Details::find(array_map(static fn (self $telling): Details => $telling->field, $quiet)));
        self::together(
            $quiet,
            // Both or none, so that who has acted since has the last word.
            static fn (self $telling) => $telling->mark() && $telling->save(),
            static fn (self $telling) => $telling->tellOwnerOrMark()
        );
        self::together($tellings, static fn (self $telling) => $telling->record(), static fn (self $telling) => $telling->log());
    }

    /**
     * @param array<int, self> $tellings
     * @param Closure(self): mixed $do
     * @param Closure(self): void $otherwise where that failed, one by one
     */
    private static function together(array $tellings, Closure $do, Closure $otherwise): void
    {
        if ($tellings === []) {
            return;
        }
        // The logs and fields of a call that keeps its books apart are on another connection than its transactions.
        if (count($tellings) > 1 && !Database::isApart()) {
            try {
                Transaction::run(static fn () => array_map($do, $tellings));

                return;
            } catch (Throwable $defect) {
                Log::defect('told', $defect);
                if (Transaction::hasWaitedInVain($defect)) {
                    // So would each of them.
                    return;
                }
            }
        }
        Log::guarded('told', static fn () => Transaction::prepared(static fn () => array_map($otherwise, $tellings)));
    }

    /** Hooks of other modules may do what they like here, of which nothing else may depend. */
    public function announce(): void
    {
        if ($this->field->hasDoor()) {
            $this->tellOwnerOrMark();
        }
        $this->tellStaff();
    }

    private function tellStaff(): void
    {
        $report = $this->ended['report'];
        // WHMCS logs what a failed call of its own returned; what staff have to see to stands there in any case.
        $entry = $report['activity'] ?? ($report['alert'] ? $report['result'] : null);
        if ($entry !== null && $this->isNews) {
            Log::activity($entry, $this->client);
        }
        if ($report['alert']) {
            Alert::raise((string) $entry);
        }
    }

    /** Whether people have to know who did not ask. */
    public function isAlert(): bool
    {
        return $this->ended['report']['alert'];
    }

    private function hasWord(): bool
    {
        return $this->ended['report']['details'] !== null;
    }

    /** @throws Throwable when nothing is written */
    private function save(): bool
    {
        $this->field->save(ClientTexts::of($this->params, $this->ended['report']['details']));

        return true;
    }

    /**
     * That he has been told.
     *
     * @return bool false where somebody has acted since
     */
    private function mark(): bool
    {
        return $this->ended['told'] === null || Ledger::told($this->ended['told']);
    }

    /** What fails stays marked in the row, and is told again. */
    private function tellOwnerOrMark(): void
    {
        try {
            if ($this->hasWord()) {
                $this->save();
                $this->mark();
            }
        } catch (Throwable $defect) {
            Log::defect($this->function, $defect, Target::label($this->params));
        }
    }

    private function log(): void
    {
        Log::quietly($this->record(...));
    }

    private function record(): void
    {
        $report = $this->ended['report'];
        $result = $this->isNews ? $report['activity'] ?? $report['result'] : $report['result'];
        Log::record($this->function, Target::label($this->params), $this->ended['log'] ?? [], $result);
    }
}
