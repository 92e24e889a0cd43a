<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Marks;
use ContractTest\Records;
use ContractTest\Report;

/** A pending service's page in the client area. */
final class OpenAsClient implements Step
{
    public function say(Scene $scene): string
    {
        $email = Marks::email($scene->text('number'));

        return "Client area: log in as $email with password {$scene->text('password')} and open the pending service, "
            . "clientarea.php?action=productdetails&id={$scene->id('pending')}";
    }

    public function look(Scene $scene, Report $report): void
    {
        $isAsked = Records::tells('ClientArea', 'OpenAsClient', 'service', $scene->id('pending'));
        if (!$isAsked && !Records::tells('ClientAreaProductDetails', 'OpenAsClient', 'service', $scene->id('pending'))) {
            $report->open('client_area_when_inactive', '10', 'the page was not opened, or its hook did not run');

            return;
        }
        $report->found('client_area_when_inactive', '10', $isAsked ? 'on' : 'off', 'for a service that is Pending');
    }
}
