<?php

/**
 * The tab Overview.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var array<int, array{row: int, what: string, link: string, plan: string, site: string, since: string, until: string}> $ended
 * @var int $endedCount
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

?>
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
