<?php

/**
 * A client that comes and goes: one call in a new process, or in a php-fpm request. Prints the
 * milliseconds of the call alone. usage: once.php CLIENT, or ?client=CLIENT
 */

declare(strict_types=1);

require __DIR__ . '/calls.php';

$call = Calls::of($argv[1] ?? $_GET['client']);
$begun = hrtime(true);
$call();
printf("%.3f\n", (hrtime(true) - $begun) / 1e6);
