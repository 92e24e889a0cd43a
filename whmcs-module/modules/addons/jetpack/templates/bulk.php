<?php

/**
 * A job that was begun: its progress, then what came of it. Without script each press of Go on does the next bite.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var WHMCS\Module\Server\Jetpack\BulkJob $job
 * @var string $title
 * @var string $by
 * @var bool $may whether this administrator may go on with it
 * @var bool $goes whether the script goes on by itself
 * @var array{number: int, done: int, failed: int, left: int} $counts
 * @var array{percent: int, text: string} $progress
 * @var array<int, array<string, string|bool>> $rows
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

$here = "$link&job={$job->job->id}";
$shown = count($rows);
$ended = $counts['done'] + $counts['failed'];

?>
<h2 id="jetpack-bulk-title"><?= $e($title) ?></h2>
<p><?= $e($by) ?></p>
<div class="progress">
    <div class="progress-bar" id="jetpack-bulk-bar" role="progressbar" aria-label="<?= $e($title) ?>" aria-valuemin="0" aria-valuemax="100" aria-valuenow="<?= $e($progress['percent']) ?>" style="width: <?= $e($progress['percent']) ?>%"></div>
</div>
<p id="jetpack-bulk-progress" role="status"><?= $e($progress['text']) ?></p>
<?php if (!$may) { ?>
<p><?= $e($text['not_allowed']) ?></p>
<?php } ?>
<?php if (!$job->isOver() && $may) { ?>
<p id="jetpack-bulk-hint"><?= $e($text['bulk_hint']) ?></p>
<p id="jetpack-bulk-broken" class="alert alert-warning" role="alert" hidden><?= $e($text['bulk_broken']) ?></p>
    <?php if ($job->isStopped()) { ?>
<form method="post" action="<?= $e($here) ?>">
    <?= generate_token() ?>
    <input type="hidden" name="job" value="<?= $e($job->job->id) ?>">
    <button type="submit" name="jetpack_action" value="bulk_resume" class="btn btn-primary"><?= $e($text['bulk_go_on']) ?></button>
</form>
    <?php } else { ?>
<form method="post" action="<?= $e($here) ?>" id="jetpack-bulk-go"<?php if ($goes) { ?> data-go="1"<?php } ?> data-next="<?= $e($here) ?>">
    <?= generate_token() ?>
    <input type="hidden" name="job" value="<?= $e($job->job->id) ?>">
    <button type="submit" name="jetpack_action" value="bulk_step" class="btn btn-primary"><?= $e($text['bulk_go_on']) ?></button>
</form>
<form method="post" action="<?= $e($here) ?>">
    <?= generate_token() ?>
    <input type="hidden" name="job" value="<?= $e($job->job->id) ?>">
    <button type="submit" name="jetpack_action" value="bulk_stop" class="btn btn-default"><?= $e($text['bulk_stop']) ?></button>
</form>
<script data-jetpack>
(function () {
    var form = document.getElementById('jetpack-bulk-go');
    var button = form.querySelector('button');
    var broken = document.getElementById('jetpack-bulk-broken');
    var left = 5;
    function show(answer) {
        left = 5;
        broken.hidden = true;
        var bar = document.getElementById('jetpack-bulk-bar');
        bar.setAttribute('aria-valuenow', answer.percent);
        bar.style.width = answer.percent + '%';
        document.getElementById('jetpack-bulk-progress').textContent = answer.text;
        if (answer.over) {
            window.location = form.getAttribute('data-next');
        } else {
            window.setTimeout(step, answer.waits ? 2000 : 0);
        }
    }
    function step() {
        var data = new FormData(form);
        data.append('jetpack_action', 'bulk_step');
        data.append('script', '1');
        button.disabled = true;
        fetch(form.getAttribute('action'), {method: 'POST', body: data, credentials: 'same-origin'})
            .then(function (answer) {
                if (answer.ok && (answer.headers.get('content-type') || '').indexOf('application/json') !== 0) {
                    // The page has something to say that is no progress: that a role may not, or that the form is too old.
                    form.appendChild(Object.assign(document.createElement('input'), {type: 'hidden', name: 'jetpack_action', value: 'bulk_step'}));
                    return form.submit();
                }
                return answer.json().then(show);
            })
            .catch(function () {
                broken.hidden = false;
                if (--left > 0) {
                    window.setTimeout(step, 5000);
                } else {
                    left = 5;
                    button.disabled = false;
                }
            });
    }
    if (window.fetch) {
        form.addEventListener('submit', function (event) {
            event.preventDefault();
            step();
        });
        if (form.getAttribute('data-go')) {
            step();
        }
    }
})();
</script>
    <?php } ?>
<?php } ?>
<?php if ($job->isOver() && $counts['failed'] > 0 && $may) { ?>
<form method="post" action="<?= $e($here) ?>">
    <?= generate_token() ?>
    <input type="hidden" name="job" value="<?= $e($job->job->id) ?>">
    <input type="hidden" name="round" value="<?= $e($job->job->round) ?>">
    <button type="submit" name="jetpack_action" value="bulk_again" class="btn btn-default"><?= $e(sprintf($text['bulk_again'], $counts['failed'])) ?></button>
</form>
<?php } ?>
<?php if ($rows !== []) { ?>
<div class="table-responsive">
<table class="datatable" id="jetpack-bulk-rows" width="100%" border="0" cellspacing="1" cellpadding="3">
    <tr>
        <th><?= $e($text['services_site']) ?></th>
        <th><?= $e($text['services_service']) ?></th>
        <th><?= $e($text['services_said']) ?></th>
    </tr>
    <?php foreach ($rows as $row) { ?>
    <tr>
        <td style="overflow-wrap: anywhere; min-width: 8em"><?php if ($row['open'] !== '') { ?><a href="<?= $e($row['open']) ?>"><?= $e($row['site']) ?></a><?php } else { ?><?= $e($row['site']) ?><?php } ?></td>
        <td><?php if ($row['link'] !== '') { ?><a href="<?= $e($row['link']) ?>"><?= $e($row['service']) ?></a><?php } else { ?><?= $e($row['service']) ?><?php } ?></td>
        <td style="overflow-wrap: anywhere; min-width: 9em"><span class="label <?= $row['failed'] ? 'label-danger' : 'label-success' ?>"><?= $e($text[$row['failed'] ? 'bulk_failed' : 'bulk_done']) ?></span> <?= $e($row['sentence']) ?></td>
    </tr>
    <?php } ?>
</table>
</div>
    <?php if ($ended > $shown) { ?>
<p><?= $e(sprintf($text['bulk_shown'], $shown, $ended)) ?></p>
    <?php } ?>
<?php } ?>
<p><a href="<?= $e($link) ?>" class="btn btn-default"><?= $e($text['bulk_back']) ?></a></p>
