<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Records;
use ContractTest\Report;
use WHMCS\Database\Capsule;

/** A client's request to cancel, which the cron carries out. */
final class CancelService implements Step
{
    public function say(Scene $scene): string
    {
        return "The same client: request the immediate cancellation of service {$scene->id('cancelled')}, "
            . "clientarea.php?action=cancel&id={$scene->id('cancelled')}, and wait for the cron's daily tasks. (They do for everybody what is due.)";
    }

    public function look(Scene $scene, Report $report): void
    {
        $status = (string) Capsule::table('tblhosting')->where('id', $scene->id('cancelled'))->value('domainstatus');
        if (!in_array($status, ['Cancelled', 'Terminated'], true)) {
            $report->open('cancellation_sets', '1.4', "the service is $status still");

            return;
        }
        $isAsked = Records::tells('TerminateAccount', 'CancelService', 'service', $scene->id('cancelled'));
        $report->check('a cancellation runs TerminateAccount', $isAsked);
        $report->found('cancellation_sets', '1.4', $status);
    }
}
