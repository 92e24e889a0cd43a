<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Records;
use ContractTest\Report;

/** The list of addon modules, after the addon has got a new version. */
final class ListAddons implements Step
{
    public function say(Scene $scene): string
    {
        return 'The addon has a new version now. Open System Settings > Addon Modules, and not the addon itself.';
    }

    public function look(Scene $scene, Report $report): void
    {
        if (!Records::tells('config', 'ListAddons', 'version', 2)) {
            $report->open('addon_list_runs_upgrade', '11', 'the list was not opened');

            return;
        }
        $report->found('addon_list_runs_upgrade', '11', Records::of('upgrade', 'ListAddons') !== [] ? 'on' : 'off');
    }
}
