<?php

declare(strict_types=1);

use Lab\LogPage;
use Lab\Page;

require_once __DIR__ . '/../includes/lab/admin.php';

Page::begin('Emails');
LogPage::table('tblemails', ['date' => 'Date', 'to' => 'To', 'userid' => 'Client', 'subject' => 'Subject', 'message' => 'Message']);
Page::end();
