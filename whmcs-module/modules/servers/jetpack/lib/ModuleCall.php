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
            return Bridge::problem()
                ?? Database::apart(static fn (): string => (new self($function, $action, $params))->perform());
        } catch (Stopped $stopped) {
            return $stopped->getMessage();
        } catch (Throwable $defect) {
            return Log::defect($function, $defect);
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
            'params' => self::model($params['model'] ?? null) + $params,
            'settings' => $settings,
        ])['order'];
        $this->keys = new Keys($this->order, $params, $settings);
    }

    /**
     * What WHMCS's model says: whether the plan is a service's or a product addon's, and whose
     * (whmcs-contract.md §11). The model itself does not cross over to Rust.
     *
     * @return array{model_kind?: string, model_id?: int}
     */
    private static function model(mixed $model): array
    {
        $kind = match (true) {
            $model instanceof \WHMCS\Service\Addon => 'addon',
            $model instanceof \WHMCS\Service\Service => 'service',
            default => null,
        };

        return $kind === null ? [] : ['model_kind' => $kind, 'model_id' => (int) $model->id];
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
            Log::exchange($this->function, $acted['log'], $failure);

            return $failure;
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
            Log::defect($this->function, $error);

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
            Log::defect($this->function, $defect);

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
                (new Details($this->params, $this->order))->save($text);
                $ledger->told($ended['row']);
            } catch (Throwable $defect) {
                Log::defect($this->function, $defect);
            }
        }
        $client = (int) ($ended['row']['client_id'] ?? $this->order['client_id']);
        Log::report($this->function, $client, $report, $log);

        return $report['result'];
    }
}
