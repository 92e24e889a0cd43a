<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Exception;

/**
 * Something else was filled in where an amount of money belongs; the message says where, for whoever has typed it.
 */
final class NoAmount extends Exception
{
}
