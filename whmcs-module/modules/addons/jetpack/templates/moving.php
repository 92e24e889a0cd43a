<?php

/**
 * The tab Moving in: what older Jetpack modules have left, and what can be done with it.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var string $here the tab's address with what is chosen
 * @var array<string, int> $counts by word
 * @var string $word the one that is shown
 * @var array<int, array{id: int, link: string, client: string, clientLink: string, product: string, site: string, plan: string, word: string, sentence: string, isDamaged: bool}> $rows
 * @var string $next
 * @var int $all
 * @var int $asked
 * @var int $movable
 * @var string $goesOn the button that is pressed again by itself
 * @var array<int, array{id: int, name: string, plan: string, option: string, others: int, isKnown: bool}> $products
 * @var array<int, array{order: int, of: int, licence: string, service: int, link: string, client: string, product: string, key: string, issued: string, advice: string, canProvision: bool}> $licences
 * @var int $licenceCount
 * @var array<int, array{order: int, of: int, licence: string, service: int, link: string, client: string, product: string, key: string, issued: string, by: string, said: string}> $revoked
 * @var bool $mayEnd whether this administrator may say of a licence that it is revoked
 * @var int $strays
 * @var array<int, string> $files
 * @var array<int, string> $alike
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Addon\Jetpack\View;

$labels = ['ours' => 'label-success', 'moved' => 'label-success', 'nothing' => 'label-default', 'open' => 'label-default'];
$licenceButton = static fn (string $action, string $label, array $licence): string => View::button(
    $link,
    $action,
    sprintf($label, $licence['key']),
    'btn-default btn-sm',
    ['order' => $licence['order'], 'of' => $licence['of'], 'licence' => $licence['licence']]
);

?>
<?php if ($files !== [] || $alike !== []) { ?>
<div class="infobox" id="jetpack-moving-files" style="overflow-wrap: anywhere"><strong><span class="title"><?= $e($text['setup_line_files']) ?></span></strong><br><?php
    foreach (['setup_files' => $files, 'setup_files_alike' => $alike] as $sentence => $paths) { ?><?= $e($paths === [] ? '' : sprintf($text[$sentence], implode(', ', $paths)) . ' ') ?><?php } ?></div>
<?php } ?>
<h2><?= $e($text['moving_services']) ?></h2>
<p><?= $e($text['moving_text']) ?></p>
<?php if ($all > 0) { ?>
<p>
    <label for="jetpack-moving-progress" id="jetpack-moving-asked"><?= $e(sprintf($text['moving_progress'], $asked, $all)) ?></label>
    <progress id="jetpack-moving-progress" value="<?= $e($asked) ?>" max="<?= $e($all) ?>" style="max-width: 100%"></progress>
</p>
<div id="jetpack-moving-buttons">
    <?php if ($asked < $all) {
        echo View::button($link, 'moving_ask', $text[$asked === 0 ? 'moving_ask' : 'moving_go_on'], 'btn-primary');
    }
    if ($movable > 0) {
        echo View::button($link, 'moving_adopt', sprintf($text['moving_adopt'], $movable), 'btn-primary');
    }
    if ($asked > 0) {
        echo View::button($link, 'moving_again', $text['moving_again'], 'btn-default');
    } ?>
</div>
<?php } else { ?>
<p id="jetpack-moving-none"><?= $e($text[isset($counts['moved']) ? 'moving_all_moved' : 'moving_none']) ?></p>
<?php } ?>
<?php if ($counts !== []) { ?>
<p id="jetpack-moving-words">
    <?php foreach (['' => $all] + $counts as $one => $count) { ?>
    <a href="<?= $e($one === '' ? $link : "$link&word=$one") ?>" class="btn btn-default btn-sm<?= $word === $one ? ' active' : '' ?>"<?php
    if ($word === $one) { ?> aria-current="true"<?php } ?>><?= $e($one === '' ? $text['moving_any'] : $text["moving_word_$one"] ?? $one) ?> (<?= $e($count) ?>)</a>
    <?php } ?>
</p>
<?php } ?>
<?php if ($rows !== []) { ?>
<div class="table-responsive">
<table class="datatable" id="jetpack-moving" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th scope="col" width="25%"><?= $e($text['services_service']) ?></th>
        <th scope="col" width="30%"><?= $e($text['moving_what']) ?></th>
        <th scope="col"><?= $e($text['moving_report']) ?></th>
    </tr>
    <?php foreach ($rows as $row) { ?>
    <tr id="jetpack-moving-<?= $e($row['id']) ?>" data-word="<?= $e($row['word']) ?>">
        <td><a href="<?= $e($row['link']) ?>">#<?= $e($row['id']) ?></a> <a href="<?= $e($row['clientLink']) ?>"><?= $e($row['client']) ?></a><br><small><?= $e($row['product']) ?></small></td>
        <td style="overflow-wrap: anywhere"><?= $e($row['site']) ?><br><small><?= $e($row['plan']) ?></small></td>
        <td style="overflow-wrap: anywhere"><span class="label <?= $e($labels[$row['word']] ?? 'label-warning') ?>"><?= $e($text["moving_word_{$row['word']}"] ?? $row['word']) ?></span>
            <?= $e($text["moving_do_{$row['word']}"] ?? $row['sentence']) ?><?php
            if ($row['isDamaged']) { ?> <strong><?= $e($text[$row['word'] === 'ours' ? 'moving_damage_mended' : 'moving_damage']) ?></strong><?php } ?></td>
    </tr>
    <?php } ?>
</table>
</div>
    <?php if ($next !== '') { ?>
<p><a href="<?= $e($next) ?>" class="btn btn-default btn-sm"><?= $e($text['services_next']) ?></a></p>
    <?php } ?>
<?php } ?>
<?php if ($strays > 0) { ?>
<p id="jetpack-moving-strays"><?= $e(sprintf($text['moving_strays'], $strays)) ?></p>
<?php } ?>
<?php if ($products !== []) { ?>
<h2><?= $e($text['moving_products']) ?></h2>
<p><?= $e($text['moving_products_text']) ?></p>
<div class="table-responsive">
<table class="datatable" id="jetpack-moving-products" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th scope="col"><?= $e($text['product']) ?></th>
        <th scope="col"><?= $e($text['moving_was']) ?></th>
        <th scope="col"><?= $e($text['moving_option']) ?></th>
    </tr>
    <?php foreach ($products as $product) { ?>
    <tr id="jetpack-moving-product-<?= $e($product['id']) ?>">
        <td><a href="configproducts.php?action=edit&amp;id=<?= $e($product['id']) ?>"><?= $e($product['name']) ?></a></td>
        <td><?= $e($product['plan']) ?><?php if ($product['others'] > 0) { ?><br><small><?= $e(sprintf($text['moving_others'], $product['others'])) ?></small><?php } ?></td>
        <td><?php if ($product['option'] !== '') { ?><?= $e($product['option']) ?><?php } elseif (!$product['isKnown']) { ?><?= $e($text['moving_plan_unknown']) ?><?php } else { ?>
            <form method="post" action="<?= $e($link) ?>">
                <?= generate_token() ?>
                <input type="hidden" name="jetpack_action" value="moving_plan">
                <input type="hidden" name="product" value="<?= $e($product['id']) ?>">
                <button type="submit" class="btn btn-default btn-sm"><?= $e(sprintf($text['moving_set_plan'], $product['plan'], $product['name'])) ?></button>
            </form>
        <?php } ?></td>
    </tr>
    <?php } ?>
</table>
</div>
<?php } ?>
<?php if ($licences !== []) { ?>
<h2><?= $e($text['moving_licences']) ?></h2>
<p><?= $e($text['moving_licences_text']) ?></p>
<div class="table-responsive">
<table class="datatable" id="jetpack-moving-licences" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th scope="col"><?= $e($text['services_service']) ?></th>
        <th scope="col"><?= $e($text['moving_key']) ?></th>
        <th scope="col"><?= $e($text['moving_next']) ?></th>
    </tr>
    <?php foreach ($licences as $licence) { ?>
    <tr>
        <td><?php if ($licence['link'] !== '') { ?><a href="<?= $e($licence['link']) ?>">#<?= $e($licence['service']) ?></a> <?= $e($licence['client']) ?><br><?php } ?><small><?= $e($licence['product']) ?></small></td>
        <td><?= $e($licence['key']) ?><br><small><?= $e($licence['issued']) ?></small></td>
        <td><?= $e($text[$licence['advice']]) ?><?php if ($licence['canProvision']) { ?>
            <form method="post" action="<?= $e($link) ?>">
                <?= generate_token() ?>
                <input type="hidden" name="jetpack_action" value="moving_create">
                <input type="hidden" name="service" value="<?= $e($licence['service']) ?>">
                <button type="submit" class="btn btn-default btn-sm"><?= $e(sprintf($text['moving_provision'], $licence['service'])) ?></button>
            </form>
        <?php }
        if ($mayEnd) {
            echo $licenceButton('moving_revoked', $text['moving_is_revoked'], $licence);
        } ?></td>
    </tr>
    <?php } ?>
</table>
</div>
    <?php if ($licenceCount > count($licences)) { ?>
<p><?= $e(sprintf($text['ended_more'], $licenceCount - count($licences))) ?></p>
    <?php } ?>
<?php } ?>
<?php if ($revoked !== []) { ?>
<h2><?= $e($text['moving_revoked']) ?></h2>
<p><?= $e($text['moving_revoked_text']) ?></p>
<div class="table-responsive">
<table class="datatable" id="jetpack-moving-revoked" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th scope="col"><?= $e($text['services_service']) ?></th>
        <th scope="col"><?= $e($text['moving_key']) ?></th>
        <th scope="col"><?= $e($text['moving_said']) ?></th>
    </tr>
    <?php foreach ($revoked as $licence) { ?>
    <tr>
        <td><?php if ($licence['link'] !== '') { ?><a href="<?= $e($licence['link']) ?>">#<?= $e($licence['service']) ?></a> <?= $e($licence['client']) ?><br><?php } ?><small><?= $e($licence['product']) ?></small></td>
        <td><?= $e($licence['key']) ?><br><small><?= $e($licence['issued']) ?></small></td>
        <td><?= $e($licence['by']) ?>, <?= $e($licence['said']) ?><?php if ($mayEnd) {
            echo $licenceButton('moving_not_revoked', $text['moving_is_not_revoked'], $licence);
        } ?></td>
    </tr>
    <?php } ?>
</table>
</div>
<?php } ?>
<?php if ($goesOn !== '') { ?>
<script>
setTimeout(function () { document.getElementById('<?= $e(strtr($goesOn, '_', '-')) ?>').submit(); }, 200);
</script>
<?php } ?>
