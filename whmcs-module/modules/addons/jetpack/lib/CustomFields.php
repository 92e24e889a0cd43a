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
    /** Adds those that the product lacks. */
    public static function complete(int $product): void
    {
        foreach (self::definitions() as $index => $definition) {
            $name = $definition['fieldname'];
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
                'fieldname' => 'jetpack_provisioning_details',
                'fieldtype' => 'textarea',
                'description' => '',
            ],
        ];
    }
}
