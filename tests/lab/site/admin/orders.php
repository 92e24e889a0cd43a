<?php

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Orders;
use Lab\OrderStatus;
use Lab\Page;
use Lab\Token;

use function Lab\e;

require_once __DIR__ . '/../includes/lab/admin.php';

$box = null;
if (Token::isPosted()) {
    $id = (int) ($_POST['id'] ?? 0);
    $isPending = Capsule::table('tblorders')->where('id', $id)->where('status', 'Pending')->exists();
    if (($_POST['action'] ?? '') === 'accept' && $isPending) {
        $chosen = (array) ($_POST['runcreate'] ?? []);
        $failures = Orders::accept($id, static fn (stdClass $item): bool => isset($item->packageid, $chosen[$item->id]));
        $box = $failures === []
            ? ['success', 'Order Accepted']
            : ['error', 'Order Accepted, but a module failed', implode(' ', $failures)];
    } elseif (($_POST['action'] ?? '') === 'markpaid') {
        Orders::pay($id);
        $box = ['success', 'Invoice Marked Paid'];
    } elseif (in_array($_POST['action'] ?? '', ['cancel', 'fraud', 'pending'], true)) {
        OrderStatus::change($id, $_POST['action']);
        $box = ['success', 'Order Status Changed'];
    } elseif (($_POST['action'] ?? '') === 'delete') {
        OrderStatus::delete($id);
        $box = ['success', 'Order Deleted'];
    } elseif (($_POST['action'] ?? '') === 'refund') {
        OrderStatus::refund($id);
        $box = ['success', 'Invoice Refunded'];
    }
}

Page::begin('Orders');
if ($box !== null) {
    Page::box(...$box);
}
$orders = Capsule::table('tblorders')->join('tblclients', 'tblclients.id', '=', 'tblorders.userid')
    ->leftJoin('tblinvoices', 'tblinvoices.id', '=', 'tblorders.invoiceid')
    ->select('tblorders.*', 'tblclients.firstname', 'tblclients.lastname', 'tblinvoices.status as invoicestatus')
    ->orderByDesc('tblorders.id')->get();
foreach ($orders as $order) {
    ?>
    <section class="panel" id="order-<?= e($order->id) ?>">
        <h2>Order <?= e($order->id) ?> (<?= e($order->ordernum) ?>): <?= e($order->status) ?></h2>
        <p><?= e("$order->firstname $order->lastname, $order->date, $$order->amount, invoice " . ($order->invoicestatus ?? 'none')) ?></p>
        <form method="post" action="orders.php">
            <?= Token::field() ?>
            <input type="hidden" name="id" value="<?= e($order->id) ?>">
            <?php foreach (Orders::services((int) $order->id) as $service) { ?>
                <p><a href="clientsservices.php?userid=<?= e($order->userid) ?>&amp;id=<?= e($service->id) ?>">#<?= e($service->id) ?>
                    <?= e($service->productname) ?></a> <?= e("$service->domain $service->domainstatus") ?>
                    <?php if ($order->status === 'Pending' && $service->domainstatus === 'Pending' && $service->servertype !== '') { ?>
                        <label><input type="checkbox" name="runcreate[<?= e($service->id) ?>]" value="on"
                            <?= $service->autosetup === 'on' ? 'checked' : '' ?>> Run Module Create</label>
                    <?php } ?>
                </p>
            <?php } ?>
            <?php if ($order->status === 'Pending') { ?>
                <button class="btn btn-primary" name="action" value="accept">Accept Order</button>
            <?php } ?>
            <?php if ($order->invoicestatus === 'Unpaid') { ?>
                <button class="btn" name="action" value="markpaid">Mark Paid</button>
            <?php } elseif ($order->invoicestatus === 'Paid') { ?>
                <button class="btn" name="action" value="refund">Refund Invoice</button>
            <?php } ?>
            <button class="btn" name="action" value="cancel">Cancel Order</button>
            <button class="btn" name="action" value="fraud">Set as Fraud</button>
            <button class="btn" name="action" value="pending">Set Back to Pending</button>
            <button class="btn" name="action" value="delete">Delete Order</button>
        </form>
    </section>
    <?php
}
Page::end();
