<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Keys;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Sentences;
use WHMCS\Module\Server\Jetpack\Stopped;
use WHMCS\Module\Server\Jetpack\Transaction;

/**
 * Makes a partner key below the addon's. WordPress.com tells its secret once and has no list of keys, so a form asks once: the row
 * that guards it is written before the request, and stays where nobody knows what came of it.
 */
final class NewKey
{
    private const FUNCTION = 'NewPartnerKey';

    /** Seconds after which no answer comes any more, whatever the deadline is. */
    private const OVER = 330;

    /**
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     */
    public function __construct(#[\SensitiveParameter] private readonly array $vars, private readonly array $text)
    {
    }

    /** @param array<string, mixed> $given */
    public function make(array $given): Notice
    {
        $form = NewKeyForm::of($given, $this->text);
        if ($form instanceof Notice) {
            return $form;
        }
        if (!Keys::canKeep()) {
            return new Notice(false, $this->text['keys_cannot_keep']);
        }

        return Database::apart(fn (): Notice => Schema::together(fn (): ?Notice => $this->begin($form)) ?? $this->ask($form));
    }

    /**
     * Those of which it is not known whether they exist.
     *
     * @return array<int, array{press: string, name: string, asked: string, isOver: bool}> `isOver`: the answer cannot come any more
     */
    public static function lost(): array
    {
        $over = Database::now() - self::OVER;

        return self::unheard()
            ->orderBy('asked_at')
            ->get(['press', 'name', 'asked_at'])
            ->map(static fn (object $row): array => [
                'press' => (string) $row->press,
                'name' => (string) $row->name,
                'asked' => date('Y-m-d H:i', (int) $row->asked_at),
                'isOver' => (int) $row->asked_at <= $over,
            ])
            ->all();
    }

    /** Somebody has looked what became of one. */
    public function noted(string $press): Notice
    {
        $isNoted = self::unheard()
            ->where('press', $press)
            ->where('asked_at', '<=', Database::now() - self::OVER)
            ->update(['ended_at' => Database::now()]) === 1;

        return new Notice($isNoted, $this->text[$isNoted ? 'keys_noted' : 'keys_gone']);
    }

    private static function unheard(): Builder
    {
        return Database::table(Schema::NEW_KEYS)->whereNull('partner_id')->whereNull('ended_at');
    }

    /** @return Notice|null what keeps it from being asked for */
    private function begin(NewKeyForm $form): ?Notice
    {
        $rows = Database::table(Schema::NEW_KEYS);
        $before = (clone $rows)->where('press', $form->press)->first(['name', 'partner_id']);
        if ($before !== null) {
            return $before->partner_id === null
                ? new Notice(false, sprintf($this->text['keys_pressed'], $before->name))
                : new Notice(true, sprintf($this->text['keys_pressed_made'], $before->name, $before->partner_id));
        }
        if ((clone $rows)->where('name', $form->name)->whereNull('ended_at')->exists()) {
            return new Notice(false, sprintf($this->text['keys_name_taken'], $form->name));
        }
        $rows->insert($form->limits + [
            'press' => $form->press,
            'name' => $form->name,
            'notes' => $form->notes,
            'admin_id' => Bulk::admin(),
            'asked_at' => Database::now(),
        ]);

        return null;
    }

    private function ask(NewKeyForm $form): Notice
    {
        try {
            $answer = Core::ask('new_key', $form->limits + [
                'partner_id' => $this->vars['partner_id'] ?? '',
                'partner_secret' => $this->vars['partner_secret'] ?? '',
                'name' => $form->name,
                'notes' => $form->notes,
            ]);
        } catch (Stopped $stopped) {
            $answer = ['key' => [], 'may_exist' => false, 'sentence' => $stopped->getMessage(), 'log' => []];
        }
        $key = $answer['key'] === [] ? null : array_combine(['partner_id', 'secret', 'number'], $answer['key']);
        // Before anything else: what goes wrong from here on must not lose it.
        $isKept = $key !== null && ($this->isKept($form, $key, false) || $this->isKept($form, $key, true));
        if ($key !== null && !$isKept) {
            Log::guarded(self::FUNCTION, static fn (): int => self::record($form, $key));
        }
        $notice = match (true) {
            $isKept => $this->made('keys_made', $form, $key),
            $key !== null => $this->made('keys_made_lost', $form, $key),
            $answer['may_exist'] => new Notice(false, sprintf($this->text['keys_unheard'], $form->name, $answer['sentence'])),
            default => $this->notMade($form, $answer['sentence']),
        };
        if ($key !== null) {
            Log::activity(Sentences::keyMade($key['partner_id']), 0);
        }
        Log::exchange(self::FUNCTION, 'addon module', $answer['log'], $notice->sentence);

        return $notice;
    }

    /**
     * @param array{partner_id: string, secret: string, number: string} $key
     * @param bool $anew over a connection of its own: the one before may have ended while WordPress.com was waited for
     */
    private function isKept(NewKeyForm $form, #[\SensitiveParameter] array $key, bool $anew): bool
    {
        return Log::guarded(self::FUNCTION, function () use ($form, $key, $anew): bool {
            if ($anew) {
                Database::connection()->reconnect();
            }

            return $this->keep($form, $key);
        }) === true;
    }

    /** @param array{partner_id: string, secret: string, number: string} $key */
    private function keep(NewKeyForm $form, #[\SensitiveParameter] array $key): bool
    {
        return Transaction::run(static function () use ($form, $key): bool {
            if (!Keys::keepNew($key['partner_id'], $key['secret'])) {
                throw new Stopped('');
            }
            self::record($form, $key);

            return true;
        });
    }

    /**
     * That there is one, with its name and limits.
     *
     * @param array{partner_id: string, secret: string, number: string} $key
     */
    private static function record(NewKeyForm $form, #[\SensitiveParameter] array $key): int
    {
        return Transaction::run(static fn (): int => Database::table(Schema::NEW_KEYS)->where('press', $form->press)->update([
            'partner_id' => $key['partner_id'],
            'number' => mb_substr($key['number'], 0, 40),
            'ended_at' => null,
        ]));
    }

    /** @param array{partner_id: string, secret: string, number: string} $key */
    private function made(string $text, NewKeyForm $form, #[\SensitiveParameter] array $key): Notice
    {
        if (!headers_sent()) {
            // A browser's way back must not bring the secret, either.
            header('Cache-Control: no-store');
        }
        $sentence = sprintf($this->text[$text], $form->name, $key['partner_id']);

        return new Notice($text === 'keys_made', $sentence, new MadeKey($form->name, $key['partner_id'], $key['secret']));
    }

    /** There is none, so that the same form may be sent again. */
    private function notMade(NewKeyForm $form, string $sentence): Notice
    {
        Database::table(Schema::NEW_KEYS)->where('press', $form->press)->whereNull('partner_id')->delete();

        return new Notice(false, $sentence);
    }
}
