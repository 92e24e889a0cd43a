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

    /**
     * @param string $refused the token that all processes shared
     * @param float $patience seconds that one may wait
     *
     * @return string|null the one that another process has got meanwhile; null for whoever is to get one
     */
    public static function await(string $partnerId, #[\SensitiveParameter] string $refused, float $patience): ?string
    {
        $until = microtime(true) + $patience;
        do {
            $new = self::another($partnerId, $refused);
            if ($new !== null) {
                return $new;
            }
            if (self::take($partnerId)) {
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
            // It would run out by itself.
            Log::guarded('token', static fn () => Database::table(Schema::KEYS)->where('partner_id', $partnerId)->update(['token_lease' => 0]));
        }

        return $new;
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
