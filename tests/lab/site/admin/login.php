<?php

declare(strict_types=1);

use Lab\Page;
use Lab\People;
use Lab\Session;
use Lab\Token;

define('ADMINAREA', true);

require_once __DIR__ . '/../init.php';

$failed = false;
if (Token::isPosted()) {
    if (isset($_POST['logout'])) {
        Session::clear();
        Page::redirect('login.php');
    }
    $admin = People::admin((string) ($_POST['username'] ?? ''), (string) ($_POST['password'] ?? ''));
    if ($admin !== null) {
        $_SESSION['adminid'] = (int) $admin->id;
        Page::redirect('index.php');
    }
    $failed = true;
}

Page::begin('Admin Login');
if ($failed) {
    Page::box('error', 'Login Failed. Please Try Again.');
}
?>
<form method="post" action="login.php" class="narrow">
    <?= Token::field() ?>
    <label for="username">Username</label> <input name="username" id="username" autocomplete="username" autofocus>
    <label for="password">Password</label> <input type="password" name="password" id="password" autocomplete="current-password">
    <button class="btn btn-primary">Login</button>
</form>
<?php
Page::end();
