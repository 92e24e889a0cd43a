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
            $isTaken = self::take($partnerId);
            // Whoever had the turn before has left its token by now.
            [$secret, $token] = Keys::stored($partnerId);
            if ($secret !== null && $token !== '' && $token !== $refused) {
                if ($isTaken) {
                    self::giveBack($partnerId);
                }

                return $token;
            }
            if ($secret === null || $isTaken) {
                return null;
            }
            usleep(self::MICROSECONDS);
        } while (microtime(true) < $until);

        return null;
    }

    private static function giveBack(string $partnerId): void
    {
        Transaction::repeat(static fn (): int => Database::table(Schema::KEYS)->where('partner_id', $partnerId)->update(['token_lease' => 0]));
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
