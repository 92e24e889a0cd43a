<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Records;
use ContractTest\Report;

/** Single sign-on of a pending service. It leads nowhere: the module refuses. */
final class SignOn implements Step
{
    public function say(Scene $scene): string
    {
        return "The same client: open clientarea.php?action=productdetails&id={$scene->id('pending')}&dosinglesignon=1 (it will be refused).";
    }

    public function look(Scene $scene, Report $report): void
    {
        $isAsked = Records::tells('ServiceSingleSignOn', 'SignOn', 'service', $scene->id('pending'));
        if (!$isAsked && !Records::tells('ClientAreaProductDetails', 'SignOn', 'service', $scene->id('pending'))) {
            $report->open('sign_on_when_inactive', '1.2', 'the page was not opened, or its hook did not run');

            return;
        }
        $report->found('sign_on_when_inactive', '1.2', $isAsked ? 'on' : 'off', 'for a service that is Pending');
    }
}
