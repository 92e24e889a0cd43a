<?php

/** Product addons: what can be sold beside a product, and by which server module it is set up. */

declare(strict_types=1);

require_once __DIR__ . '/../includes/lab/admin.php';

require __DIR__ . '/addons/' . (($_GET['action'] ?? '') === 'manage' ? 'edit.php' : 'list.php');
