<?php

/**
 * The clock of this machine, as the module reads it: a function of its namespace comes before PHP's own.
 */

declare(strict_types=1);

namespace Faults {
    final class Clock
    {
        public static int $ahead = 0;
    }
}

namespace WHMCS\Module\Server\Jetpack {
    function time(): int
    {
        return \time() + \Faults\Clock::$ahead;
    }
}
