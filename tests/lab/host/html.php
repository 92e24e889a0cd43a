<?php

declare(strict_types=1);

namespace Lab;

/** Text for HTML, attributes included. */
function e(mixed $text): string
{
    return htmlspecialchars((string) $text, ENT_QUOTES);
}

/**
 * <option>s, by value.
 *
 * @param array<int|string, string> $labels
 */
function options(array $labels, mixed $selected): string
{
    $html = '';
    foreach ($labels as $value => $label) {
        $mark = (string) $value === (string) $selected ? ' selected' : '';
        $html .= '<option value="' . e($value) . '"' . $mark . '>' . e($label) . '</option>';
    }

    return $html;
}
