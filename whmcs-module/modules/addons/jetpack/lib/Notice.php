<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * What an action has to tell the admin.
 */
final class Notice
{
    public readonly string $sentence;

    /** @param MadeKey|null $key what is shown once, beside the sentence */
    public function __construct(
        public readonly bool $success,
        string $sentence,
        public readonly ?MadeKey $key = null,
    ) {
        $this->sentence = Language::plain($sentence);
    }
}
