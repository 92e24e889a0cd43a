<?php

/**
 * The tab Set-up.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var bool $usable
 * @var array<string, array{id: int, name: string, hidden: bool}|null> $products
 * @var array<int, string> $groups
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

?>
<h2><?= $e($text['credentials_title']) ?></h2>
<p><?= $e($text['credentials_text']) ?></p>
<?php if ($usable) { ?>
<form method="post" action="<?= $e($link) ?>">
    <?= generate_token() ?>
    <input type="hidden" name="jetpack_action" value="validate">
    <p><button type="submit" class="btn btn-primary"><?= $e($text['credentials_button']) ?></button></p>
</form>
<?php } ?>

<h2><?= $e($text['products_title']) ?></h2>
<p><?= $e($text['products_text']) ?></p>
<table class="datatable" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th><?= $e($text['plan']) ?></th>
        <th><?= $e($text['product']) ?></th>
        <th><?= $e($text['state']) ?></th>
    </tr>
    <?php foreach ($products as $plan => $product) { ?>
    <tr>
        <td><?= $e($plan) ?></td>
        <?php if ($product === null) { ?>
        <td>&ndash;</td>
        <td><?= $e($text['absent']) ?></td>
        <?php } else { ?>
        <td><a href="configproducts.php?action=edit&amp;id=<?= $e($product['id']) ?>"><?= $e($product['name']) ?></a></td>
        <td><?= $e($product['hidden'] ? $text['hidden'] : $text['visible']) ?></td>
        <?php } ?>
    </tr>
    <?php } ?>
</table>
<?php if ($groups === []) { ?>
<p><?= $e($text['no_group']) ?>
    <a href="configproducts.php?action=creategroup" class="btn btn-default"><?= $e($text['create_group']) ?></a></p>
<?php } elseif ($usable) { ?>
<form method="post" action="<?= $e($link) ?>">
    <?= generate_token() ?>
    <input type="hidden" name="jetpack_action" value="create_products">
    <p>
        <label for="jetpack-group"><?= $e($text['products_group']) ?></label>
        <select name="group" id="jetpack-group" class="form-control select-inline">
            <?php foreach ($groups as $id => $name) { ?>
            <option value="<?= $e($id) ?>"><?= $e($name) ?></option>
            <?php } ?>
        </select>
        <button type="submit" class="btn btn-primary"><?= $e($text['products_button']) ?></button>
    </p>
</form>
<?php } ?>
