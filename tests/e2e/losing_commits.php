<?php

/**
 * Presses a button on the command line while the database loses commits, as a node of a Galera
 * cluster does: COMMIT answers error 1213, and the client still believes to be in the transaction.
 * Arguments: command, service, how many commits are lost. Prints the result.
 */

declare(strict_types=1);

require getenv('LAB_SITE') . '/init.php';

final class LosingPdo extends PDO
{
    public static int $losses = 0;

    public function commit(): bool
    {
        if (self::$losses-- <= 0) {
            return parent::commit();
        }
        $lost = new PDOException('SQLSTATE[40001]: Serialization failure: 1213 Deadlock found');
        $lost->errorInfo = ['40001', 1213, 'Deadlock found when trying to get lock'];
        throw $lost;
    }
}

[, $command, $service, $losses] = $argv;
$connection = WHMCS\Database\Capsule::connection();
$config = $connection->getConfig();
$connection->setPdo(new LosingPdo(
    "mysql:unix_socket={$config['unix_socket']};dbname={$config['database']}",
    $config['username'],
    $config['password'],
    [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]
));
LosingPdo::$losses = (int) $losses;
$answer = localAPI($command, ['serviceid' => $service]);
echo $answer['result'], ' ', $answer['message'] ?? '';
