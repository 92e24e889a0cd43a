<?php

/** One client: what he has, and the buttons that end it. */

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Deletion;
use Lab\Ownership;
use Lab\Page;
use Lab\Token;

use function Lab\e;
use function Lab\options;

require_once __DIR__ . '/../includes/lab/admin.php';

$id = (int) ($_GET['userid'] ?? 0);
$client = Capsule::table('tblclients')->find($id);
if ($client === null) {
    Page::refuse(404, 'Client Not Found', "There is no client $id.");
}
$others = Capsule::table('tblclients')->where('id', '!=', $id)->orderBy('id')->pluck('email', 'id')->all();
if (Token::isPosted()) {
    if (isset($_POST['delete'])) {
        Deletion::client($id);
    } elseif (isset($_POST['merge'], $others[$_POST['newuserid'] ?? ''])) {
        Ownership::merge($id, (int) $_POST['newuserid']);
    }
    Page::redirect('clients.php');
}
$here = "clientssummary.php?userid=$id";

Page::begin("Client Profile: $client->firstname $client->lastname");
?>
<p>#<?= e("$id $client->email $client->status") ?>. <a href="clientsservices.php?userid=<?= e($id) ?>">Products/Services</a></p>
<form method="post" action="<?= e($here) ?>" id="merge">
    <?= Token::field() ?>
    <p>All that this client has goes to the other, and this client is removed.</p>
    <label for="newuserid">Merge Into</label> <select name="newuserid" id="newuserid"><?= options($others, '') ?></select>
    <button class="btn" name="merge" value="1">Merge Clients Accounts</button>
</form>
<form method="post" action="<?= e($here) ?>">
    <?= Token::field() ?>
    <button class="btn" name="delete" value="1">Delete Client's Account</button>
</form>
<?php
Page::end();
