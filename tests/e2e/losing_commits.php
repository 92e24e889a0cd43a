<?php

/**
 * Presses a button on the command line while the database loses transactions, as a node of a Galera
 * cluster does. Arguments: command, service, how many are lost, and how:
 *
 * - `commit`: COMMIT answers error 1213, and the client still believes to be in the transaction;
 * - `rollback`: the same, and so does the ROLLBACK that follows;
 * - `vanish`: the server ends the transaction before the commit, without a word;
 * - `steal`: it does so before the lease is written, and another call takes the lease meanwhile.
 *
 * Prints the result, then the level at which the connection believes to be.
 */

declare(strict_types=1);

require getenv('LAB_SITE') . '/init.php';

final class LosingPdo extends PDO
{
    public static int $losses = 0;
    public static string $how = '';

    public function commit(): bool
    {
        if (!in_array(self::$how, ['commit', 'rollback'], true) || self::$losses-- <= 0) {
            return parent::commit();
        }
        throw self::lost();
    }

    public function rollBack(): bool
    {
        $done = parent::rollBack();
        if (self::$how === 'rollback') {
            throw self::lost();
        }

        return $done;
    }

    public function inTransaction(): bool
    {
        if (self::$how === 'vanish' && self::$losses-- > 0) {
            $this->exec('ROLLBACK');
        }

        return parent::inTransaction();
    }

    private static function lost(): PDOException
    {
        $lost = new PDOException('SQLSTATE[40001]: Serialization failure: 1213 Deadlock found');
        $lost->errorInfo = ['40001', 1213, 'Deadlock found when trying to get lock'];

        return $lost;
    }
}

[, $command, $service, $losses, $how] = $argv;
$connection = WHMCS\Database\Capsule::connection();
$config = $connection->getConfig();
$connect = static fn (string $class): PDO => new $class(
    "mysql:unix_socket={$config['unix_socket']};dbname={$config['database']}",
    $config['username'],
    $config['password'],
    [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]
);
$connection->setPdo($connect(LosingPdo::class));
LosingPdo::$losses = (int) $losses;
LosingPdo::$how = $how;
if ($how === 'steal') {
    $connection->beforeExecuting(static function (string $statement) use ($connection, $connect): void {
        if (LosingPdo::$losses > 0 && str_starts_with($statement, 'update `mod_jetpack_services`')) {
            LosingPdo::$losses--;
            $connection->getPdo()->exec('ROLLBACK');
            $connect(PDO::class)->exec("update mod_jetpack_services set lease_token = 'thief', lease_holder = 'elsewhere', "
                . 'lease_until = unix_timestamp() + 600');
        }
    });
}
$answer = localAPI($command, ['serviceid' => $service]);
echo $answer['result'], ' ', $answer['message'] ?? '', ' level ', $connection->transactionLevel();
