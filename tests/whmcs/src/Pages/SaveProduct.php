<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Records;
use ContractTest\Report;

/** Makes WHMCS detect the module's hooks, which later steps need. */
final class SaveProduct implements Step
{
    public function say(Scene $scene): string
    {
        return "System Settings > Products/Services: edit \"Contract test {$scene->text('number')}\" (id {$scene->id('product')}), tab Module Settings, and save it unchanged.";
    }

    public function look(Scene $scene, Report $report): void
    {
        if (Records::of('ConfigOptions', 'SaveProduct') === []) {
            $report->skip('a saved product detects the module\'s hooks', 'its Module Settings were not opened');

            return;
        }
        $isDetected = SaveProductAddon::isDetected();
        $report->check('a saved product detects the module\'s hooks', $isDetected, 'the steps that wait for hooks will not see them');
    }
}
