<?php

/**
 * The tab Keys: the partner keys, what each is used for, and which of them a product has. A secret is shown by the answer to the press
 * that made its key, and never again.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var bool $mayEnd whether the admin may make, choose and remove keys
 * @var WHMCS\Module\Addon\Jetpack\MadeKey|null $made
 * @var array<int, array{press: string, name: string, asked: string, isOver: bool}> $lost
 * @var array<int|string, array{id: string, name: string, notes: string, made: string, state: string, isOwn: bool, isKept: bool, plans: array<int, array{said: string, isFull: bool}>, users: array<int, string>, objection: string|null}> $keys
 * @var array<int, array{id: int, name: string, chosen: string, choices: array<string, string>, key: string}> $products
 * @var array<string, string> $kinds names by the plan's slug
 * @var string $press
 * @var array<string, string> $typed
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Addon\Jetpack\NewKeyForm;
use WHMCS\Module\Addon\Jetpack\View;

$states = ['kept' => 'label-success', 'typed' => 'label-default', 'unknown' => 'label-danger'];
$hidden = static function (string $action, array $values = []) use ($e): void {
    echo generate_token();
    foreach (['jetpack_action' => $action] + $values as $name => $value) { ?>
    <input type="hidden" name="<?= $e($name) ?>" value="<?= $e($value) ?>">
    <?php }
};

?>
<?= $made === null ? '' : View::render('new_key', ['text' => $text, 'made' => $made]) ?>
<?php foreach ($lost as $one) { ?>
<div class="errorbox jetpack-lost-key" style="overflow-wrap: anywhere"><strong><span class="title"><?= $e($one['name']) ?></span></strong><br><?= $e(sprintf($text['keys_lost'], $one['asked'])) ?>
    <?php if ($mayEnd && $one['isOver']) { ?>
    <form method="post" action="<?= $e($link) ?>">
        <?php $hidden('keys_noted', ['press' => $one['press']]) ?>
        <p><button type="submit" class="btn btn-default btn-sm"><?= $e($text['keys_note']) ?></button></p>
    </form>
    <?php } ?>
</div>
<?php } ?>
<h2><?= $e($text['keys_title']) ?></h2>
<p><?= $e($text['keys_text']) ?></p>
<?php if ($keys === []) { ?>
<p id="jetpack-keys-none"><?= $e($text['keys_none']) ?></p>
<?php } else { ?>
<table class="datatable" id="jetpack-keys" style="overflow-wrap: anywhere; table-layout: fixed" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th scope="col" width="36%"><?= $e($text['keys_key']) ?></th>
        <th scope="col" width="32%"><?= $e($text['keys_plans']) ?></th>
        <th scope="col"><?= $e($text['keys_used_by']) ?></th>
    </tr>
    <?php foreach ($keys as $key) { ?>
    <tr data-key="<?= $e($key['id']) ?>">
        <td>
            <?php if ($key['name'] !== '') { ?><strong><?= $e($key['name']) ?></strong> <small><?= $e($key['id']) ?></small><?php
            } else { ?><strong><?= $e($key['id']) ?></strong><?php } ?>
            <br><?php if ($key['isOwn']) { ?><span class="label label-info"><?= $e($text['keys_own']) ?></span> <?php } ?>
            <span class="label <?= $e($states[$key['state']]) ?>"><?= $e($text["keys_state_{$key['state']}"]) ?></span>
            <?php if ($key['made'] !== '') { ?><br><small><?= $e($key['made']) ?></small><?php } ?>
            <?php if ($key['notes'] !== '') { ?><br><?= nl2br($e($key['notes'])) ?><?php } ?>
        </td>
        <td><?php foreach ($key['plans'] as $plan) { ?>
            <div><?= $e($plan['said']) ?><?php if ($plan['isFull']) { ?> <span class="label label-warning" style="display: inline-block"><?= $e($text['keys_full']) ?></span><?php } ?></div>
        <?php } ?><?= $key['plans'] === [] ? $e($text['keys_no_plans']) : '' ?></td>
        <td>
            <?= $e($key['users'] === [] ? $text['keys_no_users'] : implode(', ', $key['users'])) ?>
            <?php if ($mayEnd && $key['isKept']) { ?>
            <details>
                <summary><?= $e($text['keys_remove_how']) ?></summary>
                <?php if ($key['objection'] !== null) { ?>
                <p><?= $e($key['objection']) ?></p>
                <?php } else { ?>
                <form method="post" action="<?= $e($link) ?>">
                    <?php $hidden('keys_remove', ['key' => $key['id']]) ?>
                    <p><?= $e($text['keys_remove_text']) ?></p>
                    <p><label style="font-weight: normal"><input type="checkbox" name="sure" value="1" required> <?= $e($text['keys_remove_sure']) ?></label></p>
                    <p><button type="submit" class="btn btn-danger btn-sm"><?= $e(sprintf($text['keys_remove'], $key['id'])) ?></button></p>
                </form>
                <?php } ?>
            </details>
            <?php } ?>
        </td>
    </tr>
    <?php } ?>
</table>
<?php } ?>
<?php if ($products !== []) { ?>
<h2><?= $e($text['keys_products']) ?></h2>
<p><?= $e($text['keys_products_text']) ?></p>
<table class="datatable" id="jetpack-product-keys" style="overflow-wrap: anywhere; table-layout: fixed" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th scope="col" width="35%"><?= $e($text['product']) ?></th>
        <th scope="col"><?= $e($text['keys_key']) ?></th>
    </tr>
    <?php foreach ($products as $product) { ?>
    <tr data-product="<?= $e($product['id']) ?>">
        <td><a href="configproducts.php?action=edit&amp;id=<?= $e($product['id']) ?>"><?= $e($product['name']) ?></a></td>
        <td><?php if ($mayEnd) { ?>
            <form method="post" action="<?= $e($link) ?>">
                <?php $hidden('keys_choose', ['product' => $product['id']]) ?>
                <select name="key" class="form-control select-inline" style="width: auto; max-width: 100%" aria-label="<?= $e(sprintf($text['keys_of_product'], $product['name'])) ?>">
                    <?php foreach ($product['choices'] as $value => $name) { ?>
                    <option value="<?= $e($value) ?>"<?php if ((string) $value === $product['chosen']) { ?> selected<?php } ?>><?= $e($name) ?></option>
                    <?php } ?>
                </select>
                <button type="submit" class="btn btn-default btn-sm"><?= $e($text['keys_choose']) ?></button>
            </form>
        <?php } else { ?><?= $e($product['key']) ?><?php } ?></td>
    </tr>
    <?php } ?>
</table>
<?php } ?>
<h2><?= $e($text['keys_new']) ?></h2>
<?php if (!$mayEnd) { ?>
<p id="jetpack-keys-not-allowed"><?= $e($text['keys_for_others']) ?></p>
<?php } else { ?>
<p><?= $e($text['keys_new_text']) ?></p>
<form method="post" action="<?= $e($link) ?>" id="jetpack-make-key">
    <?php $hidden('keys_make', ['press' => $press]) ?>
    <p>
        <label for="jetpack-key-name"><?= $e($text['keys_name']) ?></label>
        <input type="text" name="name" id="jetpack-key-name" class="form-control" maxlength="<?= $e(NewKeyForm::LONGEST_NAME) ?>" required value="<?= $e($typed['name']) ?>">
    </p>
    <p><?php foreach ($kinds as $kind => $name) { ?>
        <label for="jetpack-key-<?= $e($kind) ?>" style="display: inline-block; margin-right: 12px"><?= $e(sprintf($text['keys_limit'], $name)) ?>
        <input type="text" inputmode="numeric" size="6" maxlength="6" name="<?= $e($kind) ?>" id="jetpack-key-<?= $e($kind) ?>" class="form-control input-inline" value="<?= $e($typed[$kind]) ?>"></label>
    <?php } ?></p>
    <p>
        <label for="jetpack-key-notes"><?= $e($text['keys_notes']) ?></label>
        <textarea name="notes" id="jetpack-key-notes" class="form-control" rows="2" maxlength="<?= $e(NewKeyForm::LONGEST_NOTES) ?>"><?= $e($typed['notes']) ?></textarea>
    </p>
    <p><button type="submit" class="btn btn-primary"><?= $e($text['keys_make']) ?></button></p>
</form>
<script data-jetpack>
(function () {
    var form = document.getElementById('jetpack-make-key'), button = form.querySelector('button');
    form.addEventListener('submit', function () { button.disabled = true; });
    window.addEventListener('pageshow', function () { button.disabled = false; });
})();
</script>
<?php } ?>
