<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Lab\Page;
use Lab\People;
use Lab\Token;

use function Lab\e;

$failed = false;
if (Token::isPosted()) {
    $client = People::client((string) ($_POST['username'] ?? ''), (string) ($_POST['password'] ?? ''));
    if ($client !== null) {
        $_SESSION['uid'] = (int) $client->id;
        $next = $_SESSION['loginurlredirect'] ?? 'clientarea.php';
        unset($_SESSION['loginurlredirect']);
        Page::redirect($next);
    }
    $failed = true;
}

Page::begin('Login');
if ($failed) {
    Page::box('error', 'Login Details Incorrect. Please try again.');
}
?>
<form method="post" action="clientarea.php" class="narrow">
    <?= Token::field() ?>
    <label for="username">Email Address</label>
    <input type="email" name="username" id="username" autocomplete="username" value="<?= e($_POST['username'] ?? '') ?>">
    <label for="password">Password</label> <input type="password" name="password" id="password" autocomplete="current-password">
    <button class="btn btn-primary">Login</button>
</form>
<?php
Page::end();
