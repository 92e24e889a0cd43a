<?php

/**
 * The tab Set-up: a checklist.
 *
 * @var array<string, string> $text
 * @var string $link
 * @var array<string, array<int, WHMCS\Module\Addon\Jetpack\SetupLine>> $lines
 * @var int $left
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
        <td><strong><?= $e($text["setup_line_$line->name"]) ?></strong><br><span style="overflow-wrap: anywhere"><?= $e($line->reason) ?></span><?php
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
        <?php }
        if ($line->forInstaller !== null) { ?>
            <details><summary><?= $e($text['setup_installer']) ?></summary>
            <pre style="white-space: pre-wrap; overflow-wrap: anywhere"><?= $e($line->forInstaller) ?></pre></details>
        <?php } ?></td>
    </tr>
    <?php } ?>
</table>
<?php } ?>
