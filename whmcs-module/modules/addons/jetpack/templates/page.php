<?php

/**
 * The addon's page, in the markup of WHMCS's admin area (whmcs-contract.md §2.5). Links are
 * relative: the admin folder may have another name.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var array<int, WHMCS\Module\Addon\Jetpack\Notice> $notices
 * @var bool $usable
 * @var array<string, array{id: int, name: string, hidden: bool}|null> $products
 * @var array<int, string> $groups
 * @var array<int, array{row: int, what: string, link: string, plan: string, site: string, since: string, until: string}> $ended
 * @var int $endedCount
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Addon\Jetpack\View;

?>
<?php foreach ($notices as $notice) { ?>
    <?= View::notice($notice, $text) ?>
<?php } ?>

<?php if ($ended !== []) { ?>
<h2><?= $e($text['ended_title']) ?></h2>
<p><?= $e($text['ended_text']) ?></p>
<table class="datatable" id="jetpack-ended" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th><?= $e($text['ended_was']) ?></th>
        <th><?= $e($text['plan']) ?></th>
        <th><?= $e($text['ended_site']) ?></th>
        <th><?= $e($text['ended_since']) ?></th>
        <th><?= $e($text['ended_until']) ?></th>
        <th></th>
    </tr>
    <?php foreach ($ended as $plan) { ?>
    <tr id="jetpack-ended-<?= $e($plan['row']) ?>">
        <td><?php if ($plan['link'] !== '') { ?><a href="<?= $e($plan['link']) ?>"><?= $e($plan['what']) ?></a><?php
        } else { ?><?= $e($plan['what']) ?><?php } ?></td>
        <td><?= $e($plan['plan']) ?></td>
        <td><?= $e($plan['site']) ?></td>
        <td><?= $e($plan['since']) ?></td>
        <td><?= $e($plan['until'] === '' ? $text['ended_never'] : $plan['until']) ?></td>
        <td>
            <form method="post" action="<?= $e($link) ?>">
                <?= generate_token() ?>
                <input type="hidden" name="row" value="<?= $e($plan['row']) ?>">
                <button type="submit" name="jetpack_action" value="cancel_now" class="btn btn-danger btn-sm"><?= $e($text['ended_cancel']) ?></button>
                <button type="submit" name="jetpack_action" value="let_go" class="btn btn-default btn-sm"><?= $e($text['ended_let_go']) ?></button>
            </form>
        </td>
    </tr>
    <?php } ?>
</table>
    <?php if ($endedCount > count($ended)) { ?>
<p><?= $e(sprintf($text['ended_more'], $endedCount - count($ended))) ?></p>
    <?php } ?>
<?php } ?>

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
