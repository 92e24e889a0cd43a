<?php

/** Asks the WHMCS at WHMCS_ROOT; tests/whmcs/run calls it, and cleans up after it. */

declare(strict_types=1);

require __DIR__ . '/src/boot.php';

use ContractTest\Checks\Doors;
use ContractTest\Checks\Functions;
use ContractTest\Checks\Life;
use ContractTest\Guard;
use ContractTest\Points;
use ContractTest\Report;
use ContractTest\Stage;
use ContractTest\Watch;

$objection = Guard::objection((string) getenv('I_KNOW'));
if ($objection !== null) {
    fwrite(STDERR, "$objection\n");
    exit(2);
}
$report = new Report();
$stage = null;
Watch::begin();
$report->part('doors', static fn () => Doors::look($report));
$report->part('platform', static fn () => Points\Platform::ask($report));
$report->part('connection', static fn () => Points\Connection::ask($report));
$report->part('settings', static fn () => Points\Settings::ask($report));
$report->part('cancellations', static fn () => Points\Cancellations::ask($report));
$report->part('functions', static fn () => Functions::look($report));
$report->part('a product and an order', static function () use (&$stage): void {
    $stage = new Stage();
});
if ($stage !== null) {
    $report->part('transactions', static fn () => Doors::transactions($report));
    $report->part('products', static fn () => Points\Products::ask($stage, $report));
    $report->part('parameters', static fn () => Points\Parameters::ask($stage, $report));
    $report->part('results', static fn () => Points\Results::ask($stage, $report));
    $report->part('fields', static fn () => Points\Fields::ask($stage, $report));
    $report->part('passwords', static fn () => Points\Passwords::ask($stage, $report));
    $report->part('addons', static fn () => Points\Addons::ask($stage, $report));
    $report->part('mails', static fn () => Points\Mails::ask($stage, $report));
    $report->part('logs', static fn () => Points\Logs::ask($stage, $report));
    $report->part('life', static fn () => Life::live($stage, $report));
    $report->part('deletions', static fn () => Points\Deletions::ask($stage, $report));
}
foreach (Points\OnPages::NAMES as $name => [$section, $what]) {
    $report->open($name, $section, "only pages show it ($what): tests/whmcs/run pages");
}
$report->print(getenv('JSON') === '1');
exit($report->isGood() ? 0 : 1);
