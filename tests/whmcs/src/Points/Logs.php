<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Report;
use ContractTest\Stage;
use WHMCS\Database\Capsule;

/** How the module log masks what it is told to mask. */
final class Logs
{
    public static function ask(Stage $stage, Report $report): void
    {
        $secret = "Ct-masked-$stage->number";
        $action = "contract test $stage->number";
        logModuleCall('contracttest', $action, "value=$secret&key=shown", ['answer' => $secret], '', [$secret, 'key']);
        $row = Capsule::table('tblmodulelog')->where('module', 'contracttest')->where('action', $action)->first();
        if ($row === null) {
            $report->open('module_log_masks', '3', 'the module log is off');

            return;
        }
        $isGone = !str_contains(json_encode($row), $secret);
        $report->check('the module log masks the values it is given', $isGone);
        $keyGoes = !str_contains((string) $row->request, 'key=');
        $report->found('module_log_masks', '3', $keyGoes ? 'literal texts' : 'values', "request: $row->request");
    }
}
