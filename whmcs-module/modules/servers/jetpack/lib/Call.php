<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use PDOException;
use Throwable;

/**
 * One order on its way through the rooms (architecture.md §3): claim the service, then, once it was acted on, settle and
 * tell. A module call has one of them, a run of the cron many.
 */
final class Call
{
    /** The share of a call's time that it waits for another's access token. */
    private const PATIENCE = 1 / 3;

    private readonly Ledger $ledger;

    /** @var array<string, mixed> the answer to `claim` */
    private array $claimed = [];

    /**
     * @param string $function how the logs name it
     * @param array<string, mixed> $order
     * @param array<string, mixed> $params
     * @param array{old: string, new: string}|null $changed a hosting account's password, as a hook has told of it
     */
    public function __construct(
        private readonly string $function,
        private readonly array $order,
        private readonly Keys $keys,
        #[\SensitiveParameter] private readonly array $params,
        #[\SensitiveParameter] private readonly ?array $changed = null
    ) {
        $this->ledger = new Ledger($order, $keys);
    }

    /**
     * The whole way, for a call that is made alone.
     *
     * @return array{result: string, activity: string|null, is_recorded: bool} what it is told, 'success' or a sentence for
     *     staff; what the activity log says; and whether the ledger has what became of it
     *
     * @throws Stopped when the database cannot be written before anything is sent
     */
    public function through(): array
    {
        try {
            [$ended, $failure] = Transaction::prepared($this->written(...));
        } catch (PDOException $error) {
            throw self::unwritten($this, $error);
        }
        if ($failure !== null) {
            Log::exchange($this->function, Target::label($this->params), $ended['log'], $failure);

            return ['result' => $failure, 'activity' => null, 'is_recorded' => false];
        }
        $this->telling($ended)->alone();

        return [
            'result' => $ended['report']['result'],
            'activity' => $ended['report']['activity'],
            'is_recorded' => true,
        ];
    }

    /**
     * All of it but the telling.
     *
     * @return array{array<string, mixed>, string|null} the answer to `claim` or `act`, and why it is not recorded
     *
     * @throws Stopped when the database cannot be written before anything is sent
     */
    private function written(): array
    {
        $allowed = $this->claim();
        if ($allowed === null) {
            return [$this->claimed, null];
        }
        $ended = self::actAll([$this], [$allowed])[0];

        return [$ended, $this->settle($ended)];
    }

    /**
     * Writes the intent, or why not.
     *
     * @return array{intent: array<string, mixed>, keys: array<int, array<string, string>>, access: array<string, mixed>|null}|null
     *     what to ask `act` with; null when the call has ended
     *
     * @throws Stopped when the database cannot be written
     */
    public function claim(): ?array
    {
        return self::claimAll([$this])[0];
    }

    /**
     * The same for several in one transaction, as it may be where services are only looked at.
     *
     * @param array<int, self> $calls
     *
     * @return array<int, array{intent: array<string, mixed>, keys: array<int, array<string, string>>, access: array<string, mixed>|null}|null>
     *     by their indices
     *
     * @throws Stopped when the database cannot be written
     */
    public static function claimAll(array $calls): array
    {
        try {
            $claimed = Ledger::claimAll(array_map(static fn (self $call): Ledger => $call->ledger, $calls));
        } catch (PDOException $error) {
            throw self::unwritten(reset($calls), $error);
        }
        $allowed = [];
        $before = null;
        foreach ($calls as $index => $call) {
            if ($before !== null) {
                $call->keys->learn($before->keys);
            }
            $allowed[$index] = $call->allowed($claimed[$index]);
            $before = $call;
        }

        return $allowed;
    }

    /** For a call that ended with its claim where nobody waits for the answer: only what is news is told. */
    public function endedByItself(): ?Telling
    {
        return ($this->claimed['report']['activity'] ?? null) === null ? null : $this->telling($this->claimed);
    }

    /**
     * WHMCS is told `success` only once it is recorded (architecture.md §4, promise 4).
     *
     * @param array<string, mixed> $acted the answer to `act`
     *
     * @return string|null why it is not recorded
     */
    public function settle(#[\SensitiveParameter] array $acted): ?string
    {
        try {
            return $this->ledger->settle($acted) ? null : Sentences::overtaken();
        } catch (Throwable $defect) {
            Log::defect($this->function, $defect, Target::label($this->params));

            return Sentences::notSettled();
        }
    }

    /**
     * @param array<string, mixed> $ended the answer to `claim` or `act`
     * @param bool $isNews as of `Telling`
     */
    public function telling(#[\SensitiveParameter] array $ended, bool $isNews = true): Telling
    {
        $client = (int) ($ended['row']['client_id'] ?? $this->order['client_id']);

        return new Telling($this->function, $this->params, $client, $ended, $isNews);
    }

    /**
     * The same for several in one transaction, those of `claimAll`.
     *
     * @param array<int, self> $calls
     * @param array<int, array<string, mixed>> $acted by the calls' indices
     *
     * @return array<int, string|null>
     *
     * @throws Throwable when nothing is recorded of any
     */
    public static function settleAll(array $calls, #[\SensitiveParameter] array $acted): array
    {
        $written = Ledger::settleAll(array_map(static fn (self $call): Ledger => $call->ledger, $calls), $acted);

        return array_map(static fn (bool $is): ?string => $is ? null : Sentences::overtaken(), $written);
    }

    /**
     * Acts on several at once. Once more with another token on those where the one that all processes share was refused.
     *
     * @param array<int, self> $calls
     * @param array<int, array<string, mixed>> $allowed by the calls' indices
     *
     * @return array<int, array<string, mixed>> the answers to `act`, by the same indices
     */
    public static function actAll(array $calls, #[\SensitiveParameter] array $allowed): array
    {
        $acted = self::ask(array_map(static fn (array $one): array => $one + ['leaves_token' => true], $allowed));
        $refused = array_intersect_key($allowed, array_filter(array_map(static fn (array $one): bool => $one['token_refused'], $acted)));
        if ($refused === []) {
            return $acted;
        }
        $patience = min(array_map(static fn (self $call): int => $call->order['span'], $calls)) * self::PATIENCE;
        try {
            $again = self::ask(Keys::renewed($refused, microtime(true) + $patience));
        } catch (Throwable $defect) {
            // What was asked here may have happened: those rows stay under way. What the others have done stands.
            if (count($refused) === count($acted)) {
                throw $defect;
            }
            Log::defect('act', $defect);

            return array_diff_key($acted, $refused);
        }
        TokenTurn::end(array_filter($again, static fn (array $one): bool => $one['token'] !== null));

        return array_replace($acted, $again);
    }

    /**
     * @param array<int, array<string, mixed>> $allowed
     *
     * @return array<int, array<string, mixed>>
     */
    private static function ask(#[\SensitiveParameter] array $allowed): array
    {
        return count($allowed) === 1
            ? array_map(static fn (array $one): array => Core::ask('act', $one), $allowed)
            : array_combine(array_keys($allowed), Core::ask('act_many', ['calls' => array_values($allowed)])['answers']);
    }

    private static function unwritten(self $call, PDOException $error): Stopped
    {
        Log::defect($call->function, $error, Target::label($call->params));

        return new Stopped(Sentences::notRecorded());
    }

    /**
     * @param array<string, mixed> $claimed the answer to `claim`
     *
     * @return array{intent: array<string, mixed>, keys: array<int, array<string, string>>, access: array<string, mixed>|null}|null
     */
    private function allowed(array $claimed): ?array
    {
        $this->claimed = $claimed;
        if ($claimed['intent'] === null) {
            return null;
        }

        return [
            'intent' => $claimed['intent'],
            'keys' => $this->keys->all((string) $claimed['row']['partner_id']),
            'access' => HostingAccount::of($this->order, $this->params, $this->changed),
        ];
    }
}
