<?php

/** What every client page begins with. */

declare(strict_types=1);

define('CLIENTAREA', true);

require_once dirname(__DIR__, 2) . '/init.php';
