<?php

/**
 * The tab Products: what there is, and the form that makes what is missing.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var array<string, array{name: string, holds: string, chosen: bool, offers: array<string, array{id: int, name: string, hidden: bool, margins: array<int, array{cycle: string, price: string, margin: string, loses: bool}>}>}> $plans by slug, their offers by `product` and `addon`
 * @var array<int, string> $groups
 * @var int $group the one that was chosen
 * @var array<int, string> $currencies
 * @var array<int, array<string, string>> $costs
 * @var array<int, array<string, array<string, string>>> $prices as they were typed
 * @var array<int, string> $pathless names of products that do not lead to all others
 * @var bool $isTaxed
 * @var string $kind what the chosen plans become
 * @var array<int, array{id: int, name: string, chosen: bool}> $beside products beside which a product addon can be ordered
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Addon\Jetpack\ProductForm;

$missing = array_filter($plans, static fn (array $plan): bool => count($plan['offers']) < 2);
$isFirst = array_filter(array_column($plans, 'offers')) === [];
$pages = ['product' => 'configproducts.php?action=edit&id=', 'addon' => 'configaddons.php?action=manage&id='];
$field = static function (string $name, string $label, string $value) use ($e): string {
    return '<label style="font-weight: normal; display: inline-block; margin-right: 8px">' . $e($label) . ' <input type="text" inputmode="decimal" size="7" maxlength="10" name="' . $e($name)
        . '" value="' . $e($value) . '" class="form-control input-inline"></label> ';
};

?>
<p><?= $e($text['products_text']) ?> <a href="https://jetpack.com/features/" target="_blank" rel="noopener noreferrer"><?= $e($text['products_features']) ?></a></p>
<?php if ($groups === []) { ?>
<p><?= $e($text['no_group']) ?></p>
<p><a href="configproducts.php?action=creategroup" class="btn btn-primary"><?= $e($text['create_group']) ?></a></p>
<?php } ?>
<form method="post" action="<?= $e($link) ?>" id="jetpack-products-form">
    <?= generate_token() ?>
    <input type="hidden" name="jetpack_action" value="create_products">
<table class="datatable" id="jetpack-products" style="overflow-wrap: anywhere" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th><?= $e($text['plan']) ?></th>
        <th><?= $e($text['product']) ?></th>
    </tr>
    <?php foreach ($plans as $slug => $plan) {
        $id = 'jetpack-plan-' . preg_replace('/[^a-z0-9-]/i', '_', (string) $slug); ?>
    <tr data-plan="<?= $e($slug) ?>"<?php if ($plan['offers'] === []) { ?> class="jetpack-missing"<?php } ?>>
        <td><?php if (count($plan['offers']) < 2 && $groups !== []) { ?><label for="<?= $e($id) ?>"><input type="checkbox" name="plan[<?= $e($slug) ?>]" id="<?= $e($id) ?>" value="1"<?php
        if ($plan['chosen']) { ?> checked<?php } ?>> <?= $e($plan['name']) ?></label><?php
        } else { ?><strong><?= $e($plan['name']) ?></strong><?php } ?> <small><?= $e($slug) ?></small><br><?= $e($plan['holds']) ?></td>
        <td><?php foreach ($plan['offers'] as $type => $offer) { ?>
            <div class="jetpack-<?= $e($type) ?>"><a href="<?= $e($pages[$type] . $offer['id']) ?>"><?= $e($offer['name']) ?></a>
            (<?= $e($type === 'addon' ? "{$text['products_addon']}, " : '') ?><?= $e($offer['hidden'] ? $text['hidden'] : $text['visible']) ?>)<?php
            foreach ($offer['margins'] as $one) { ?>
            <br><?= $e($text["cycle_{$one['cycle']}"]) ?>: <?= $e($one['price']) ?><?php if ($one['margin'] !== '') { ?>, <span<?php
            if ($one['loses']) { ?> class="text-danger"<?php } ?>><?= $e(sprintf($text['products_margin'], $one['margin'])) ?></span><?php } ?><?php } ?></div><?php
        }
        if ($plan['offers'] === []) { ?>
            <?= $e($text['absent']) ?><?php
        } ?>
        <?php if ($groups !== [] && $slug !== ProductForm::FREE) {
            foreach ($currencies as $currency => $code) { ?>
            <div class="jetpack-prices">
                <?= $field("cost[$currency][$slug]", sprintf($text['products_cost'], $code), $costs[$currency][$slug] ?? '') ?>
                <span class="jetpack-new-prices"><?php foreach (count($plan['offers']) < 2 ? ProductForm::CYCLES : [] as $cycle) {
                    echo $field("price[$currency][$slug][$cycle]", sprintf($text["products_$cycle"], $code), $prices[$currency][$slug][$cycle] ?? '');
                } ?></span>
                <output data-text="<?= $e($text['products_margins']) ?>"></output>
            </div>
        <?php }
        } ?></td>
    </tr>
    <?php } ?>
</table>
<?php if ($groups !== []) { ?>
    <p>
        <label for="jetpack-group"><?= $e($text['products_group']) ?></label>
        <select name="group" id="jetpack-group" class="form-control select-inline">
            <?php foreach ($groups as $id => $name) { ?>
            <option value="<?= $e($id) ?>"<?php if ($id === $group) { ?> selected<?php } ?>><?= $e($name) ?></option>
            <?php } ?>
        </select>
        <a href="configproducts.php?action=creategroup"><?= $e($text['create_group']) ?></a>
    </p>
    <p>
        <label for="jetpack-kind"><?= $e($text['products_kind']) ?></label>
        <select name="kind" id="jetpack-kind" class="form-control select-inline">
            <?php foreach (array_keys(ProductForm::KINDS) as $one) { ?>
            <option value="<?= $e($one) ?>"<?php if ($one === $kind) { ?> selected<?php } ?>><?= $e($text["products_kind_$one"]) ?></option>
            <?php } ?>
        </select>
    </p>
    <div id="jetpack-beside">
    <?php if ($beside === []) { ?>
        <p><?= $e($text['products_beside_none']) ?></p>
    <?php } else { ?>
        <fieldset>
            <legend style="font-size: inherit; border: 0; margin: 0"><?= $e($text['products_beside']) ?></legend>
            <div style="max-height: 12em; overflow: auto">
            <?php foreach ($beside as $one) { ?>
                <label for="jetpack-beside-<?= $e($one['id']) ?>" style="font-weight: normal; display: block"><input type="checkbox" name="beside[<?= $e($one['id']) ?>]" id="jetpack-beside-<?= $e($one['id']) ?>" value="1"<?php
                if ($one['chosen']) { ?> checked<?php } ?>> <?= $e($one['name']) ?></label>
            <?php } ?>
            </div>
        </fieldset>
    <?php } ?>
    </div>
    <p><label for="jetpack-tax" style="font-weight: normal"><input type="checkbox" name="tax" id="jetpack-tax" value="1"<?php if ($isTaxed) { ?> checked<?php } ?>> <?= $e($text['products_tax']) ?></label></p>
    <p>
        <?php if ($missing !== []) { ?><button type="submit" class="btn <?= $isFirst ? 'btn-primary' : 'btn-default' ?>"><?= $e($text['products_button']) ?></button><?php } ?>
        <button type="submit" name="jetpack_action" value="save_costs" class="btn btn-default"><?= $e($text['products_save_costs']) ?></button>
    </p>
<?php } ?>
</form>
<?php if ($pathless !== []) { ?>
<h2><?= $e($text['paths_title']) ?></h2>
<form method="post" action="<?= $e($link) ?>" id="jetpack-paths">
    <?= generate_token() ?>
    <input type="hidden" name="jetpack_action" value="complete_paths">
    <p><?= $e(sprintf($text['paths_missing'], implode(', ', $pathless))) ?></p>
    <p><button type="submit" class="btn btn-default"><?= $e($text['paths_button']) ?></button></p>
</form>
<?php } ?>
<script data-jetpack>
(function () {
    function amount(field) {
        var text = field ? field.value.trim().replace(',', '.') : '';
        return /^\d+(\.\d{1,2})?$/.test(text) ? Number(text) : null;
    }
    function show(prices) {
        var cost = amount(prices.querySelector('[name^="cost"]'));
        var left = [[1, '[name$="[monthly]"]'], [12, '[name$="[annually]"]']].map(function (cycle) {
            var price = amount(prices.querySelector(cycle[1]));
            return cost === null || price === null ? '' : (price - cycle[0] * cost).toFixed(2);
        });
        var out = prices.querySelector('output');
        out.textContent = left.join('') === '' ? '' : out.dataset.text.replace('%s', left.filter(String).join(' / '));
        out.className = left.some(function (one) { return one !== '' && Number(one) < 0; }) ? 'text-danger' : '';
    }
    document.querySelectorAll('#jetpack-products .jetpack-prices').forEach(function (prices) {
        prices.addEventListener('input', function () { show(prices); });
        show(prices);
    });
    document.querySelectorAll('#jetpack-products [name^="plan["]').forEach(function (box) {
        function toggle() {
            var row = box.closest('tr');
            var fields = row.matches('.jetpack-missing') ? '.jetpack-prices' : '.jetpack-new-prices';
            row.querySelectorAll(fields).forEach(function (prices) { prices.hidden = !box.checked; });
        }
        box.addEventListener('change', toggle);
        toggle();
    });
    var kind = document.querySelector('#jetpack-kind');
    function offerBeside() {
        document.querySelector('#jetpack-beside').hidden = kind.value === 'product';
    }
    if (kind) {
        kind.addEventListener('change', offerBeside);
        offerBeside();
    }
})();
</script>
