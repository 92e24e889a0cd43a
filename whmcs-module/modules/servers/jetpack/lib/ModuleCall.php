<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use JetpackBridge\Order;
use JetpackBridge\Outcome;
use PDOException;
use Throwable;

/**
 * One call of WHMCS's, room by room (architecture.md §3): read the order, claim the service, act,
 * settle, log. Nothing is ever thrown out of it.
 */
final class ModuleCall
{
    /**
     * @param array<string, mixed> $params
     */
    public static function createAccount(#[\SensitiveParameter] array $params): string
    {
        return self::guarded('CreateAccount', static function () use ($params): string {
            $order = self::read($params);

            return $order->createMistake()
                ?? self::perform(Action::Create, $order, $params);
        });
    }

    /**
     * @param array<string, mixed> $params
     */
    public static function terminateAccount(#[\SensitiveParameter] array $params): string
    {
        return self::guarded('TerminateAccount', static function () use ($params): string {
            $order = self::read($params);

            return $order->mistake()
                ?? self::perform(Action::Terminate, $order, $params);
        });
    }

    /**
     * @param Closure(): string $call
     */
    private static function guarded(string $function, Closure $call): string
    {
        try {
            return Bridge::problem() ?? $call();
        } catch (Stopped $stopped) {
            return $stopped->getMessage();
        } catch (Throwable $defect) {
            return Log::defect($function, $defect);
        }
    }

    /**
     * @param array<string, mixed> $params
     */
    private static function read(#[\SensitiveParameter] array $params): Order
    {
        return \JetpackBridge\read_order(self::model($params['model'] ?? null) + $params, AddonSettings::all());
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

    /**
     * @param array<string, mixed> $params
     */
    private static function perform(Action $action, Order $order, #[\SensitiveParameter] array $params): string
    {
        // Before the claim: the lease must outlive the last moment at which anything is sent.
        $deadline = ['deadline' => \JetpackBridge\deadline()];
        $claim = self::claim($action, $order);
        $outcome = match ($action) {
            Action::Create => \JetpackBridge\create_account($order, $deadline + $claim->row),
            Action::Terminate => \JetpackBridge\terminate_account($order, $deadline + $claim->row),
        };
        $result = self::settle($claim, $outcome, $params);
        Log::outcome($action->functionName(), $order, $outcome, $result);

        return $result;
    }

    /**
     * @throws Stopped when the call may not go on
     */
    private static function claim(Action $action, Order $order): Claim
    {
        try {
            return (new Ledger())->claim($action, $order);
        } catch (PDOException $error) {
            Log::defect($action->functionName(), $error);

            throw new Stopped(Sentences::notRecorded());
        }
    }

    /**
     * What WHMCS is told: success only once it is recorded (architecture.md §4, promise 4).
     *
     * @param array<string, mixed> $params
     */
    private static function settle(Claim $claim, Outcome $outcome, #[\SensitiveParameter] array $params): string
    {
        try {
            (new Ledger())->settle($claim, $outcome);
        } catch (Stopped $stopped) {
            return $stopped->getMessage();
        } catch (Throwable $defect) {
            Log::defect($claim->action->functionName(), $defect);

            return Sentences::notSettled();
        }
        self::tellOwner($claim, $outcome, $params);

        return $outcome->result();
    }

    /**
     * After the commit and outside of it: hooks of other modules run while a custom field is saved, and none of them may
     * undo the record of what was bought. What fails here, the next press of the same button repeats.
     *
     * @param array<string, mixed> $params
     */
    private static function tellOwner(Claim $claim, Outcome $outcome, #[\SensitiveParameter] array $params): void
    {
        if ($outcome->details() === null) {
            return;
        }
        try {
            (new Details($params, $claim->order))->save($outcome->details());
        } catch (Throwable $defect) {
            Log::defect($claim->action->functionName(), $defect);
        }
    }
}
