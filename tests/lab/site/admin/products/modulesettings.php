<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Lab\ConfigField;
use Lab\Module\ServerModule;
use Lab\ProductForm;

use function Lab\e;
use function Lab\options;

$modules = array_combine(ServerModule::installed(), ServerModule::installed());
?>
<table class="form">
    <tr><td class="fieldlabel"><label for="servertype">Module Name</label></td>
        <td class="fieldarea"><select name="servertype" id="servertype"><?= options(['' => 'None'] + $modules, $product->servertype) ?></select></td></tr>
    <?php
    $number = 0;
    // Until they were saved once, the fields show what the module proposes.
    $isFresh = array_filter(range(1, 24), static fn (int $i): bool => $product->{"configoption$i"} !== '') === [];
    foreach ($moduleSettings as $label => $field) {
        $number++;
        $value = $isFresh ? ($field['Default'] ?? '') : $product->{"configoption$number"};
        echo ConfigField::row("packageconfigoption[$number]", (string) $label, $field, (string) $value);
    }
    ?>
</table>
<fieldset>
    <legend>Automatic setup</legend>
    <?php foreach (ProductForm::AUTOSETUP as $value => $label) { ?>
        <label><input type="radio" name="autosetup" value="<?= e($value) ?>" <?= $product->autosetup === $value ? 'checked' : '' ?>>
            <?= e($label) ?></label><br>
    <?php } ?>
</fieldset>
