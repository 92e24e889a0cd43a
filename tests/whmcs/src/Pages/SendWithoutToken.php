<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Records;
use ContractTest\Report;

/** A form without a token on an addon's page. */
final class SendWithoutToken implements Step
{
    public function say(Scene $scene): string
    {
        return 'There press "Send without a token".';
    }

    public function look(Scene $scene, Report $report): void
    {
        $calls = Records::of('output posted', 'SendWithoutToken');
        if (Records::of('output', 'OpenAddon') === []) {
            $report->open('addon_post_token_checked_by_core', '2.5', 'the page with the button was not opened');

            return;
        }
        $report->found('addon_post_token_checked_by_core', '2.5', match (true) {
            $calls === [] => 'on',
            (bool) end($calls)['token'] => 'token added',
            default => 'off',
        }, $calls === [] ? 'nothing reached the module, if the button was pressed' : '');
    }
}
