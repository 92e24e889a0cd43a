<?php

declare(strict_types=1);

namespace Faults;

use Closure;
use PDO;
use PDOException;

/** Counts the statements of a call and lets one thing go wrong at one of them. */
final class Statements
{
    public static int $count = 0;

    /** Whether it has gone wrong. */
    public static bool $hasStruck = false;

    private static int $at = 0;
    private static string $what = '';
    private static float $seconds = 0;

    /** @var array<string, mixed> how to reach the database beside the call's own connection */
    private static array $config = [];

    /**
     * @param array{what?: string, at?: int, seconds?: float} $fault
     * @param array<string, mixed> $config
     */
    public static function begin(array $fault, array $config): void
    {
        self::$count = 0;
        self::$what = $fault['what'] ?? '';
        self::$at = $fault['at'] ?? 0;
        self::$seconds = $fault['seconds'] ?? 0;
        self::$config = $config;
    }

    public static function around(FaultyPdo $pdo, Closure $statement): mixed
    {
        self::$count++;
        $isTime = !self::$hasStruck && self::$at > 0 && self::$count >= self::$at;
        if (!$isTime) {
            return $statement();
        }
        switch (self::$what) {
            case 'killed before':
                self::kill();
            case 'killed after':
                $statement();
                self::kill();
            case 'connection lost':
                self::$hasStruck = true;
                self::cut($pdo->number());
                break;
            case 'deadlock':
                // Only where the module answers for it: the host's own statements are not in a transaction.
                if ($pdo->inTransaction()) {
                    self::$hasStruck = true;
                    $pdo->undo();
                    throw self::lost();
                }
                break;
            case 'frozen':
                self::$hasStruck = true;
                usleep((int) (self::$seconds * 1e6));
        }

        return $statement();
    }

    private static function kill(): never
    {
        posix_kill(getmypid(), SIGKILL);
        exit(1);
    }

    private static function cut(int $connection): void
    {
        $config = self::$config;
        $other = new PDO("mysql:unix_socket={$config['unix_socket']}", $config['username'], $config['password']);
        $other->exec("kill $connection");
        // It is ended once its thread has noticed.
        while ((int) $other->query("select count(*) from information_schema.processlist where id = $connection")->fetchColumn() > 0) {
            usleep(500);
        }
    }

    private static function lost(): PDOException
    {
        $lost = new PDOException('SQLSTATE[40001]: Serialization failure: 1213 Deadlock found');
        $lost->errorInfo = ['40001', 1213, 'Deadlock found when trying to get lock'];

        return $lost;
    }
}
