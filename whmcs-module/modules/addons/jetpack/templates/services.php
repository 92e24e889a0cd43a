<?php

/**
 * The tab Services.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var WHMCS\Module\Addon\Jetpack\ServiceSearch $search
 * @var array<int, array<string, string|int|bool>> $rows
 * @var string $first
 * @var string $next
 * @var string $export
 * @var array<string, string> $states
 * @var array<int, string> $sold
 * @var array<int, string> $keys
 * @var array{title: string, fields: array<string, string>, journal: array<int, array<string, string>>}|null $opened
 * @var int $count how many are found
 * @var array{open: array<int, array<string, string|int>>, over: array<int, array<string, string|int>>} $bulk
 * @var string $here the address of this search
 * @var bool $mayEnd whether this administrator may end plans
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Addon\Jetpack\Bulk;
use WHMCS\Module\Addon\Jetpack\BulkDoor;

// What a form was refused for must not cost what was ticked in it.
$ticked = is_array($_POST['row'] ?? null) ? $_POST['row'] : [];
$option = static function (string $value, string $shown, string $chosen) use ($e): string {
    return '<option value="' . $e($value) . '"' . ($value === $chosen ? ' selected' : '') . '>' . $e($shown) . '</option>';
};

?>
<?php foreach ($bulk['open'] as $job) { ?>
<div class="alert alert-info" id="jetpack-bulk-<?= $e($job['id']) ?>">
    <p><a href="<?= $e($job['link']) ?>"><strong><?= $e($job['title']) ?></strong></a> <?= $e($text['bulk_unfinished']) ?> <?= $e($job['progress']) ?> <?= $e($job['by']) ?></p>
    <form method="post" action="<?= $e($link) ?>">
        <?= generate_token() ?>
        <input type="hidden" name="job" value="<?= $e($job['id']) ?>">
        <?php if ($mayEnd || !$job['ends']) { ?><button type="submit" name="jetpack_action" value="bulk_step" class="btn btn-primary btn-sm"><?= $e($text['bulk_go_on']) ?></button><?php } ?>
        <button type="submit" name="jetpack_action" value="bulk_stop" class="btn btn-default btn-sm"><?= $e($text['bulk_stop']) ?></button>
    </form>
</div>
<?php } ?>
<form method="get" action="addonmodules.php" id="jetpack-search" class="form-inline">
    <input type="hidden" name="module" value="jetpack">
    <input type="hidden" name="tab" value="services">
    <p>
        <label for="jetpack-q"><?= $e($text['services_search']) ?></label>
        <input type="search" name="q" id="jetpack-q" value="<?= $e($search->text) ?>" class="form-control input-inline" placeholder="<?= $e($text['services_search_hint']) ?>">
        <label for="jetpack-state"><?= $e($text['state']) ?></label>
        <select name="state" id="jetpack-state" class="form-control select-inline" style="max-width: 16em">
            <?= $option('', $text['services_any'], $search->state) ?>
            <?php foreach ($states as $word => $shown) {
                echo $option($word, $shown, $search->state);
            } ?>
            <?= $option('differs', $text['services_differs'], $search->state) ?>
            <?= $option('ended', $text['services_ended'], $search->state) ?>
        </select>
        <label for="jetpack-product"><?= $e($text['product']) ?></label>
        <select name="product" id="jetpack-product" class="form-control select-inline">
            <?= $option('', $text['services_any'], (string) $search->product) ?>
            <?php foreach ($sold as $id => $name) {
                echo $option((string) $id, $name, (string) $search->product);
            } ?>
        </select>
        <?php if (count($keys) > 1) { ?>
        <label for="jetpack-key"><?= $e($text['services_key']) ?></label>
        <select name="key" id="jetpack-key" class="form-control select-inline">
            <?= $option('', $text['services_any'], $search->key) ?>
            <?php foreach ($keys as $id) {
                echo $option($id, $id, $search->key);
            } ?>
        </select>
        <?php } ?>
        <label for="jetpack-sort"><?= $e($text['services_sort']) ?></label>
        <select name="sort" id="jetpack-sort" class="form-control select-inline">
            <?= $option('', $text['services_newest'], '') ?>
            <?= $option('oldest', $text['services_oldest'], $search->oldestFirst ? 'oldest' : '') ?>
        </select>
        <button type="submit" class="btn btn-primary"><?= $e($text['services_search']) ?></button>
    </p>
</form>
<?php if ($opened !== null) { ?>
<h2 id="jetpack-opened"><?= $e($opened['title']) ?></h2>
<table class="datatable" width="100%" border="0" cellspacing="1" cellpadding="3">
    <?php foreach ($opened['fields'] as $name => $value) { ?>
    <tr><th scope="row"><?= $e($name) ?></th><td><?= $e($value) ?></td></tr>
    <?php } ?>
</table>
<br>
<table class="datatable" id="jetpack-journal" style="overflow-wrap: anywhere" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr><th><?= $e($text['services_time']) ?></th><th><?= $e($text['services_action']) ?></th><th><?= $e($text['services_said']) ?></th></tr>
    <?php foreach ($opened['journal'] as $line) { ?>
    <tr><td><?= $e($line['time']) ?></td><td><?= $e($line['action']) ?></td><td><?= $e($line['sentence']) ?></td></tr>
    <?php } ?>
</table>
<?php } ?>
<?php if ($rows === []) { ?>
<p id="jetpack-nothing"><?= $e($search->parameters() === [] ? $text['services_none'] : $text['services_not_found']) ?></p>
<?php } else { ?>
<h2><?= $e($text['tab_services']) ?></h2>
<form method="post" action="<?= $e($here) ?>" id="jetpack-bulk">
<?= generate_token() ?>
    <?php foreach ($search->parameters() as $name => $value) { ?>
<input type="hidden" name="<?= $e($name) ?>" value="<?= $e($value) ?>">
    <?php } ?>
<div class="table-responsive">
<table class="datatable" id="jetpack-services" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th><input type="checkbox" id="jetpack-bulk-page" aria-label="<?= $e($text['bulk_page']) ?>" title="<?= $e($text['bulk_page']) ?>" hidden></th>
        <th><?= $e($text['services_site']) ?></th>
        <th><?= $e($text['plan']) ?></th>
        <th><?= $e($text['state']) ?></th>
        <th><?= $e($text['services_service']) ?></th>
        <th><?= $e($text['services_client']) ?></th>
    </tr>
    <?php foreach ($rows as $row) { ?>
    <tr id="jetpack-row-<?= $e($row['id']) ?>">
        <td><input type="checkbox" name="row[<?= $e($row['id']) ?>]" value="1"<?php if (isset($ticked[$row['id']])) { ?> checked<?php } ?> aria-label="<?= $e(sprintf($text['bulk_tick'], $row['site'] === '' ? $row['service'] : $row['site'])) ?>"></td>
        <td style="overflow-wrap: anywhere; min-width: 15em"><a href="<?= $e($row['open']) ?>"><?= $e($row['site'] === '' ? $text['services_no_site'] : $row['site']) ?></a></td>
        <td><?= $e($row['plan']) ?></td>
        <td style="min-width: 9em"><?php if ($row['attention']) { ?><span class="label label-danger"><?= $e($text['services_attention']) ?></span> <?php } ?><?= $e($row['state']) ?></td>
        <td><?php if ($row['link'] !== '') { ?><a href="<?= $e($row['link']) ?>"><?= $e($row['service']) ?></a><?php
        } else { ?><?= $e($row['service']) ?><?php } ?><?php if ($row['product'] !== '') { ?><br><?= $e($row['product']) ?><?php } ?></td>
        <td><?php if ($row['clientLink'] !== '') { ?><a href="<?= $e($row['clientLink']) ?>"><?= $e($row['client']) ?></a><?php } ?></td>
    </tr>
    <?php } ?>
</table>
</div>
<p>
    <label for="jetpack-bulk-action"><?= $e($text['bulk_with']) ?></label>
    <select name="bulk" id="jetpack-bulk-action" class="form-control select-inline">
        <?= $option('', $text['bulk_choose'], '') ?>
        <?php foreach (array_diff(BulkDoor::ACTIONS, $mayEnd ? [] : Bulk::ENDS) as $action) {
            echo $option($action, $text["bulk_do_$action"], '');
        } ?>
    </select>
    <?php if ($count > count($rows)) { ?>
    <input type="checkbox" name="all" value="1" id="jetpack-bulk-all"> <label for="jetpack-bulk-all"><?= $e(sprintf($text['bulk_all'], $count)) ?></label>
    <?php } ?>
    <button type="submit" name="jetpack_action" value="bulk_choose" class="btn btn-default"><?= $e($text['bulk_next']) ?></button>
</p>
</form>
<script data-jetpack>
(function () {
    var page = document.getElementById('jetpack-bulk-page');
    page.hidden = false;
    page.addEventListener('change', function () {
        document.querySelectorAll('#jetpack-services input[name^="row["]').forEach(function (box) { box.checked = page.checked; });
    });
})();
</script>
<p>
    <?php if ($first !== '') { ?><a href="<?= $e($first) ?>" class="btn btn-default"><?= $e($text['services_first']) ?></a><?php } ?>
    <?php if ($next !== '') { ?><a href="<?= $e($next) ?>" class="btn btn-default"><?= $e($text['services_next']) ?></a><?php } ?>
    <a href="<?= $e($export) ?>" class="btn btn-default"><?= $e($text['services_export']) ?></a>
</p>
<?php } ?>
<?php if ($bulk['over'] !== []) { ?>
<h2><?= $e($text['bulk_latest']) ?></h2>
<ul id="jetpack-bulk-latest">
    <?php foreach ($bulk['over'] as $job) { ?>
    <li><a href="<?= $e($job['link']) ?>"><?= $e($job['title']) ?></a>: <?= $e($job['progress']) ?> <?= $e($job['by']) ?></li>
    <?php } ?>
</ul>
<?php } ?>
