<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Records;
use ContractTest\Report;

/** The page of an addon module. */
final class OpenAddon implements Step
{
    public function say(Scene $scene): string
    {
        return 'System Settings > Addon Modules: activate "Contract test", give your role access, save; then open addonmodules.php?module=contracttest';
    }

    public function look(Scene $scene, Report $report): void
    {
        $calls = Records::of('output', 'OpenAddon');
        if ($calls === []) {
            $report->open('undocumented_keys_of_addons', '2.3', 'the page was not opened');

            return;
        }
        $keys = end($calls)['keys'];
        $there = array_intersect(['module', 'access'], $keys);
        $value = count($there) === 2 ? 'on' : ($there === [] ? 'off' : 'some');
        $report->found('undocumented_keys_of_addons', '2.3', $value, 'keys of $vars: ' . implode(', ', $keys));
    }
}
