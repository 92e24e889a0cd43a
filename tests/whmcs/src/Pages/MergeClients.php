<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Records;
use ContractTest\Report;

/** One client becomes part of another. */
final class MergeClients implements Step
{
    public function say(Scene $scene): string
    {
        return "Admin area: on the page of client {$scene->id('other client')} (clientssummary.php?userid={$scene->id('other client')}), "
            . "merge him into client {$scene->id('client')} (Merge Clients Accounts).";
    }

    public function look(Scene $scene, Report $report): void
    {
        $isMerged = Records::of('AfterClientMerge', 'MergeClients') !== [];
        if (!$isMerged) {
            $report->open('merge_runs_client_delete_hooks', '11', 'the clients were not merged, or AfterClientMerge did not run');

            return;
        }
        $runs = [];
        foreach (['PreDeleteClient', 'ClientDelete'] as $hook) {
            $runs[$hook] = Records::tells($hook, 'MergeClients', 'userid', $scene->id('other client'));
        }
        $value = array_filter($runs) === [] ? 'off' : (in_array(false, $runs, true) ? 'some' : 'on');
        $report->found('merge_runs_client_delete_hooks', '11', $value);
    }
}
