<?php

/** The templates of mails, and a page to edit one, which lists the merge fields that modules offer for its type. */

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Hooks;
use Lab\Page;
use Lab\Token;

use function Lab\e;

require_once __DIR__ . '/../includes/lab/admin.php';

$id = (int) ($_GET['id'] ?? 0);
$template = Capsule::table('tblemailtemplates')->find($id);
if ($template !== null && Token::isPosted()) {
    $change = ['subject' => (string) $_POST['subject'], 'message' => (string) $_POST['message'], 'updated_at' => date('Y-m-d H:i:s')];
    Capsule::table('tblemailtemplates')->where('id', $id)->update($change);
    Page::redirect("configemailtemplates.php?id=$id");
}
if ($template === null) {
    Page::begin('Email Templates');
    foreach (Capsule::table('tblemailtemplates')->orderBy('type')->orderBy('name')->get() as $row) {
        echo '<p>' . e($row->type) . ' <a href="configemailtemplates.php?id=' . e($row->id) . '">' . e($row->name) . '</a></p>';
    }
    Page::end();

    return;
}
$offered = [];
foreach (array_filter(Hooks::run('EmailTplMergeFields', ['type' => $template->type]), 'is_array') as $answer) {
    $offered += $answer;
}

Page::begin("Edit Email Template: $template->name");
?>
<form method="post" action="configemailtemplates.php?id=<?= e($id) ?>">
    <?= Token::field() ?>
    <p><label for="subject">Subject</label> <input name="subject" id="subject" size="60" value="<?= e($template->subject) ?>"></p>
    <p><label for="message">Message</label> <textarea name="message" id="message" rows="12" cols="90"><?= e($template->message) ?></textarea></p>
    <button class="btn btn-primary">Save Changes</button>
</form>
<section class="panel" id="mergefields">
    <h2>Available Merge Fields</h2>
    <table class="datatable">
        <?php foreach ($offered as $name => $description) { ?>
            <tr><td><?= e($description) ?></td><td><code>{$<?= e($name) ?>}</code></td></tr>
        <?php } ?>
    </table>
</section>
<?php
Page::end();
