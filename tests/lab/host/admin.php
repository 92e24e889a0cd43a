<?php

/** What every admin page begins with. */

declare(strict_types=1);

use Lab\Page;

define('ADMINAREA', true);

require_once dirname(__DIR__, 2) . '/init.php';

if (!isset($_SESSION['adminid'])) {
    Page::redirect('login.php');
}
