<?php

/**
 * The steps of `tests/whmcs/run pages`, each call a process of its own, since people take their time:
 * pages.php begin | steps | say STEP | look STEP | report
 */

declare(strict_types=1);

require __DIR__ . '/src/boot.php';

use ContractTest\Guard;
use ContractTest\Pages\Scene;
use ContractTest\Records;
use ContractTest\Report;
use ContractTest\Watch;

const STEPS = ['SaveProductAddon', 'SaveProduct', 'OpenService', 'OpenAsClient', 'SignOn', 'MoveService', 'DeleteService', 'MergeClients',
    'OpenAddon', 'SendWithoutToken', 'ListAddons', 'CancelService'];

[, $what, $name] = $argv + [2 => ''];
$class = "ContractTest\\Pages\\$name";
$step = in_array($name, STEPS, true) ? new $class() : null;
switch ($what) {
    case 'begin':
        $objection = Guard::objection((string) getenv('I_KNOW'));
        if ($objection !== null) {
            fwrite(STDERR, "$objection\n");
            exit(2);
        }
        Watch::begin();
        Scene::make();
        break;
    case 'steps':
        echo implode("\n", STEPS), "\n";
        break;
    case 'say':
        Records::write("step $name");
        echo $step?->say(Scene::now()), "\n";
        break;
    case 'look':
        $report = new Report();
        $report->part($name, static fn () => $step?->look(Scene::now(), $report));
        $report->print(false);
        Records::write('report', $report->data());
        break;
    case 'report':
        $report = Report::of(Records::of('report'));
        $report->print(getenv('JSON') === '1');
        exit($report->isGood() ? 0 : 1);
}
