<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use RuntimeException;

/**
 * WHMCS's API said no; the message is its own.
 */
final class RefusedByWhmcs extends RuntimeException
{
}
