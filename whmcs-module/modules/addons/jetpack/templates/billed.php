<?php

/**
 * The tab What do I pay for?: what WordPress.com bills, against what is sold here.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var bool $mayEnd whether who looks at it may end plans
 * @var bool $isSet whether there is what the report takes
 * @var string $settings where that is set
 * @var bool $isDone
 * @var bool $isBegun
 * @var int $seen
 * @var int $ago seconds
 * @var array<int, array{plan: string, billed: int, sold: int, rest: int, cost: string}> $plans
 * @var array<string, int> $counts by word
 * @var string $word the one that is shown
 * @var array<int, array{id: int, site: string, plan: string, key: string, since: string, word: string, owner: string, ownerLink: string, journal: string, row: int, looks: bool, terminates: bool, services: array<int, int>, cancels: bool, isNobodys: bool}> $rows
 * @var array<int, string> $untold plans that the report cannot be asked for
 * @var string $next
 * @var bool $goesOn whether the button is pressed again by itself
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Addon\Jetpack\Age;
use WHMCS\Module\Addon\Jetpack\View;

$bulk = static function (string $action, string $label, int $row, string $site) use ($e, $link): void { ?>
<form method="post" action="<?= $e(str_replace('&tab=billed', '&tab=services', $link)) ?>" style="display: inline-block">
    <?= generate_token() ?>
    <input type="hidden" name="jetpack_action" value="bulk_choose">
    <input type="hidden" name="bulk" value="<?= $e($action) ?>">
    <input type="hidden" name="row[<?= $e($row) ?>]" value="1">
    <button type="submit" class="btn btn-default btn-sm" aria-label="<?= $e("$label: $site") ?>"><?= $e($label) ?></button>
</form>
<?php };

?>
<h2><?= $e($text['billed_title']) ?></h2>
<p><?= $e($text['billed_text']) ?></p>
<?php if (!$isSet) { ?>
<p id="jetpack-billed-unset"><?= $e($text['billed_unset']) ?></p>
<p><a class="btn btn-default" href="<?= $e($settings) ?>"><?= $e($text['setup_configure']) ?></a></p>
<?php } else { ?>
<div id="jetpack-billed-buttons">
    <?php if ($isBegun) {
        echo View::button($link, 'billed_read', $text['billed_go_on'], 'btn-primary');
    }
    echo View::button($link, 'billed_again', $text[$isDone || $isBegun ? 'billed_again' : 'billed_read'], $isDone || $isBegun ? 'btn-default' : 'btn-primary'); ?>
</div>
<?php } ?>
<?php if ($isBegun) { ?>
<p id="jetpack-billed-progress" role="status"><?= $e(sprintf($text['billed_progress'], $seen)) ?></p>
<?php } ?>
<?php if ($isDone) { ?>
<p id="jetpack-billed-age"><?= $e(sprintf($text['billed_age'], Age::of($ago, $text))) ?></p>
    <?php if ($untold !== []) { ?>
<p id="jetpack-billed-untold"><?= $e(sprintf($text['billed_untold'], implode(', ', $untold))) ?></p>
    <?php } ?>
    <?php if ($plans === []) { ?>
<p id="jetpack-billed-nothing"><?= $e($text['billed_nothing']) ?></p>
    <?php } else { ?>
<div class="table-responsive">
<table class="datatable" id="jetpack-billed-plans" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th scope="col"><?= $e($text['product']) ?></th>
        <th scope="col"><?= $e($text['billed_number']) ?></th>
        <th scope="col"><?= $e($text['billed_sold_number']) ?></th>
        <th scope="col"><?= $e($text['billed_rest']) ?></th>
    </tr>
        <?php foreach ($plans as $plan) { ?>
    <tr>
        <td><?= $e($plan['plan'] === '' ? $text['billed_plan_unknown'] : $plan['plan']) ?></td>
        <td><?= $e($plan['billed']) ?></td>
        <td><?= $e($plan['sold']) ?></td>
        <td><?= $e($plan['cost'] === '' && $plan['rest'] > 0 && $plan['plan'] !== '' ? $text['billed_no_cost'] : $plan['cost']) ?></td>
    </tr>
        <?php } ?>
</table>
</div>
    <?php } ?>
<?php } ?>
<?php if ($counts !== []) { ?>
<p id="jetpack-billed-words">
    <?php foreach ($counts as $one => $count) { ?>
    <a href="<?= $e("$link&word=$one") ?>" class="btn btn-default btn-sm<?= $word === $one ? ' active' : '' ?>"<?php
    if ($word === $one) { ?> aria-current="true"<?php } ?>><?= $e($text["billed_word_$one"] ?? $one) ?> (<?= $e($count) ?>)</a>
    <?php } ?>
</p>
<p id="jetpack-billed-means"><?= $e($text["billed_means_$word"] ?? '') ?></p>
<div class="table-responsive">
<table class="datatable" id="jetpack-billed" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th scope="col" width="45%"><?= $e($text['moving_what']) ?></th>
        <th scope="col"><?= $e($text['billed_here']) ?></th>
        <th scope="col"><?= $e($text['moving_next']) ?></th>
    </tr>
    <?php foreach ($rows as $row) { ?>
    <tr id="jetpack-billed-<?= $e($row['id']) ?>" data-word="<?= $e($row['word']) ?>">
        <td style="overflow-wrap: anywhere; min-width: 12em"><?= $e($row['site'] === '' ? $text['services_no_site'] : $row['site']) ?><br><small><?= $e($row['plan'] === '' ? $text['billed_plan_unknown'] : $row['plan']) ?>,
            <?= $e(sprintf($text['billed_key'], $row['key'])) ?><?= $row['since'] === '' ? '' : ', ' . $e(sprintf($text['billed_since'], $row['since'])) ?></small></td>
        <td><?php if ($row['word'] !== $word) { ?><span class="label label-success"><?= $e($text["billed_word_$row[word]"] ?? $row['word']) ?></span> <?php }
        if ($row['ownerLink'] !== '') { ?><a href="<?= $e($row['ownerLink']) ?>"><?= $e($row['owner']) ?></a><?php } else { ?><?= $e($row['owner']) ?><?php }
        if ($row['journal'] !== '') { ?> <a href="<?= $e($row['journal']) ?>"><?= $e($text['billed_journal']) ?></a><?php } ?></td>
        <td><?php
        if ($row['looks']) {
            $bulk('look', $text['bulk_do_look'], $row['row'], $row['site']);
        }
        if ($row['terminates'] && $mayEnd) {
            $bulk('terminate', $text['bulk_do_terminate'], $row['row'], $row['site']);
        }
        if (count($row['services']) === 1 && $row['plan'] !== '') {
            $service = $row['services'][0];
            echo View::button($link, 'billed_adopt', sprintf($text['billed_adopt'], $service), 'btn-default btn-sm', ['row' => $row['id'], 'service' => $service]);
        } elseif ($row['services'] !== []) { ?>
            <?= $e(sprintf($text[$row['plan'] === '' ? 'billed_untold_named' : 'billed_several'], '#' . implode(', #', $row['services']))) ?>
        <?php } elseif ($row['cancels'] && $mayEnd) { ?>
            <details>
                <summary><?= $e($text['billed_cancel']) ?></summary>
                <form method="post" action="<?= $e($link) ?>">
                    <?= generate_token() ?>
                    <input type="hidden" name="jetpack_action" value="billed_cancel">
                    <input type="hidden" name="row" value="<?= $e($row['id']) ?>">
                    <input type="hidden" name="plan" value="<?= $e($row['plan']) ?>">
                    <p><?= $e(sprintf($text['billed_cancel_means'], $row['plan'], $row['site'])) ?></p>
                    <label for="jetpack-typed-<?= $e($row['id']) ?>"><?= $e($text['billed_type']) ?></label>
                    <input type="text" name="site" id="jetpack-typed-<?= $e($row['id']) ?>" class="form-control" autocomplete="off" required>
                    <button type="submit" class="btn btn-danger btn-sm"><?= $e(sprintf($text['billed_cancel_now'], $row['plan'])) ?></button>
                </form>
            </details>
        <?php } elseif ($row['isNobodys'] && !$row['cancels']) { ?>
            <?= $e($text['billed_in_portal']) ?>
        <?php } elseif ($row['word'] === 'ended') { ?>
            <a href="<?= $e(str_replace('&tab=billed', '&tab=overview', $link)) ?>"><?= $e($text['billed_overview']) ?></a>
        <?php } ?></td>
    </tr>
    <?php } ?>
</table>
</div>
    <?php if ($next !== '') { ?>
<p><a href="<?= $e($next) ?>" class="btn btn-default btn-sm"><?= $e($text['services_next']) ?></a></p>
    <?php } ?>
<?php } ?>
<?php if ($goesOn) { ?>
<script data-jetpack>
setTimeout(function () { document.getElementById('billed-read').submit(); }, 200);
</script>
<?php } ?>
