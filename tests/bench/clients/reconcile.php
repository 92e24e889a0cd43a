<?php

/**
 * One run of the cron's part of the module, as long as it takes. Prints its seconds, and the process's peak of memory in MiB.
 */

declare(strict_types=1);

require getenv('LAB_SITE') . '/init.php';
require_once getenv('LAB_SITE') . '/modules/servers/jetpack/jetpack.php';

$begun = hrtime(true);
WHMCS\Module\Server\Jetpack\Reconciler::run(600);
$seconds = (hrtime(true) - $begun) / 1e9;
preg_match('/VmHWM:\s+(\d+)/', file_get_contents('/proc/self/status'), $peak);
printf("%.3f\n%.1f\n", $seconds, $peak[1] / 1024);
