<?php

/**
 * The chart of months: above the active plans, below what began (full) and what ended (hollow).
 *
 * @var array<string, string> $text
 * @var string $description
 * @var array<int, array{x: int, label: string, active: int, y: int, new: int, ended: int}> $columns
 * @var callable(string|int): string $e
 */

if (!defined('WHMCS')) {
    die('This file cannot be accessed directly');
}

use WHMCS\Module\Addon\Jetpack\ChartColour;

$line = implode(' ', array_map(static fn (array $column): string => "$column[x],$column[y]", $columns));

?>
<svg id="jetpack-months" role="img" aria-labelledby="jetpack-months-title jetpack-months-desc" viewBox="0 0 360 250" style="display:block;width:100%;max-width:520px;height:auto">
    <title id="jetpack-months-title"><?= $e($text['overview_months']) ?></title>
    <desc id="jetpack-months-desc"><?= $e($description) ?></desc>
    <polyline points="<?= $e($line) ?>" fill="none" stroke="<?= $e(ChartColour::GREEN) ?>" stroke-width="2"/>
    <?php foreach ($columns as $column) { ?>
    <circle cx="<?= $e($column['x']) ?>" cy="<?= $e($column['y']) ?>" r="3" fill="<?= $e(ChartColour::GREEN) ?>"/>
    <text x="<?= $e($column['x']) ?>" y="<?= $e($column['y'] - 6) ?>" font-size="11" text-anchor="middle" fill="currentColor"><?= $e($column['active']) ?></text>
    <rect x="<?= $e($column['x'] - 10) ?>" y="<?= $e(200 - $column['new']) ?>" width="9" height="<?= $e($column['new']) ?>" fill="<?= $e(ChartColour::BLUE) ?>"/>
    <rect x="<?= $e($column['x'] + 1) ?>" y="<?= $e(200 - $column['ended']) ?>" width="9" height="<?= $e($column['ended']) ?>" fill="none" stroke="<?= $e(ChartColour::ORANGE) ?>" stroke-width="1.5"/>
    <text x="<?= $e($column['x']) ?>" y="214" font-size="11" text-anchor="middle" fill="currentColor"><?= $e($column['label']) ?></text>
    <?php } ?>
    <line x1="8" y1="200.5" x2="352" y2="200.5" stroke="currentColor" stroke-width="0.5"/>
    <line x1="10" y1="236" x2="24" y2="236" stroke="<?= $e(ChartColour::GREEN) ?>" stroke-width="2"/><circle cx="17" cy="236" r="3" fill="<?= $e(ChartColour::GREEN) ?>"/>
    <text x="30" y="240" font-size="12" fill="currentColor"><?= $e($text['overview_active']) ?></text>
    <rect x="120" y="231" width="10" height="10" fill="<?= $e(ChartColour::BLUE) ?>"/>
    <text x="136" y="240" font-size="12" fill="currentColor"><?= $e($text['overview_new']) ?></text>
    <rect x="220" y="231" width="10" height="10" fill="none" stroke="<?= $e(ChartColour::ORANGE) ?>" stroke-width="1.5"/>
    <text x="236" y="240" font-size="12" fill="currentColor"><?= $e($text['overview_ended']) ?></text>
</svg>
