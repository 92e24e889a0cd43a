<?php

declare(strict_types=1);

use Lab\Page;

require_once __DIR__ . '/includes/lab/client.php';

Page::begin('Welcome');
echo '<p><a class="btn btn-primary" href="cart.php">Browse the store</a> '
    . '<a class="btn" href="clientarea.php">Client area</a> <a class="btn" href="admin/">Admin area</a></p>';
Page::end();
