<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;

/**
 * The four custom fields of a Jetpack product. Their names are fixed: existing installations have
 * them. WHMCS has no API for fields, so they are written as its own forms would (§3.1, §4.3 of
 * whmcs-contract.md).
 */
final class CustomFields
{
    /**
     * What WHMCS takes for the address of a site before it sells a plan for it: a name with a dot, of any script, that is no
     * IP address and not of this network; with or without scheme, port and path, without user, query and fragment. It is
     * looser than `SiteUrl` in Rust, which has the last word; a test compares the two.
     */
    public const SITE_URL = '/^\s*(?:https?:\/\/)?(?![^\/:]*\.local(?:host)?\.?(?:[\/:]|\s*$))'
        . '(?:[\p{L}\p{M}\p{N}_-]{1,63}\.)+(?:xn--[a-z0-9-]{1,59}|\p{L}[\p{L}\p{M}\p{N}-]{0,62})\.?(?::\d{1,5})?'
        . '(?:\/[^\s?#\\\\]*)?\s*$/iu';

    /** Adds those that the product lacks. */
    public static function complete(int $product): void
    {
        foreach (self::definitions() as $index => $definition) {
            [$name] = explode('|', $definition['fieldname']);
            $exists = Capsule::table('tblcustomfields')
                ->where('type', 'product')
                ->where('relid', $product)
                ->where(static function ($field) use ($name): void {
                    $field->where('fieldname', $name)->orWhere('fieldname', 'like', $name . '|%');
                })
                ->exists();
            if (!$exists) {
                $now = date('Y-m-d H:i:s');
                Capsule::table('tblcustomfields')->insert($definition + [
                    'type' => 'product',
                    'relid' => $product,
                    'fieldoptions' => '',
                    'regexpr' => '',
                    'adminonly' => '',
                    'required' => '',
                    'showorder' => '',
                    'showinvoice' => '',
                    'sortorder' => $index,
                    'created_at' => $now,
                    'updated_at' => $now,
                ]);
            }
        }
    }

    /**
     * The plan comes from the product, so the client never sees the field `Plan`. A field that is
     * required but not on the order form could not be filled in, so only those on it are.
     *
     * @return array<int, array<string, string>>
     */
    private static function definitions(): array
    {
        return [
            [
                'fieldname' => 'Site URL',
                'fieldtype' => 'text',
                'description' => 'The address of your WordPress site, as https://example.com',
                'regexpr' => self::SITE_URL,
                'required' => 'on',
                'showorder' => 'on',
            ],
            [
                'fieldname' => 'Local User',
                'fieldtype' => 'text',
                'description' => 'A user name or e-mail address of an administrator of that site',
                'required' => 'on',
                'showorder' => 'on',
            ],
            [
                'fieldname' => 'Plan',
                'fieldtype' => 'dropdown',
                'description' => 'Used only if the product\'s Module Settings name no plan',
                'fieldoptions' => implode(',', array_map('ucfirst', array_keys(Products::names()))),
                'adminonly' => 'on',
            ],
            [
                // The part before the pipe is its name for modules, the part behind it that for people (§1.8).
                'fieldname' => 'jetpack_provisioning_details|Your Jetpack plan',
                'fieldtype' => 'textarea',
                'description' => '',
            ],
        ];
    }
}
