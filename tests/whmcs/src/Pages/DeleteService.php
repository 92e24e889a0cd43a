<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Records;
use ContractTest\Report;
use WHMCS\Database\Capsule;

/** A service that has an addon is deleted. */
final class DeleteService implements Step
{
    public function say(Scene $scene): string
    {
        return "Admin area: delete {$scene->service('deleted')}, with its button Delete.";
    }

    public function look(Scene $scene, Report $report): void
    {
        if (Capsule::table('tblhosting')->where('id', $scene->id('deleted'))->exists()) {
            $report->open('addons_of_deleted_service', '11', 'the service is still there');

            return;
        }
        $isTold = Records::tells('ServiceDelete', 'DeleteService', 'serviceid', $scene->id('deleted'));
        $report->check('ServiceDelete tells the service', $isTold);
        $isKept = Capsule::table('tblhostingaddons')->where('id', $scene->id('its addon'))->exists();
        $addonIsTold = Records::tells('AddonDeleted', 'DeleteService', 'id', $scene->id('its addon'));
        $report->found('addons_of_deleted_service', '11', $isKept ? 'kept' : ($addonIsTold ? 'hooks' : 'silent'));
    }
}
