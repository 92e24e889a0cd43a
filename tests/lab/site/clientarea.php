<?php

declare(strict_types=1);

use Lab\Page;
use Lab\Session;
use Lab\Token;

require_once __DIR__ . '/includes/lab/client.php';

if (isset($_POST['logout']) && Token::isPosted()) {
    Session::clear();
    Page::redirect('index.php');
}

require __DIR__ . '/client/' . match (true) {
    !isset($_SESSION['uid']) => 'login.php',
    ($_REQUEST['action'] ?? '') === 'productdetails' => 'productdetails.php',
    ($_REQUEST['action'] ?? '') === 'cancel' => 'cancel.php',
    default => 'products.php',
};
