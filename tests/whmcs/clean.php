<?php

/** Removes what runs of ask.php and pages.php have made in the WHMCS at WHMCS_ROOT. */

declare(strict_types=1);

require __DIR__ . '/src/boot.php';

use ContractTest\Clean;
use ContractTest\Watch;

// No mail about what goes.
Watch::begin();
$left = Clean::all();
foreach ($left as $what) {
    fwrite(STDERR, "left over, please remove: $what\n");
}
exit($left === [] ? 0 : 1);
