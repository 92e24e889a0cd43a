<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Lab\Page;
use Lab\Token;
use WHMCS\Product\Group;

if (Token::isPosted() && trim((string) ($_POST['name'] ?? '')) !== '') {
    (new Group(['name' => trim($_POST['name'])]))->save();
    Page::redirect('configproducts.php');
}

Page::begin('Create Group');
?>
<form method="post" action="configproducts.php?action=creategroup" class="narrow">
    <?= Token::field() ?>
    <label for="name">Product Group Name</label> <input name="name" id="name" required>
    <button class="btn btn-primary">Save Changes</button>
</form>
<?php
Page::end();
