<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * What WHMCS asks of an addon module about itself, and the settings it stores for it.
 */
final class Settings
{
    /** The version of the package, as in the server module; WHMCS calls `upgrade` when it changes. */
    public const VERSION = '0.1.0';

    /**
     * @return array<string, mixed>
     */
    public static function config(): array
    {
        return [
            'name' => 'Jetpack',
            'description' => 'Sells Jetpack plans through the Jetpack Partner API: checks the credentials and '
                . 'creates the products.',
            'version' => self::VERSION,
            'author' => 'Jetpack for WHMCS',
            'language' => 'english',
            'fields' => [
                'partner_id' => [
                    'FriendlyName' => 'Partner ID',
                    'Type' => 'text',
                    'Size' => '40',
                    'Description' => 'The client id of your Jetpack partner key.',
                ],
                'partner_secret' => [
                    'FriendlyName' => 'Partner Secret',
                    'Type' => 'password',
                    'Size' => '40',
                    'Description' => 'The client secret that belongs to it.',
                ],
            ],
        ];
    }
}
