<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * The tabs of the addon's page.
 */
final class Tab
{
    public const ALL = ['overview', 'services', 'products', 'keys', 'billed', 'moving', 'setup'];

    /** The one that the page's address names; null where the page was opened from WHMCS's menu. */
    public static function wanted(): ?string
    {
        $named = $_REQUEST['tab'] ?? null;

        return in_array($named, self::ALL, true) ? $named : null;
    }

    /**
     * @param array<string, string> $text
     *
     * @return array<string, array{link: string, title: string}> by the tab's name
     */
    public static function links(string $link, array $text): array
    {
        $offered = array_filter(self::ALL, static fn (string $tab): bool => $tab !== 'moving' || Moving::isOffered());

        return array_combine($offered, array_map(
            static fn (string $tab): array => ['link' => "$link&tab=$tab", 'title' => $text["tab_$tab"]],
            $offered
        ));
    }
}
