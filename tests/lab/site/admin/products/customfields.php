<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Lab\CustomFields;

use function Lab\e;
use function Lab\options;

/** @var list<stdClass> $customFields */

$flags = [
    'adminonly' => 'Admin Only',
    'required' => 'Required Field',
    'showorder' => 'Show on Order Form',
    'showinvoice' => 'Show on Invoice',
];
$blank = (object) [
    'id' => 'new', 'fieldname' => '', 'fieldtype' => 'text', 'description' => '', 'fieldoptions' => '', 'regexpr' => '',
    'adminonly' => '', 'required' => '', 'showorder' => '', 'showinvoice' => '', 'sortorder' => 0,
];
?>
<table class="datatable">
    <tr><th>Field Name</th><th>Type</th><th>Description</th><th>Select Options</th><th>Validation</th><th>Flags</th><th>Order</th></tr>
    <?php foreach ([...$customFields, $blank] as $field) { ?>
        <?php $name = static fn (string $column): string => "customfields[$field->id][$column]"; ?>
        <tr>
            <td><input name="<?= $name('fieldname') ?>" aria-label="Field Name" value="<?= e($field->fieldname) ?>"
                <?= $field->id === 'new' ? 'placeholder="Add New Custom Field"' : '' ?>></td>
            <td><select name="<?= $name('fieldtype') ?>" aria-label="Field Type"><?= options(CustomFields::TYPES, $field->fieldtype) ?></select></td>
            <td><input name="<?= $name('description') ?>" aria-label="Description" value="<?= e($field->description) ?>"></td>
            <td><input name="<?= $name('fieldoptions') ?>" aria-label="Select Options" value="<?= e($field->fieldoptions) ?>"></td>
            <td><input name="<?= $name('regexpr') ?>" aria-label="Validation" size="8" value="<?= e($field->regexpr) ?>"></td>
            <td>
                <?php foreach ($flags as $flag => $label) { ?>
                    <label><input type="checkbox" name="<?= $name($flag) ?>" value="on" <?= $field->$flag === 'on' ? 'checked' : '' ?>>
                        <?= $label ?></label><br>
                <?php } ?>
                <?php if ($field->id !== 'new') { ?>
                    <label><input type="checkbox" name="<?= $name('delete') ?>" value="on"> Delete</label>
                <?php } ?>
            </td>
            <td><input name="<?= $name('sortorder') ?>" aria-label="Display Order" size="3" value="<?= e($field->sortorder) ?>"></td>
        </tr>
    <?php } ?>
</table>
