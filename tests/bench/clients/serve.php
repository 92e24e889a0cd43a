<?php

/**
 * A client that stays: for every line on standard input it makes one call, and prints how many
 * milliseconds that took. usage: serve.php floor|common|ours
 */

declare(strict_types=1);

require __DIR__ . '/calls.php';

$call = Calls::of($argv[1]);
$call();
echo "ready\n";
while (fgets(STDIN) !== false) {
    $begun = hrtime(true);
    $call();
    printf("%.3f\n", (hrtime(true) - $begun) / 1e6);
}
