<?php

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Clients;
use Lab\CustomFieldInput;
use Lab\CustomFields;
use Lab\Deletion;
use Lab\Hooks;
use Lab\Page;
use Lab\ProductAddons;
use Lab\ServicePage;
use Lab\Token;

use function Lab\e;
use function Lab\options;

require_once __DIR__ . '/../includes/lab/admin.php';

$userId = (int) ($_GET['userid'] ?? 0);
$id = (int) ($_GET['id'] ?? Capsule::table('tblhosting')->where('userid', $userId)->min('id'));
if (!Capsule::table('tblhosting')->where('id', $id)->where('userid', $userId)->exists()) {
    Page::refuse(404, 'Service Not Found', 'This client has no such product or service.');
}

$box = null;
if (Token::isPosted()) {
    if (isset($_POST['delete'])) {
        Deletion::ofService($id);
        Page::redirect('clients.php');
    }
    if (isset($_POST['move'])) {
        Clients::move($id, (int) $_POST['newuserid']);
        Page::redirect('clients.php');
    }
    if (isset($_POST['deleteaddon'])) {
        Deletion::ofAddon((int) $_POST['deleteaddon']);
        Page::redirect("clientsservices.php?userid=$userId&id=$id");
    }
    $addonCommand = isset($_POST['aid']) ? ProductAddons::command((int) $_POST['aid'], (string) $_POST['modop']) : null;
    $box = $addonCommand ?? (isset($_POST['modop']) ? ServicePage::command($id, $_POST) : ServicePage::save($id, $userId, $_POST));
}

$service = Capsule::table('tblhosting')->find($id);
$product = Capsule::table('tblproducts')->find($service->packageid);
$products = Capsule::table('tblproducts')->orderBy('id')->pluck('name', 'id')->all();
$statuses = ['Pending', 'Active', 'Suspended', 'Terminated', 'Cancelled', 'Fraud', 'Completed'];
$rows = ServicePage::moduleRows($service, $product) + ServicePage::hookRows($id);
$buttons = ServicePage::buttons($service, $product);
$here = "clientsservices.php?userid=$userId&id=$id";

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
            <td class="fieldarea"><select name="status" id="status"><?= options(array_combine($statuses, $statuses), $service->domainstatus) ?></select></td></tr>
        <?php
        foreach (CustomFields::ofProduct((int) $product->id) as $field) {
            echo CustomFieldInput::row($field, CustomFields::valueOf($field, $id));
        }
        // Raw: modules put inputs and buttons there (contract, section 1.2, AdminServicesTabFields).
        foreach ($rows as $label => $html) {
            echo '<tr><td class="fieldlabel">' . e($label) . '</td><td class="fieldarea">' . $html . '</td></tr>';
        }
        ?>
    </table>
    <div class="btn-container"><button class="btn btn-primary" name="save" value="1">Save Changes</button></div>
</form>
<section class="panel" id="modulecommands">
    <h2>Module Commands</h2>
    <?php foreach ($buttons as $label => $fields) { ?>
        <form method="post" action="<?= e($here) ?>">
            <?= Token::field() ?>
            <?php foreach ($fields as $name => $value) { ?>
                <input type="hidden" name="<?= e($name) ?>" value="<?= e($value) ?>">
            <?php } ?>
            <?php if ($fields['modop'] === 'suspend') { ?>
                <input name="suspreason" aria-label="Suspension Reason" placeholder="Suspension Reason">
            <?php } elseif ($fields['modop'] === 'changepw') { ?>
                <input name="password" aria-label="New Password" placeholder="New Password">
            <?php } ?>
            <button class="btn"><?= e($label) ?></button>
        </form>
    <?php } ?>
</section>
<?php foreach (ProductAddons::ofService($id) as $addon) { ?>
<section class="panel" id="addon-<?= e($addon->id) ?>">
    <h2>Addon #<?= e($addon->id) ?> <?= e($addon->name) ?>: <?= e($addon->status) ?></h2>
    <?php foreach (ProductAddons::COMMANDS as $modop => [$label]) { ?>
        <form method="post" action="<?= e($here) ?>">
            <?= Token::field() ?>
            <input type="hidden" name="aid" value="<?= e($addon->id) ?>">
            <input type="hidden" name="modop" value="<?= e($modop) ?>">
            <button class="btn"><?= e($label) ?></button>
        </form>
    <?php } ?>
    <form method="post" action="<?= e($here) ?>">
        <?= Token::field() ?>
        <button class="btn" name="deleteaddon" value="<?= e($addon->id) ?>">Delete Addon</button>
    </form>
</section>
<?php } ?>
<form method="post" action="<?= e($here) ?>">
    <?= Token::field() ?>
    <input name="newuserid" aria-label="New Client ID" placeholder="New Client ID">
    <button class="btn" name="move" value="1">Move to Another Client</button>
</form>
<form method="post" action="<?= e($here) ?>">
    <?= Token::field() ?>
    <button class="btn" name="delete" value="1">Delete</button>
</form>
<?php
Page::end();
