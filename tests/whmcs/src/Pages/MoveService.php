<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Records;
use ContractTest\Report;
use WHMCS\Database\Capsule;

/** A service gets another owner. */
final class MoveService implements Step
{
    public function say(Scene $scene): string
    {
        return "Admin area: move {$scene->service('active')} to client {$scene->id('other client')} (Move Product/Service).";
    }

    public function look(Scene $scene, Report $report): void
    {
        $owner = (int) Capsule::table('tblhosting')->where('id', $scene->id('active'))->value('userid');
        if ($owner !== $scene->id('other client')) {
            $report->open('move_runs_service_edit', '11', "the service has not moved, it is client $owner's");

            return;
        }
        $isTold = Records::tells('ServiceEdit', 'MoveService', 'serviceid', $scene->id('active'));
        $report->found('move_runs_service_edit', '11', $isTold ? 'on' : 'off');
    }
}
