<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use Illuminate\Database\Connection;
use PDOException;
use Throwable;
use WHMCS\Database\Capsule;

/**
 * One transaction, run again when it lost against another.
 *
 * Illuminate's own repetition does not serve: on a Galera cluster it is the COMMIT that fails with
 * error 1213, after which Illuminate begins anew without a rollback, and that throws.
 */
final class Transaction
{
    /** How often it is tried. */
    private const ATTEMPTS = 5;

    /** Seconds to wait for a lock: the server's own 50 would outlast the call's deadline. */
    private const LOCK_WAIT = 5;

    /** MySQL's number for "you lost, run it again". */
    private const DEADLOCK = 1213;

    /**
     * @template T
     *
     * @param Closure(): T $body
     *
     * @return T
     */
    public static function run(Closure $body): mixed
    {
        $connection = Capsule::connection();
        // Inside somebody else's transaction a loss undoes theirs as well: that is theirs to repeat.
        $attempts = $connection->transactionLevel() === 0 ? self::ATTEMPTS : 1;
        $connection->statement('set session innodb_lock_wait_timeout = ' . self::LOCK_WAIT);
        try {
            while (true) {
                try {
                    return self::once($connection, $body);
                } catch (PDOException $error) {
                    if (--$attempts === 0 || ($error->errorInfo[1] ?? 0) !== self::DEADLOCK) {
                        throw $error;
                    }
                }
            }
        } finally {
            self::quietly(static fn () => $connection->statement('set session innodb_lock_wait_timeout = default'));
        }
    }

    private static function once(Connection $connection, Closure $body): mixed
    {
        $connection->beginTransaction();
        try {
            $result = $body();
            $connection->commit();

            return $result;
        } catch (Throwable $failure) {
            // After a COMMIT that failed the client still believes to be in the transaction.
            self::quietly(static fn () => $connection->rollBack());
            throw $failure;
        }
    }

    private static function quietly(Closure $clean): void
    {
        try {
            $clean();
        } catch (Throwable) {
            // What went wrong before is what has to be told.
        }
    }
}
