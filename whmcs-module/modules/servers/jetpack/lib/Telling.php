<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;

/**
 * What a call tells its owner and staff, after the commit: nothing here may undo the record of what was bought. What fails is
 * marked in the row, and the next call repeats it.
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

    /**
     * Several: what runs no hooks of other modules in one transaction, the rest each by itself.
     *
     * @param array<int, self> $tellings
     */
    public static function all(array $tellings): void
    {
        if (count($tellings) < 2) {
            array_map(static fn (self $telling) => $telling->alone(), $tellings);

            return;
        }
        try {
            Transaction::run(static fn () => array_map(static fn (self $telling) => $telling->write(), $tellings));
        } catch (Throwable $defect) {
            Log::defect('told', $defect);
            array_map(static fn (self $telling) => $telling->log(), $tellings);
        }
        array_map(static fn (self $telling) => $telling->announce(), $tellings);
    }

    public function alone(): void
    {
        $this->write();
        $this->announce();
    }

    /** The module log, and the details field where WHMCS's own door to it is not there. */
    private function write(): void
    {
        $this->log();
        if (!$this->field->hasDoor()) {
            $this->tellOwner();
        }
    }

    /** Hooks of other modules may do what they like. */
    private function announce(): void
    {
        if ($this->field->hasDoor()) {
            $this->tellOwner();
        }
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

    private function tellOwner(): void
    {
        $details = $this->ended['report']['details'];
        if ($details === null) {
            return;
        }
        try {
            $this->field->save(ClientTexts::of($this->params, $details));
            if ($this->ended['told'] !== null) {
                Ledger::told($this->ended['told']);
            }
        } catch (Throwable $defect) {
            Log::defect($this->function, $defect, Target::label($this->params));
        }
    }

    private function log(): void
    {
        $report = $this->ended['report'];
        $result = $this->isNews ? $report['activity'] ?? $report['result'] : $report['result'];
        Log::exchange($this->function, Target::label($this->params), $this->ended['log'] ?? [], $result);
    }
}
