<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use PDOException;
use Throwable;

/**
 * One call of WHMCS's, room by room (architecture.md §3): read the order, claim the service, act, settle, tell. Nothing is
 * ever thrown out of it.
 */
final class ModuleCall
{
    /**
     * @param string $function WHMCS's name for it, for the logs
     * @param string $action the word for it in questions
     * @param array<string, mixed> $params
     *
     * @return string 'success', or a sentence for staff
     */
    public static function run(string $function, string $action, #[\SensitiveParameter] array $params): string
    {
        try {
            $problem = Bridge::problem();
            if ($problem === null) {
                return Database::apart(static fn (): string => (new self($function, $action, $params))->perform());
            }
        } catch (Stopped $stopped) {
            $problem = $stopped->getMessage();
        } catch (Throwable $defect) {
            self::inform($action, $params);

            return Log::defect($function, $defect, Target::label($params));
        }

        return self::ended($function, $action, $params, $problem);
    }

    /**
     * A call that ended without a word for the owner.
     *
     * @param array<string, mixed> $params
     * @param array<string, mixed> $log
     */
    private static function ended(
        string $function,
        string $action,
        #[\SensitiveParameter] array $params,
        string $problem,
        #[\SensitiveParameter] array $log = []
    ): string {
        Log::exchange($function, Target::label($params), $log, $problem);
        self::inform($action, $params);

        return $problem;
    }

    /**
     * Leaves the owner a word where there is none yet.
     *
     * @param array<string, mixed> $params
     */
    private static function inform(string $action, #[\SensitiveParameter] array $params): void
    {
        try {
            if ($action === 'create') {
                (new Details($params))->saveIfBlank(ClientTexts::of($params, ClientTexts::INFORMED));
            }
        } catch (Throwable) {
            // Then the owner reads nothing, and staff read why.
        }
    }

    /** @var array<string, mixed> what is to be done; without any secret */
    private readonly array $order;

    private readonly Keys $keys;

    /**
     * @param array<string, mixed> $params
     */
    private function __construct(
        private readonly string $function,
        string $action,
        #[\SensitiveParameter] private readonly array $params
    ) {
        $settings = AddonSettings::all();
        $this->order = Core::ask('order', [
            'action' => $action,
            'params' => Target::model($params['model'] ?? null) + $params,
            'settings' => $settings,
        ])['order'];
        $this->keys = new Keys($this->order, $params, $settings);
    }

    private function perform(): string
    {
        $ledger = new Ledger($this->order, $this->keys);
        $claimed = $this->claim($ledger);
        if ($claimed['intent'] === null) {
            return $this->tell($ledger, $claimed, []);
        }
        $acted = Core::ask('act', [
            'intent' => $claimed['intent'],
            'keys' => $this->keys->all((string) $claimed['row']['partner_id']),
        ]);
        $failure = $this->settle($ledger, $acted);
        if ($failure !== null) {
            return self::ended($this->function, $this->order['action'], $this->params, $failure, $acted['log']);
        }

        return $this->tell($ledger, $acted, $acted['log']);
    }

    /**
     * @return array<string, mixed>
     */
    private function claim(Ledger $ledger): array
    {
        try {
            return $ledger->claim();
        } catch (PDOException $error) {
            Log::defect($this->function, $error, Target::label($this->params));

            throw new Stopped(Sentences::notRecorded());
        }
    }

    /**
     * WHMCS is told `success` only once it is recorded (architecture.md §4, promise 4).
     *
     * @param array<string, mixed> $acted
     *
     * @return string|null why it is not recorded
     */
    private function settle(Ledger $ledger, #[\SensitiveParameter] array $acted): ?string
    {
        try {
            return $ledger->settle($acted) ? null : Sentences::overtaken();
        } catch (Throwable $defect) {
            Log::defect($this->function, $defect, Target::label($this->params));

            return Sentences::notSettled();
        }
    }

    /**
     * After the commit and outside of it: hooks of other modules run while a custom field is saved, and none of them may
     * undo the record of what was bought. What fails here is marked in the row, and the next call repeats it.
     *
     * @param array<string, mixed> $ended
     * @param array<string, mixed> $log
     */
    private function tell(Ledger $ledger, array $ended, #[\SensitiveParameter] array $log): string
    {
        $report = $ended['report'];
        if ($report['details'] !== null) {
            try {
                $text = ClientTexts::of($this->params, $report['details']);
                (new Details($this->params))->save($text);
                $ledger->told($ended['row']);
            } catch (Throwable $defect) {
                Log::defect($this->function, $defect, Target::label($this->params));
            }
        }
        $client = (int) ($ended['row']['client_id'] ?? $this->order['client_id']);
        if ($report['activity'] !== null) {
            Log::activity($report['activity'], $client);
        }
        Log::exchange($this->function, Target::label($this->params), $log, $report['activity'] ?? $report['result']);

        return $report['result'];
    }
}
