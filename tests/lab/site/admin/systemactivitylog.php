<?php

declare(strict_types=1);

use Lab\LogPage;
use Lab\Page;

require_once __DIR__ . '/../includes/lab/admin.php';

Page::begin('Activity Log');
LogPage::table('tblactivitylog', [
    'date' => 'Date', 'description' => 'Log Entry', 'user' => 'User', 'userid' => 'Client', 'ipaddr' => 'IP Address',
]);
Page::end();
