<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Lab\AddonPage;
use Lab\Page;
use Lab\ServiceAddons;
use Lab\Token;

use function Lab\e;
use function Lab\options;

$choices = AddonPage::choices();
if (Token::isPosted() && isset($choices[$_POST['addonid'] ?? ''], $statuses[$_POST['status'] ?? ''])) {
    $new = ServiceAddons::add($id, (int) $_POST['addonid'], (string) $_POST['status']);
    Page::redirect("$serviceLink&aid=$new");
}

Page::begin('Add New Addon');
?>
<form method="post" action="<?= e($here) ?>" class="narrow">
    <?= Token::field() ?>
    <label for="addonid">Predefined Addon</label> <select name="addonid" id="addonid"><?= options($choices, '') ?></select>
    <label for="status">Status</label> <select name="status" id="status"><?= options($statuses, 'Pending') ?></select>
    <button class="btn btn-primary">Save Changes</button>
</form>
<?php
Page::end();
