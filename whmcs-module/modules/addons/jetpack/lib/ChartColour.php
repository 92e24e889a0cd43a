<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * What charts are drawn in. By WCAG's formula each has at least 3.8 : 1 on white and 3.2 : 1 on the dark grey #333 of a night
 * theme, where 3 : 1 is asked of graphics; a test measures it. Among each other they differ by their hue alone, so nothing
 * may be told by colour: a chart's parts have other shapes (a line, full bars, hollow bars) or their names beside them.
 */
final class ChartColour
{
    public const GREEN = '#389160';
    public const BLUE = '#3e85c9';
    public const ORANGE = '#c46b15';
}
