<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use RuntimeException;

/**
 * Ends a call early with a sentence for staff. It never leaves the module.
 */
class Stopped extends RuntimeException
{
}
