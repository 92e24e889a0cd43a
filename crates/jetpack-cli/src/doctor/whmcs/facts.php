<?php

// What `jetpack-partner doctor --whmcs DIR` asks of WHMCS: run by the command line's PHP, with WHMCS's folder as its argument.
// It only reads. What it knows goes straight to the output: WHMCS may hold back, or add to, what is echoed.

chdir($argv[1]);
require $argv[1] . '/init.php';

$facts = static function (): array {
    $seen = WHMCS\Module\Server\Jetpack\Seen::class;
    $schema = WHMCS\Module\Server\Jetpack\Schema::class;
    $database = WHMCS\Module\Server\Jetpack\Database::class;
    $connection = $database::connection();
    $node = static function (PDO $pdo): array {
        $before = microtime(true);
        $row = $pdo->query('select @@hostname as name, unix_timestamp(now(6)) as clock, @@innodb_flush_log_at_trx_commit as flush')
            ->fetch(PDO::FETCH_ASSOC);

        return [
            'name' => $row['name'],
            'ahead' => (float) $row['clock'] - ($before + microtime(true)) / 2,
            'flush' => (int) $row['flush'],
        ];
    };
    $pdo = $connection->getPdo();
    $nodes = ['used' => $node($pdo)];
    $cluster = $pdo->query("show status like 'wsrep_incoming_addresses'")->fetch(PDO::FETCH_NUM);
    foreach (array_map('trim', $cluster === false ? [] : array_filter(explode(',', $cluster[1]))) as $address) {
        if ($address === 'AUTO') {
            $nodes['of the cluster'] = ['error' => 'it does not tell its address (wsrep_node_incoming_address)'];
            continue;
        }
        preg_match('/^\[?(.+?)\]?(?::(\d+))?$/', $address, $parts);
        try {
            $nodes[$address] = $node(new PDO(
                sprintf('mysql:host=%s;port=%d', $parts[1], $parts[2] ?? 3306),
                $connection->getConfig('username'),
                $connection->getConfig('password'),
                [PDO::ATTR_TIMEOUT => 3, PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]
            ));
        } catch (PDOException $error) {
            $nodes[$address] = ['error' => $error->getMessage()];
        }
    }
    $cron = $connection->getSchemaBuilder()->hasTable($schema::SEEN) ? $seen::last($seen::CRON) : null;

    $bridge = WHMCS\Module\Server\Jetpack\Bridge::class;

    return [
        'way' => $bridge::way()->name(),
        'problem' => $bridge::problem(),
        'program' => WHMCS\Module\Server\Jetpack\AddonSettings::program(),
        'schema' => $schema::hasNumber() ? (int) $database::table($schema::SCHEMA)->value('number') : null,
        'expected' => $schema::NUMBER,
        'cron' => $cron === null ? null : ['ago' => $cron[1], 'php' => $cron[0]['php'] ?? '', 'problem' => $cron[0]['problem'] ?? null],
        'nodes' => $nodes,
    ];
};

try {
    $told = $facts();
} catch (Throwable $error) {
    $told = ['error' => get_class($error) . ': ' . $error->getMessage()];
}
file_put_contents('php://stdout', "\njetpack-facts " . json_encode($told, JSON_INVALID_UTF8_SUBSTITUTE) . "\n");
