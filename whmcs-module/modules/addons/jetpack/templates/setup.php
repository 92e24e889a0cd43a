<?php

/**
 * The tab Set-up: a checklist, and what makes the products.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var array<string, array<int, WHMCS\Module\Addon\Jetpack\SetupLine>> $lines
 * @var int $left
 * @var bool $usable
 * @var array<string, array{id: int, name: string, hidden: bool}|null> $products
 * @var array<int, string> $groups
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

$labels = ['done' => 'label-success', 'todo' => 'label-danger', 'note' => 'label-warning'];
// What a form has brought here must not bring it here again.
$onlyOpened = ($_SERVER['REQUEST_METHOD'] ?? 'GET') === 'GET';
// What is to be done next is the one button that stands out.
$next = true;

?>
<p id="jetpack-left"><?= $e($left === 0 ? $text['setup_complete'] : sprintf($text['setup_left'], $left)) ?></p>
<?php foreach ($lines as $heading => $of) { ?>
<h2><?= $e($text["setup_$heading"]) ?></h2>
<table class="datatable" id="jetpack-setup-<?= $e($heading) ?>" width="100%" border="0" cellspacing="1" cellpadding="3">
    <?php foreach ($of as $line) { ?>
    <tr class="jetpack-<?= $e($line->name) ?>">
        <td width="80"><span class="label <?= $e($labels[$line->state]) ?>"><?= $e($text["setup_state_$line->state"]) ?></span></td>
        <td><strong><?= $e($text["setup_line_$line->name"]) ?></strong><br><span><?= $e($line->reason) ?></span><?php
        $isNext = $next && $line->state === 'todo' && $line->action !== null;
        $next = $next && !$isNext;
        $class = 'btn btn-sm ' . ($isNext ? 'btn-primary' : 'btn-default');
        if (isset($line->action['link'])) {
            ?><p><a href="<?= $e($line->action['link']) ?>" class="<?= $e($class) ?>"><?= $e($line->action['text']) ?></a></p><?php
        } elseif (isset($line->action['button'])) { ?>
            <form method="post" action="<?= $e($link) ?>" id="jetpack-press-<?= $e($line->action['button']) ?>">
                <?= generate_token() ?>
                <input type="hidden" name="jetpack_action" value="<?= $e($line->action['button']) ?>">
                <p><button type="submit" class="<?= $e($class) ?>"><?= $e($line->action['text']) ?></button></p>
            </form>
            <?php if ($onlyOpened && ($line->action['by_itself'] ?? false)) { ?>
            <script data-jetpack>document.getElementById('jetpack-press-<?= $e($line->action['button']) ?>').submit();</script>
            <?php } ?>
        <?php } ?></td>
    </tr>
    <?php } ?>
</table>
<?php } ?>
<?php if ($usable && $groups !== []) { ?>
<h2><?= $e($text['products_title']) ?></h2>
<p><?= $e($text['products_text']) ?></p>
<table class="datatable" id="jetpack-products" width="100%" border="0" cellspacing="1" cellpadding="3">
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
        <button type="submit" class="btn btn-<?= $next && in_array(null, $products, true) ? 'primary' : 'default' ?>"><?= $e($text['products_button']) ?></button>
    </p>
</form>
<?php } ?>
