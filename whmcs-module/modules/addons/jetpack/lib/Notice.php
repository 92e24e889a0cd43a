<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * What an action has to tell the admin.
 */
final class Notice
{
    public readonly string $sentence;

    public function __construct(
        public readonly bool $success,
        string $sentence,
    ) {
        $this->sentence = Language::plain($sentence);
    }
}
