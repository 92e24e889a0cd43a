<?php

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\Queue;
use Lab\Page;
use Lab\Token;

use function Lab\e;

require_once __DIR__ . '/../includes/lab/admin.php';

$open = static fn (): \Illuminate\Database\Query\Builder => Capsule::table('tblmodulequeue')->where('completed', 0)->orderBy('id');
$box = null;
if (Token::isPosted()) {
    $action = (string) ($_POST['action'] ?? '');
    $ids = $action === 'retryall' ? $open()->pluck('id')->all() : $open()->where('id', (int) ($_POST['id'] ?? 0))->pluck('id')->all();
    $answers = [];
    foreach ($ids as $id) {
        if ($action === 'resolve') {
            Capsule::table('tblmodulequeue')->where('id', $id)->update(['completed' => 1]);
        } else {
            $answers[] = Queue::retry((int) $id);
        }
    }
    $failures = array_diff($answers, ['success']);
    $box = $failures === []
        ? ['success', 'Module Command Successful']
        : ['error', 'Module Command Error', implode(' ', $failures)];
}

Page::begin('Module Queue');
if ($box !== null) {
    Page::box(...$box);
}
?>
<table class="datatable" tabindex="0">
    <tr><th>Service</th><th>Module</th><th>Action</th><th>Last Attempt</th><th>Error</th><th>Retries</th><th></th></tr>
    <?php foreach ($open()->get() as $item) { ?>
        <tr>
            <td><?= e($item->service_id) ?></td><td><?= e($item->module_name) ?></td><td><?= e($item->module_action) ?></td>
            <td><?= e($item->last_attempt) ?></td><td><?= e($item->last_attempt_error) ?></td><td><?= e($item->num_retries) ?></td>
            <td>
                <form method="post" action="modulequeue.php">
                    <?= Token::field() ?>
                    <input type="hidden" name="id" value="<?= e($item->id) ?>">
                    <button class="btn" name="action" value="retry">Retry</button>
                    <button class="btn" name="action" value="resolve">Mark Resolved</button>
                </form>
            </td>
        </tr>
    <?php } ?>
</table>
<form method="post" action="modulequeue.php"><?= Token::field() ?><button class="btn" name="action" value="retryall">Retry All</button></form>
<?php
Page::end();
