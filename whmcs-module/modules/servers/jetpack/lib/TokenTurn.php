<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Who gets a new access token when the one that all processes share is refused. One of them, on whichever node of a cluster; the
 * others wait for it, and would get one of their own only if it took too long.
 */
final class TokenTurn
{
    /** Seconds after which nobody waits any more for the one whose turn it is. */
    private const LASTS = 10;

    private const MICROSECONDS = 50000;

    /** @var array<string, true> the partner ids whose turn this process has taken */
    private static array $taken = [];

    /**
     * @param string $refused the token that all processes shared
     * @param float $until when to wait no longer, in seconds of the epoch
     *
     * @return string|null the one that another process has got meanwhile; null for whoever is to get one
     */
    public static function await(string $partnerId, #[\SensitiveParameter] string $refused, float $until): ?string
    {
        do {
            $new = self::another($partnerId, $refused);
            if ($new !== null) {
                return $new;
            }
            if (self::take($partnerId)) {
                self::$taken[$partnerId] = true;

                return self::begun($partnerId, $refused);
            }
            usleep(self::MICROSECONDS);
        } while (microtime(true) < $until);

        return null;
    }

    /** Whoever had the turn before may have left a token just before it was taken. */
    private static function begun(string $partnerId, #[\SensitiveParameter] string $refused): ?string
    {
        $new = self::another($partnerId, $refused);
        if ($new !== null) {
            self::giveBack($partnerId);
        }

        return $new;
    }

    /**
     * After the turns that were taken: others need not wait for what has not come. Whoever got a token shares it, and ends the turn
     * with that.
     *
     * @param array<int, array<string, mixed>> $got answers to `act` with a token
     */
    public static function end(#[\SensitiveParameter] array $got): void
    {
        $shared = array_map(static fn (array $one): string => (string) $one['row']['partner_id'], $got);
        foreach (array_diff(array_map('strval', array_keys(self::$taken)), $shared) as $partnerId) {
            self::giveBack($partnerId);
        }
        self::$taken = [];
    }

    private static function giveBack(string $partnerId): void
    {
        // It would run out by itself.
        Log::guarded('token', static fn () => Database::table(Schema::KEYS)->where('partner_id', $partnerId)->update(['token_lease' => 0]));
        unset(self::$taken[$partnerId]);
    }

    private static function another(string $partnerId, #[\SensitiveParameter] string $refused): ?string
    {
        [, $token] = Keys::stored($partnerId);

        return in_array($token, ['', $refused], true) ? null : $token;
    }

    private static function take(string $partnerId): bool
    {
        $now = Database::now();

        return Transaction::repeat(static fn (): bool => Database::table(Schema::KEYS)
            ->where('partner_id', $partnerId)
            ->where('token_lease', '<=', $now)
            ->update(['token_lease' => $now + self::LASTS]) === 1);
    }
}
