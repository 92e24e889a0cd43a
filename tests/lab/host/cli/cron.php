<?php

/**
 * `lab cron`: what modules see of a run of WHMCS's cron. AfterCronJob runs at the end of every run, DailyCronJob in one
 * run a day, here in the run that is told to (contract, sections 5 and 11). Between them the
 * lab carries out cancellation requests, once a day.
 */

declare(strict_types=1);

use Lab\Cancellation;
use Lab\Hooks;

require_once dirname(__DIR__) . '/boot.php';

Hooks::run('PreCronJob');
if (($argv[1] ?? '') === 'daily') {
    Cancellation::carryOut();
    Hooks::run('DailyCronJob');
}
Hooks::run('AfterCronJob');
