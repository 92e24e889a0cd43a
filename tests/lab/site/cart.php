<?php

declare(strict_types=1);

require_once __DIR__ . '/includes/lab/client.php';

$_SESSION['cart']['products'] ??= [];

require __DIR__ . '/cart/' . match ($_REQUEST['a'] ?? '') {
    'add' => 'add.php',
    'confproduct' => 'confproduct.php',
    'view', 'remove' => 'view.php',
    'checkout' => 'checkout.php',
    'complete' => 'complete.php',
    default => 'store.php',
};
