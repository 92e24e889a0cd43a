<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\AddonPage;
use Lab\CustomFieldInput;
use Lab\CustomFields;
use Lab\Deletion;
use Lab\Module\AddonTarget;
use Lab\ModuleButtons;
use Lab\Page;
use Lab\ServicePage;
use Lab\Token;

use function Lab\e;
use function Lab\options;

$addonId = (int) $addonId;
if (!Capsule::table('tblhostingaddons')->where('id', $addonId)->where('hostingid', $id)->exists()) {
    Page::refuse(404, 'Addon Not Found', 'This service has no such addon.');
}
$box = null;
if (Token::isPosted()) {
    if (isset($_POST['delete'])) {
        Deletion::addon($addonId);
        Page::redirect($serviceLink);
    }
    $box = isset($_POST['modop']) ? ModuleButtons::press(new AddonTarget($addonId), $_POST) : AddonPage::save($addonId, $_POST);
}
$addon = Capsule::table('tblhostingaddons')->find($addonId);
$target = new AddonTarget($addonId);
$rows = ServicePage::moduleRows($target);

Page::begin('Products/Services');
if ($box !== null) {
    Page::box(...$box);
}
?>
<form method="post" action="<?= e($here) ?>" class="panel">
    <?= Token::field() ?>
    <h2>Addon #<?= e($addonId) ?> of <a href="<?= e($serviceLink) ?>">service #<?= e($id) ?></a></h2>
    <table class="form">
        <tr><td class="fieldlabel"><label for="name">Name</label></td>
            <td class="fieldarea"><input name="name" id="name" size="40" value="<?= e($addon->name) ?>"></td></tr>
        <tr><td class="fieldlabel"><label for="status">Status</label></td>
            <td class="fieldarea"><select name="status" id="status"><?= options($statuses, $addon->status) ?></select></td></tr>
        <?php
        foreach (CustomFields::of('addon', (int) $addon->addonid) as $field) {
            echo CustomFieldInput::row($field, CustomFields::valueOf($field, $addonId));
        }
        ServicePage::show($rows);
        ?>
    </table>
    <div class="btn-container"><button class="btn btn-primary" name="save" value="1">Save Changes</button></div>
</form>
<?php ModuleButtons::show($target, $here); ?>
<form method="post" action="<?= e($here) ?>">
    <?= Token::field() ?>
    <button class="btn" name="delete" value="1">Delete</button>
</form>
<?php
Page::end();
