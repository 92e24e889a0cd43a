<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Records;
use ContractTest\Report;

/** A service's page in the admin area. */
final class OpenService implements Step
{
    public function say(Scene $scene): string
    {
        return "Admin area: open {$scene->service('active')}.";
    }

    public function look(Scene $scene, Report $report): void
    {
        $most = [];
        foreach (['ConfigOptions', 'AdminCustomButtonArray'] as $function) {
            $calls = Records::of($function);
            if ($calls !== []) {
                $most[$function] = max(array_column($calls, 'arguments'));
            }
        }
        if (!isset($most['AdminCustomButtonArray'])) {
            $report->open('optional_params_passed', '1.2', 'the page was not opened, or does not ask for buttons');

            return;
        }
        $passed = array_filter($most);
        $value = $passed === [] ? 'off' : (count($passed) === count($most) ? 'on' : 'some');
        $text = implode(', ', array_map(static fn (string $function): string => "$function: $most[$function]", array_keys($most)));
        $report->found('optional_params_passed', '1.2', $value, "arguments of $text");
    }
}
