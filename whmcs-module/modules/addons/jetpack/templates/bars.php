<?php

/**
 * A chart of bars.
 *
 * @var string $title
 * @var string $description
 * @var int $width
 * @var int $height
 * @var string $colour
 * @var array<int, array{label: string, top: int, width: int}> $bars
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

?>
<svg id="jetpack-states" role="img" aria-labelledby="jetpack-states-title jetpack-states-desc" viewBox="0 0 <?= $e($width) ?> <?= $e($height) ?>" style="display:block;width:100%;max-width:480px;height:auto">
    <title id="jetpack-states-title"><?= $e($title) ?></title>
    <desc id="jetpack-states-desc"><?= $e($description) ?></desc>
    <?php foreach ($bars as $bar) { ?>
    <text x="0" y="<?= $e($bar['top'] + 14) ?>" font-size="13" fill="currentColor"><?= $e($bar['label']) ?></text>
    <rect x="0" y="<?= $e($bar['top'] + 19) ?>" width="<?= $e($bar['width']) ?>" height="12" fill="<?= $e($colour) ?>"/>
    <?php } ?>
</svg>
