<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\ConfigField;
use Lab\CustomFields;
use Lab\Module\ServerModule;
use Lab\Page;
use Lab\ProductAddonForm;
use Lab\Token;

use function Lab\e;
use function Lab\options;

$id = (int) ($_GET['id'] ?? 0);
if (!Capsule::table('tbladdons')->where('id', $id)->exists()) {
    Page::refuse(404, 'Addon Not Found', "There is no product addon $id.");
}
$isSaved = Token::isPosted();
if ($isSaved) {
    ProductAddonForm::save($id, $_POST);
}
$addon = Capsule::table('tbladdons')->find($id);
$products = Capsule::table('tblproducts')->orderBy('id')->pluck('name', 'id')->all();
$modules = array_combine(ServerModule::installed(), ServerModule::installed());
$mails = Capsule::table('tblemailtemplates')->where('type', 'product')->pluck('name', 'id')->all();
$values = ProductAddonForm::values($id);
$customFields = CustomFields::of('addon', $id);

Page::begin("Edit Addon: $addon->name");
if ($isSaved) {
    Page::box('success', 'Changes Saved Successfully!');
}
?>
<form method="post" action="configaddons.php?action=manage&amp;id=<?= e($id) ?>">
    <?= Token::field() ?>
    <section class="panel"><h2>Details</h2><table class="form">
        <tr><td class="fieldlabel"><label for="name">Name</label></td>
            <td class="fieldarea"><input name="name" id="name" size="40" value="<?= e($addon->name) ?>"></td></tr>
        <tr><td class="fieldlabel"><label for="welcomeemail">Welcome Email</label></td>
            <td class="fieldarea"><select name="welcomeemail" id="welcomeemail"><?= options([0 => 'None'] + $mails, $addon->welcomeemail) ?></select></td></tr>
        <tr><td class="fieldlabel">Applicable Products</td><td class="fieldarea">
            <?php foreach ($products as $pid => $name) { ?>
                <label><input type="checkbox" name="packages[<?= e($pid) ?>]" value="1"
                    <?= in_array((string) $pid, explode(',', $addon->packages), true) ? 'checked' : '' ?>> <?= e($name) ?></label>
            <?php } ?>
        </td></tr>
    </table></section>
    <section class="panel"><h2>Module Settings</h2><table class="form">
        <tr><td class="fieldlabel"><label for="module">Module Name</label></td>
            <td class="fieldarea"><select name="module" id="module"><?= options(['' => 'None'] + $modules, $addon->module) ?></select></td></tr>
        <?php
        $number = 0;
        foreach (ProductAddonForm::moduleSettings($addon) as $label => $field) {
            $number++;
            // Until it was saved once, a field shows what the module proposes.
            $value = $values["configoption$number"] ?? $field['Default'] ?? '';
            echo ConfigField::row("packageconfigoption[$number]", (string) $label, $field, (string) $value);
        }
        ?>
    </table></section>
    <section class="panel"><h2>Custom Fields</h2><?php require __DIR__ . '/../products/customfields.php'; ?></section>
    <div class="btn-container"><button class="btn btn-primary">Save Changes</button></div>
</form>
<?php
Page::end();
