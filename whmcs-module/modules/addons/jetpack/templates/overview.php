<?php

/**
 * The tab Overview: what needs somebody comes first.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var bool $isEmpty
 * @var array<int, array{site: string, text: string, link: string, kind: string, matter: string, cost: string}> $attention
 * @var bool $isCut
 * @var array<string, int> $counts
 * @var string $states SVG
 * @var array<string, array{new: int, ended: int, active: int}> $months
 * @var string $since
 * @var string $counted when the months were counted, if not now
 * @var string $chart SVG
 * @var array<int, array{row: int, what: string, link: string, plan: string, site: string, since: string, until: string}> $ended
 * @var int $endedCount
 * @var bool $mayEnd whether this administrator may press what stands beside them
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

?>
<?php if ($attention !== []) { ?>
<h2><?= $e($text['overview_attention']) ?></h2>
<div class="table-responsive">
<table class="datatable" id="jetpack-attention" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th><?= $e($text['ended_site']) ?></th>
        <th><?= $e($text['overview_matter']) ?></th>
        <th style="min-width:16em"><?= $e($text['overview_details']) ?></th>
    </tr>
    <?php foreach ($attention as $item) { ?>
    <tr data-kind="<?= $e($item['kind']) ?>">
        <td><?php if ($item['link'] !== '') { ?><a href="<?= $e($item['link']) ?>"><?= $e($item['site']) ?></a><?php
        } else { ?><?= $e($item['site']) ?><?php } ?></td>
        <td><?= $e($item['matter']) ?><?php if ($item['cost'] !== '') { ?> <strong>(<?= $e($item['cost']) ?>)</strong><?php } ?></td>
        <td><?= $e($item['text']) ?></td>
    </tr>
    <?php } ?>
</table>
</div>
    <?php if ($isCut) { ?>
<p><?= $e(sprintf($text['overview_more'], count($attention))) ?></p>
    <?php } ?>
<?php } else { ?>
<p id="jetpack-calm"><?= $e($text[$isEmpty ? 'overview_none' : 'overview_calm']) ?></p>
<?php } ?>
<?php if ($ended !== []) { ?>
<h2><?= $e($text['ended_title']) ?></h2>
<p><?= $e($text['ended_text']) ?></p>
<div class="table-responsive">
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
        <td><?php if ($mayEnd) { ?>
            <form method="post" action="<?= $e($link) ?>">
                <?= generate_token() ?>
                <input type="hidden" name="row" value="<?= $e($plan['row']) ?>">
                <button type="submit" name="jetpack_action" value="cancel_now" class="btn btn-danger btn-sm"><?= $e($text['ended_cancel']) ?></button>
                <button type="submit" name="jetpack_action" value="let_go" class="btn btn-default btn-sm"><?= $e($text['ended_let_go']) ?></button>
            </form>
        <?php } ?></td>
    </tr>
    <?php } ?>
</table>
</div>
    <?php if ($endedCount > count($ended)) { ?>
<p><?= $e(sprintf($text['ended_more'], $endedCount - count($ended))) ?></p>
    <?php } ?>
<?php } ?>
<?php if ($counts !== []) { ?>
<h2><?= $e($text['overview_states']) ?></h2>
<div class="row">
    <div class="col-md-6">
        <table class="datatable" id="jetpack-counts" width="100%" border="0" cellspacing="1" cellpadding="3">
            <tr><th scope="col"><?= $e($text['state']) ?></th><th scope="col"><?= $e($text['overview_count']) ?></th></tr>
            <?php foreach ($counts as $name => $count) { ?>
            <tr><td><?= $e($name) ?></td><td><?= $e($count) ?></td></tr>
            <?php } ?>
        </table>
    </div>
    <div class="col-md-6"><?= $states ?></div>
</div>
<?php } ?>
<?php if ($months !== []) { ?>
<h2><?= $e($text['overview_months']) ?></h2>
    <?= $chart ?>
<p><?= $e($text['overview_months_text']) ?><?php
    if ($since !== '') { ?> <?= $e(sprintf($text['overview_months_since'], $since)) ?><?php } ?> <?= $e($counted) ?></p>
<details>
    <summary><?= $e($text['overview_months_numbers']) ?></summary>
    <table class="datatable" id="jetpack-months-numbers" width="100%" border="0" cellspacing="1" cellpadding="3">
        <tr>
            <th scope="col"><?= $e($text['overview_month']) ?></th>
            <th scope="col"><?= $e($text['overview_new']) ?></th>
            <th scope="col"><?= $e($text['overview_ended']) ?></th>
            <th scope="col"><?= $e($text['overview_active']) ?></th>
        </tr>
        <?php foreach ($months as $name => $month) { ?>
        <tr>
            <th scope="row"><?= $e($name) ?></th>
            <td><?= $e($month['new']) ?></td>
            <td><?= $e($month['ended']) ?></td>
            <td><?= $e($month['active']) ?></td>
        </tr>
        <?php } ?>
    </table>
</details>
<?php } elseif ($counted !== '') { ?>
<p id="jetpack-months-later"><?= $e($counted) ?></p>
<?php } ?>
