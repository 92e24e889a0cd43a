<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Report;

/** One thing that somebody does on a page. */
interface Step
{
    /** What to press, in words that fit every WHMCS. */
    public function say(Scene $scene): string;

    /** What happened. */
    public function look(Scene $scene, Report $report): void;
}
