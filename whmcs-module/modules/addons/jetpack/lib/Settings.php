<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * What WHMCS asks of an addon module about itself, and the settings it stores for it. In the syntax of PHP 7.2: a PHP that
 * is too old for the rest reads it, too.
 */
final class Settings
{
    /** The version of the package, as in the server module; WHMCS calls `upgrade` when it changes. */
    public const VERSION = '0.2.0';

    /** The role that WHMCS gives to its first administrator; hosts may rename it. */
    public const FULL_ADMINISTRATOR = 'Full Administrator';

    /** Where they are set, beside this page (whmcs-contract.md §2.5). */
    public const PAGE = 'configaddonmods.php';

    /**
     * @return array<string, mixed>
     */
    public static function config(): array
    {
        return [
            'name' => 'Jetpack',
            'description' => PHP_VERSION_ID < 80100 ? self::phpTooOld() : 'Sells Jetpack plans through the Jetpack Partner '
                . 'API: checks the credentials and creates the products.',
            'version' => self::VERSION,
            'author' => 'Jetpack for WHMCS',
            'language' => 'english',
            // WHMCS's form has no groups; it shows what a description says as it is, so the first of each group begins with its name.
            'fields' => [
                'partner_id' => [
                    'FriendlyName' => 'Partner ID',
                    'Type' => 'text',
                    'Size' => '40',
                    'Description' => self::group('Key') . 'The client id of your Jetpack partner key.',
                ],
                'partner_secret' => [
                    'FriendlyName' => 'Partner Secret',
                    'Type' => 'password',
                    'Size' => '40',
                    'Description' => 'The client secret that belongs to it.',
                ],
                'further_plans' => [
                    'FriendlyName' => 'Further plans',
                    'Type' => 'text',
                    'Size' => '40',
                    'Description' => 'Slugs of plans that your agreement names beside the documented ones, with commas between '
                        . 'them. Products can then be set to them.',
                ],
                'orphan_days' => [
                    'FriendlyName' => 'Days until plans without a service are cancelled',
                    'Type' => 'text',
                    'Size' => '5',
                    'Default' => '7',
                    'Description' => self::group('What happens by itself') . 'For services that are deleted, or ended without the module: '
                        . 'cancelled, fraud, completed. 0 cancels at the next run of the cron; blank never does. Until then, this page\'s '
                        . 'list and their Terminate end them, and setting the service back keeps them.',
                ],
                'drift' => [
                    'FriendlyName' => 'When a plan is not as it was sold',
                    'Type' => 'dropdown',
                    'Options' => ['report' => 'Tell staff', 'repair' => 'Tell staff, and provision it again as it was sold'],
                    'Default' => 'report',
                    'Description' => 'WordPress.com is asked once a day whether each plan is there. Somebody may have cancelled or changed it '
                        . 'elsewhere.',
                ],
                'reminders' => [
                    'FriendlyName' => 'Mails to owners who have not connected their site',
                    'Type' => 'dropdown',
                    'Options' => [
                        'all' => 'At once where no welcome mail said it, on day 3 and on day 10',
                        'first' => 'Only at once, where no welcome mail said it',
                        'none' => 'None',
                    ],
                    'Default' => 'all',
                    'Description' => 'The template is Jetpack Reminder. Whether a plan that waits is renewed on day 12 is the product\'s '
                        . 'option Waiting plans; whether access for backups is handed over, its option Backup access.',
                ],
                'onboarding' => [
                    'FriendlyName' => 'Wizard for new sites',
                    'Type' => 'yesno',
                    'Description' => 'An owner who connects his site goes through WordPress.com\'s wizard for new sites (onboarding).',
                ],
                'force_connect' => [
                    'FriendlyName' => 'Connect anew',
                    'Type' => 'yesno',
                    'Description' => 'An owner connects his site anew although it has a connected user (force_connect), as after sites were '
                        . 'restored or cloned from others.',
                ],
                'cron_seconds' => [
                    'FriendlyName' => 'Seconds for a run of the cron',
                    'Type' => 'text',
                    'Size' => '5',
                    'Default' => '20',
                    'Description' => 'What is due is done at each run of WHMCS\'s cron, for so long at most (5 to 240); the next run goes on.',
                ],
                'keep_days' => [
                    'FriendlyName' => 'Keep records for',
                    'Type' => 'text',
                    'Size' => '5',
                    'Default' => '730',
                    'Description' => 'Days. What is older of the journal, and of services that WHMCS has deleted, is deleted; '
                        . 'never of a plan that may be live. Blank keeps it for ever.',
                ],
                'user_token' => [
                    'FriendlyName' => 'User Token',
                    'Type' => 'password',
                    'Size' => '40',
                    'Description' => self::group('What do I pay for?') . 'Optional, for the tab of that name. Of a WordPress.com user who belongs '
                        . 'to your partner account (scope global).',
                ],
                'partner_number' => [
                    'FriendlyName' => 'Partner Number',
                    'Type' => 'text',
                    'Size' => '10',
                    'Description' => 'Goes with it: the number of your partner account.',
                ],
                'key_numbers' => [
                    'FriendlyName' => 'Key Numbers',
                    'Type' => 'text',
                    'Size' => '40',
                    'Description' => 'Goes with it: the number of your partner key. With several keys, partner id and number of each: 12345:7, 67890:8.',
                ],
                'ending_roles' => [
                    'FriendlyName' => 'Roles that may end plans',
                    'Type' => 'text',
                    'Size' => '40',
                    'Default' => self::FULL_ADMINISTRATOR,
                    'Description' => self::group('The module\'s page') . 'Names of administrator roles, with commas between them. On this '
                        . 'module\'s page only they cancel, terminate and let go, and make, choose and remove partner keys. Terminate on a '
                        . 'service\'s own page is for those whom WHMCS allows it.',
                ],
                'page_language' => [
                    'FriendlyName' => 'Language of this module\'s page',
                    'Type' => 'dropdown',
                    'Options' => ['' => 'Each administrator\'s own', 'english' => 'English', 'german' => 'Deutsch', 'french' => 'Français', 'spanish' => 'Español'],
                    'Default' => '',
                    'Description' => 'Clients read the module\'s texts in theirs.',
                ],
                'program' => [
                    'FriendlyName' => 'Program',
                    'Type' => 'text',
                    'Size' => '60',
                    'Description' => self::group('Where the PHP extension cannot be loaded') . 'The path of the program jetpack-partner. Blank looks '
                        . 'in the folder jetpack-bridge beside WHMCS\'s own folder, then in /usr/local/bin.',
                ],
            ],
        ];
    }

    private static function group(string $name): string
    {
        return "<strong>$name</strong><br>";
    }

    /** What a PHP says that is too old for the module. */
    public static function phpTooOld(): string
    {
        return sprintf('This module needs PHP 8.1 or newer, and this is PHP %s (%s).', PHP_VERSION, PHP_SAPI);
    }
}
