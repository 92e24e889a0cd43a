<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Cancellation;
use Lab\Page;
use Lab\Token;

use function Lab\e;
use function Lab\options;

$id = (int) ($_REQUEST['id'] ?? 0);
$service = Capsule::table('tblhosting')->where('id', $id)->where('userid', $_SESSION['uid'])->first();
if ($service === null) {
    Page::refuse(404, 'Service Not Found', 'You have no such product or service.');
}
$type = (string) ($_POST['type'] ?? '');
if (Token::isPosted() && in_array($type, Cancellation::TYPES, true)) {
    Cancellation::request($id, (string) ($_POST['cancellationreason'] ?? ''), $type);
    Page::redirect("clientarea.php?action=productdetails&id=$id");
}

Page::begin('Request Cancellation');
?>
<form method="post" action="clientarea.php?action=cancel&amp;id=<?= e($id) ?>" class="panel">
    <?= Token::field() ?>
    <p><label for="reason">Reason</label> <textarea name="cancellationreason" id="reason" rows="3"></textarea></p>
    <p><label for="type">Cancellation Type</label>
        <select name="type" id="type"><?= options(array_combine(Cancellation::TYPES, Cancellation::TYPES), '') ?></select></p>
    <button class="btn btn-primary">Request Cancellation</button>
</form>
<?php
Page::end();
