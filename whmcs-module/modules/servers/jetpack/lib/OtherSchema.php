<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use RuntimeException;

/**
 * The tables are not of the form that this code works with. It never leaves the module.
 */
final class OtherSchema extends RuntimeException
{
}
