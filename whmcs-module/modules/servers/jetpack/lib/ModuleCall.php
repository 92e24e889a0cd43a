<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;

/**
 * One call of WHMCS's, room by room (architecture.md §3): read the order, claim the service, act, settle, tell. Nothing is
 * ever thrown out of it.
 */
final class ModuleCall
{
    /** What a call needs that has its order: it is read from disk while the program comes up, and not once that can answer. */
    private const NEEDED_NEXT = [Keys::class, Call::class, Ledger::class, Journal::class, Telling::class, Log::class, Details::class, ClientTexts::class];

    /**
     * @param string $function WHMCS's name for it, for the logs
     * @param string $action the word for it in questions
     * @param array<string, mixed> $params
     * @param array{old: string, new: string}|null $changed a hosting account's password, as a hook has told of it
     *
     * @return string 'success', or a sentence for staff
     */
    public static function run(
        string $function,
        string $action,
        #[\SensitiveParameter] array $params,
        #[\SensitiveParameter] ?array $changed = null
    ): string {
        try {
            $problem = Bridge::way()->begin();
            if ($problem === null) {
                return Database::apart(static fn (): string => self::perform($function, $action, $params, $changed));
            }
        } catch (Stopped $stopped) {
            $problem = $stopped->getMessage();
            $log = $stopped instanceof Unanswered ? ['request' => Log::UNKNOWN] : [];
        } catch (Throwable $defect) {
            self::inform($action, $params);

            return Log::defect($function, $defect, Target::label($params));
        }
        Log::exchange($function, Target::label($params), $log ?? [], $problem);
        self::inform($action, $params);

        return $problem;
    }

    /**
     * @param array<string, mixed> $params
     * @param array{old: string, new: string}|null $changed
     */
    private static function perform(
        string $function,
        string $action,
        #[\SensitiveParameter] array $params,
        #[\SensitiveParameter] ?array $changed
    ): string {
        $settings = $action === 'orphan' ? AddonSettings::all() : AddonSettings::forOrders();
        array_map('class_exists', self::NEEDED_NEXT);
        $objection = Bridge::problem() ?? ($action === 'terminate' ? Licence::objection($params) : null);
        if ($objection !== null) {
            throw new Stopped($objection);
        }
        $order = Core::ask('order', [
            'action' => $action,
            'params' => Target::model($params['model'] ?? null) + $params,
            'settings' => $settings,
        ])['order'];
        $call = new Call($function, $order, new Keys($order, $params, $settings), $params, $changed);
        $ended = $call->through();
        if (!$ended['is_recorded']) {
            self::inform($action, $params);
        }

        return $ended['result'];
    }

    /**
     * A call that ended without a word for the owner leaves him one where he reads nothing yet.
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
}
