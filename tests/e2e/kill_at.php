<?php

/**
 * Runs one module command through WHMCS's API in this process, which kills itself before the Nth
 * statement that it sends to the database; with 0 it lives and prints how many there were.
 *
 * Arguments: command, service, N. Given to `php -r`, because the workers' user may be unable to
 * read the checkout.
 */

declare(strict_types=1);

require getenv('LAB_SITE') . '/init.php';

[$command, $service, $last] = array_slice($argv, 1);
$count = 0;
Illuminate\Database\Capsule\Manager::connection()->beforeExecuting(static function () use (&$count, $last): void {
    if (++$count === (int) $last) {
        posix_kill(getmypid(), 9);
    }
});

echo localAPI($command, ['serviceid' => (int) $service])['result'], ' ', $count;
