<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The settings of a product. WHMCS stores them by their order, so none may ever be moved, removed
 * or inserted (whmcs-contract.md §1.6).
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
                'Description' => 'Leave this and the secret blank to use those of the addon module Jetpack.',
            ],
            'Jetpack Partner Client Secret' => [
                'Type' => 'password',
                'Size' => '40',
                'Description' => 'Leave blank to use the addon module\'s.',
            ],
            'Plan' => [
                'Type' => 'text',
                'Size' => '40',
                'Description' => 'The plan\'s slug' . self::slugs() . ' or another that your agreement names. Blank: the '
                    . 'service\'s custom field Plan decides.',
            ],
        ];
    }

    private static function slugs(): string
    {
        $slugs = array_keys(Core::products());

        return $slugs === [] ? ':' : ': ' . implode(', ', $slugs) . ',';
    }
}
