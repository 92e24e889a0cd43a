<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * The tabs of the addon's page.
 */
final class Tab
{
    public const ALL = ['overview', 'setup'];

    /**
     * @param array<string, string> $text
     *
     * @return array<string, array{link: string, title: string}> by the tab's name
     */
    public static function links(string $link, array $text): array
    {
        return array_combine(self::ALL, array_map(
            static fn (string $tab): array => ['link' => "$link&tab=$tab", 'title' => $text["tab_$tab"]],
            self::ALL
        ));
    }
}
