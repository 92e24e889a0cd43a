<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * How long ago something was, in words.
 */
final class Age
{
    private const UNITS = ['days' => 86400, 'hours' => 3600, 'minutes' => 60];

    /**
     * @param array<string, string> $text
     */
    public static function of(int $seconds, array $text): string
    {
        foreach (self::UNITS as $unit => $length) {
            // One of them is told in smaller ones.
            if ($seconds >= 2 * $length) {
                return sprintf($text["ago_$unit"], intdiv($seconds, $length));
            }
        }

        return $text['ago_now'];
    }
}
