<?php

declare(strict_types=1);

defined('WHMCS') || die('This file cannot be accessed directly');

use Lab\Products;

use function Lab\e;

$prices = Products::pricing($id);
?>
<fieldset>
    <legend>Payment Type</legend>
    <?php foreach (['free' => 'Free', 'onetime' => 'One Time', 'recurring' => 'Recurring'] as $value => $label) { ?>
        <label><input type="radio" name="paytype" value="<?= $value ?>" <?= $product->paytype === $value ? 'checked' : '' ?>> <?= $label ?></label>
    <?php } ?>
</fieldset>
<p>In US dollars; -1.00 disables a cycle. One time products use the monthly price.</p>
<table class="datatable">
    <tr><th>Cycle</th><th>Setup Fee</th><th>Price</th></tr>
    <?php foreach (Products::CYCLES as $cycle => [$label]) { ?>
        <?php $setup = $cycle[0] . 'setupfee'; ?>
        <tr>
            <td><?= $label ?></td>
            <td><input name="pricing[<?= $setup ?>]" aria-label="<?= $label ?> Setup Fee" size="8" value="<?= e($prices[$setup]) ?>"></td>
            <td><input name="pricing[<?= $cycle ?>]" aria-label="<?= $label ?> Price" size="8" value="<?= e($prices[$cycle]) ?>"></td>
        </tr>
    <?php } ?>
</table>
