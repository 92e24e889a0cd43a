<?php

/**
 * What is to be done to many services, before it is.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var WHMCS\Module\Server\Jetpack\BulkJob $job
 * @var string $title
 * @var array{number: int, done: int, failed: int, left: int} $counts
 * @var array<int, array<string, string|bool>> $rows the first of them
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Addon\Jetpack\Bulk;

$action = (string) $job->job->action;
$isHard = in_array($action, Bulk::ENDS, true);
$more = $counts['number'] - count($rows);

?>
<h2 id="jetpack-bulk-title"><?= $e($title) ?></h2>
<p id="jetpack-bulk-means"><?= $e($text["bulk_means_$action"]) ?></p>
<ul id="jetpack-bulk-named" style="overflow-wrap: anywhere">
    <?php foreach ($rows as $row) { ?>
    <li><?= $e($row['site']) ?> <small><?= $e($row['plan']) ?><?= $e($row['service'] === '' ? '' : ", {$row['service']}") ?></small></li>
    <?php } ?>
    <?php if ($more > 0) { ?>
    <li><?= $e(sprintf($text['bulk_more'], $more)) ?></li>
    <?php } ?>
</ul>
<form method="post" action="<?= $e($link) ?>">
    <?= generate_token() ?>
    <input type="hidden" name="job" value="<?= $e($job->job->id) ?>">
    <button type="submit" name="jetpack_action" value="bulk_start" class="btn <?= $isHard ? 'btn-danger' : 'btn-primary' ?>"><?= $e($title) ?></button>
    <a href="<?= $e($link) ?>" class="btn btn-default"><?= $e($text['bulk_cancel']) ?></a>
</form>
