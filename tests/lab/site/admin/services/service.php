<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\CustomFieldInput;
use Lab\CustomFields;
use Lab\Deletion;
use Lab\Module\ServiceTarget;
use Lab\ModuleButtons;
use Lab\Ownership;
use Lab\Page;
use Lab\ServicePage;
use Lab\Token;

use function Lab\e;
use function Lab\options;

$clients = Capsule::table('tblclients')->orderBy('id')->pluck('email', 'id')->all();
$box = null;
if (Token::isPosted()) {
    if (isset($_POST['delete'])) {
        Deletion::service($id);
        Page::redirect('clients.php');
    }
    if (isset($_POST['move'], $clients[$_POST['newuserid'] ?? ''])) {
        Ownership::move($id, (int) $_POST['newuserid']);
        Page::redirect('clientsservices.php?userid=' . (int) $_POST['newuserid'] . "&id=$id");
    }
    $box = isset($_POST['modop']) ? ModuleButtons::press(new ServiceTarget($id), $_POST) : ServicePage::save($id, $userId, $_POST);
}

$service = Capsule::table('tblhosting')->find($id);
$target = new ServiceTarget($id);
$products = Capsule::table('tblproducts')->orderBy('id')->pluck('name', 'id')->all();
$addons = Capsule::table('tblhostingaddons')->where('hostingid', $id)->orderBy('id')->get();
$rows = ServicePage::moduleRows($target) + ServicePage::hookRows($id);

Page::begin('Products/Services');
if ($box !== null) {
    Page::box(...$box);
}
?>
<form method="post" action="<?= e($here) ?>" class="panel">
    <?= Token::field() ?>
    <h2>Service #<?= e($id) ?></h2>
    <table class="form">
        <tr><td class="fieldlabel">Order #</td><td class="fieldarea"><?= e($service->orderid) ?></td></tr>
        <tr><td class="fieldlabel"><label for="packageid">Product/Service</label></td>
            <td class="fieldarea"><select name="packageid" id="packageid"><?= options($products, $service->packageid) ?></select></td></tr>
        <tr><td class="fieldlabel"><label for="domain">Domain</label></td>
            <td class="fieldarea"><input name="domain" id="domain" size="40" value="<?= e($service->domain) ?>"></td></tr>
        <tr><td class="fieldlabel"><label for="status">Status</label></td>
            <td class="fieldarea"><select name="status" id="status"><?= options($statuses, $service->domainstatus) ?></select></td></tr>
        <?php
        foreach (CustomFields::ofProduct((int) $service->packageid) as $field) {
            echo CustomFieldInput::row($field, CustomFields::valueOf($field, $id));
        }
        ServicePage::show($rows);
        ?>
    </table>
    <div class="btn-container"><button class="btn btn-primary" name="save" value="1">Save Changes</button></div>
</form>
<?php ModuleButtons::show($target, $here); ?>
<section class="panel" id="addons">
    <h2>Addons</h2>
    <?php foreach ($addons as $addon) { ?>
        <p><a href="<?= e("$serviceLink&aid=$addon->id") ?>">#<?= e("$addon->id $addon->name") ?></a> <?= e($addon->status) ?></p>
    <?php } ?>
    <p><a class="btn" href="<?= e("$serviceLink&aid=add") ?>">Add New Addon</a></p>
</section>
<form method="post" action="<?= e($here) ?>" id="move">
    <?= Token::field() ?>
    <label for="newuserid">New Owner</label>
    <select name="newuserid" id="newuserid"><?= options($clients, $userId) ?></select>
    <button class="btn" name="move" value="1">Move Product/Service</button>
</form>
<form method="post" action="<?= e($here) ?>">
    <?= Token::field() ?>
    <button class="btn" name="delete" value="1">Delete</button>
</form>
<?php
Page::end();
