<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The settings of a product. WHMCS stores them by their order, so none may ever be moved, removed or inserted
 * (whmcs-contract.md §1.6). In the syntax of PHP 7.2: a PHP that is too old for the rest must not lose what is set.
 */
final class Options
{
    /**
     * @return array<string, array<string, mixed>>
     */
    public static function all(): array
    {
        return [
            'Jetpack Partner Client ID' => [
                'Type' => 'text',
                'Size' => '40',
                'Description' => 'Leave this and the secret blank to use those of the addon module Jetpack; its tab Keys chooses among several.',
            ],
            'Jetpack Partner Client Secret' => [
                'Type' => 'password',
                'Size' => '40',
                'Description' => 'Leave blank to use the addon module\'s, or the one that is kept for this id.',
            ],
            'Plan' => self::plan(PHP_VERSION_ID < 80100 ? [] : Plans::choices()),
            'When suspended' => [
                'Type' => 'dropdown',
                'Options' => [
                    'keep' => 'Keep the plan: it stays billed',
                    'cancel' => 'Cancel the plan, and provision it again when the service is unsuspended',
                ],
                'Default' => 'keep',
                'Description' => 'What becomes of the plan while a service is suspended. The site stays the service\'s.',
            ],
            'Waiting plans' => [
                'Type' => 'dropdown',
                'Options' => [
                    'renew' => 'Renew on day 12 of 14',
                    'lapse' => 'Let it lapse',
                ],
                'Default' => 'renew',
                'Description' => 'What becomes of a plan whose owner does not connect the site.',
            ],
            'Backup access' => [
                'Type' => 'dropdown',
                'Options' => [
                    'none' => 'Hand nothing over',
                    'hosting' => 'Hand the hosting account\'s SFTP access over when the client has agreed',
                ],
                'Default' => 'none',
                'Description' => 'What WordPress.com is given to make and restore backups of the site with.',
            ],
        ];
    }

    /**
     * A drop-down, which can name no plan that does not exist; free text where it is not known which do.
     *
     * @param array<string, string> $choices by slug
     *
     * @return array<string, mixed>
     */
    private static function plan(array $choices): array
    {
        if ($choices === []) {
            return ['Type' => 'text', 'Size' => '40', 'Description' => 'The plan\'s slug.'];
        }

        return [
            'Type' => 'dropdown',
            'Options' => $choices,
            'Description' => 'A plan that is missing here: name its slug in System Settings > Addon Modules > Jetpack, field '
                . 'Further plans.',
        ];
    }
}
