<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use Illuminate\Database\Connection;
use PDO;
use PDOException;
use Throwable;

/**
 * One transaction, run again when it lost against another.
 *
 * On a Galera cluster another node's transaction can win at any statement and at the COMMIT, and neither Illuminate's
 * own repetition nor its books survive that (architecture.md §6): ROLLBACK itself may answer 1213 and leave its level at 1,
 * after which every "transaction" of the process is a savepoint in autocommit; and with native prepared statements a
 * transaction can be ended without any error, so that what follows is written outside of one.
 */
final class Transaction
{
    /** How often it is tried. */
    private const ATTEMPTS = 5;

    /** Seconds to wait for a lock of a row or of a table: the server's own would outlast the call's deadline. */
    private const LOCK_WAIT = 5;

    /** Microseconds between two attempts, so that two nodes do not meet again at once. */
    private const SHORTEST_PAUSE = 10_000;
    private const LONGEST_PAUSE = 200_000;

    /** "You lost, run it again": a deadlock or a failed certification, and a snapshot that is out of date. */
    private const LOST = [1213, 1020];

    /** A lock was waited for in vain. */
    private const LOCK_TIMEOUT = 1205;

    /** The connection that is set up for transactions; WHMCS may make it anew. */
    private static ?PDO $prepared = null;

    /**
     * @template T
     *
     * @param Closure(): T $body
     *
     * @return T
     */
    public static function run(Closure $body): mixed
    {
        $connection = Database::connection();
        if ($connection->transactionLevel() !== 0) {
            // Inside another of ours a loss undoes that as well, and it is made again from there.
            return $body();
        }

        return self::prepared(static fn (): mixed => self::repeat(static fn (): mixed => self::once($connection, $body)));
    }

    /**
     * Runs what has several transactions, so that the connection is set up for them once. No code of others' may run in it: the
     * connection is WHMCS's.
     *
     * @template T
     *
     * @param Closure(): T $body
     *
     * @return T
     */
    public static function prepared(Closure $body): mixed
    {
        $connection = Database::connection();
        $pdo = $connection->getPdo();
        if (self::$prepared === $pdo) {
            return $body();
        }
        $outer = self::$prepared;
        self::$prepared = $pdo;
        try {
            return self::emulated($pdo, static function () use ($connection, $body): mixed {
                self::limitWaiting($connection, (string) self::LOCK_WAIT);
                try {
                    return $body();
                } finally {
                    self::quietly(static fn () => self::limitWaiting($connection, 'default'));
                }
            });
        } finally {
            self::$prepared = $outer;
        }
    }

    /**
     * Without prepared statements, which are two round trips each.
     *
     * @template T
     *
     * @param Closure(): T $body
     *
     * @return T
     */
    public static function emulated(PDO $pdo, Closure $body): mixed
    {
        $before = $pdo->getAttribute(PDO::ATTR_EMULATE_PREPARES);
        $pdo->setAttribute(PDO::ATTR_EMULATE_PREPARES, true);
        try {
            return $body();
        } finally {
            self::quietly(static fn () => $pdo->setAttribute(PDO::ATTR_EMULATE_PREPARES, $before));
        }
    }

    /**
     * To be thrown in a body that finds that another call was faster: it is run again, and looks again.
     */
    public static function lost(): PDOException
    {
        $lost = new PDOException('Another call was faster.');
        $lost->errorInfo = ['40001', self::LOST[0], 'lost'];

        return $lost;
    }

    /**
     * Does something again that lost against another node, also what is no transaction: a table that is made or altered
     * ends or loses against everything else.
     *
     * @template T
     *
     * @param Closure(): T $body
     *
     * @return T
     */
    public static function repeat(Closure $body): mixed
    {
        $timeouts = 0;
        $attempt = 0;
        while (true) {
            try {
                return $body();
            } catch (PDOException $error) {
                $number = (int) ($error->errorInfo[1] ?? 0);
                $again = in_array($number, self::LOST, true)
                    || ($number === self::LOCK_TIMEOUT && ++$timeouts === 1);
                if (!$again || ++$attempt === self::ATTEMPTS) {
                    throw $error;
                }
            }
            usleep(random_int(self::SHORTEST_PAUSE, self::LONGEST_PAUSE));
        }
    }

    /** Whether one that was begun has ended as a whole meanwhile: what is written now would stay whatever becomes of the rest. */
    public static function isLost(): bool
    {
        return Database::connection()->transactionLevel() !== 0 && !Database::connection()->getPdo()->inTransaction();
    }

    /** Whether a lock was waited for until that took too long. */
    public static function hasWaitedInVain(Throwable $error): bool
    {
        return $error instanceof PDOException && (int) ($error->errorInfo[1] ?? 0) === self::LOCK_TIMEOUT;
    }

    private static function once(Connection $connection, Closure $body): mixed
    {
        $pdo = $connection->getPdo();
        $connection->beginTransaction();
        try {
            $result = $body();
            if (!$pdo->inTransaction()) {
                // The server has ended it without a word, and perhaps written a part of it in autocommit.
                throw self::lost();
            }
            $connection->commit();

            return $result;
        } catch (Throwable $failure) {
            self::rollBack($connection, $pdo);
            throw $failure;
        }
    }

    /**
     * After a COMMIT or a ROLLBACK that failed, client and server disagree on whether there still is a transaction.
     */
    private static function rollBack(Connection $connection, PDO $pdo): void
    {
        try {
            $connection->rollBack();
        } catch (Throwable) {
            self::quietly(static fn () => $pdo->exec('ROLLBACK'));
        }
        if ($connection->transactionLevel() !== 0) {
            $connection->setPdo($pdo);
        }
    }

    /** Both kinds of locks in one statement: a metadata lock is waited for a day by default. */
    private static function limitWaiting(Connection $connection, string $seconds): void
    {
        $connection->getPdo()->exec("set session innodb_lock_wait_timeout = $seconds, lock_wait_timeout = $seconds");
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
