<?php

declare(strict_types=1);

require_once __DIR__ . '/../includes/lab/admin.php';

require __DIR__ . '/products/' . match ($_GET['action'] ?? '') {
    'creategroup' => 'creategroup.php',
    'create' => 'create.php',
    'edit' => 'edit.php',
    default => 'list.php',
};
