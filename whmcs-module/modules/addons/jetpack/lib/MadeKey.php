<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * A key that was made just now, on its way to the page that answers the press: nothing else ever gets its secret.
 */
final class MadeKey
{
    public function __construct(
        public readonly string $name,
        public readonly string $partnerId,
        #[\SensitiveParameter] public readonly string $secret,
    ) {
    }
}
