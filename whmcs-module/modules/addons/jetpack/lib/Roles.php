<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;

/**
 * Which administrators may end plans, or give them up, on the addon's page. Everybody whose role WHMCS lets in may do the rest.
 */
final class Roles
{
    /**
     * @param array<string, mixed> $vars the addon's settings are among them
     */
    public static function mayEnd(#[\SensitiveParameter] array $vars): bool
    {
        $role = Capsule::table('tbladmins')
            ->join('tbladminroles', 'tbladminroles.id', '=', 'tbladmins.roleid')
            ->where('tbladmins.id', (int) ($_SESSION['adminid'] ?? 0))
            ->value('tbladminroles.name');

        return $role !== null && in_array(self::plain((string) $role), self::named($vars), true);
    }

    /**
     * @param array<string, mixed> $vars
     *
     * @return array<int, string> what the setting names and no role is called; a name that is mistyped lets nobody in
     */
    public static function unknown(#[\SensitiveParameter] array $vars): array
    {
        $roles = Capsule::table('tbladminroles')->pluck('name')->map(static fn (?string $name): string => self::plain((string) $name))->all();

        return array_values(array_diff(self::named($vars), $roles));
    }

    /**
     * WHMCS keeps nothing for a setting that is newer than the last time they were saved.
     *
     * @param array<string, mixed> $vars
     *
     * @return array<int, string>
     */
    private static function named(#[\SensitiveParameter] array $vars): array
    {
        $given = trim((string) ($vars['ending_roles'] ?? ''));
        $names = array_map(self::plain(...), explode(',', $given === '' ? Settings::FULL_ADMINISTRATOR : $given));

        return array_values(array_unique(array_filter($names, static fn (string $name): bool => $name !== '')));
    }

    private static function plain(string $name): string
    {
        return mb_strtolower(Typed::plain($name));
    }
}
