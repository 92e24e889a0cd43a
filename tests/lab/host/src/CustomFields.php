<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use stdClass;

/**
 * Custom fields of products and of product addons: definitions, and one value per field and service, or per addon of a
 * service (contract, section 1.8). A type is `product` or `addon`; an owner is a row of tblproducts or tbladdons, and its
 * instances are rows of tblhosting or tblhostingaddons.
 *
 * A name may be `name|What people see`. Values of password fields are stored encrypted (WHMCS docs, Custom Fields).
 */
final class CustomFields
{
    public const TYPES = [
        'text' => 'Text Box', 'link' => 'Link/URL', 'password' => 'Password',
        'dropdown' => 'Drop Down', 'tickbox' => 'Tick Box', 'textarea' => 'Text Area',
    ];

    /** @return list<stdClass> */
    public static function of(string $type, int $ownerId): array
    {
        return Capsule::table('tblcustomfields')->where('type', $type)->where('relid', $ownerId)
            ->orderBy('sortorder')->orderBy('id')->get()->all();
    }

    /** @return list<stdClass> */
    public static function ofProduct(int $productId): array
    {
        return self::of('product', $productId);
    }

    /** @param list<stdClass> $fields */
    public static function named(array $fields, string $name): ?stdClass
    {
        $byKey = Switches::isOn('properties_find_piped_names');
        foreach ($fields as $field) {
            if ($field->fieldname === $name || ($byKey && self::key($field) === $name)) {
                return $field;
            }
        }

        return null;
    }

    /** The part before a pipe: what modules know the field by. */
    public static function key(stdClass $field): string
    {
        return explode('|', $field->fieldname)[0];
    }

    /** The part after a pipe: what people see. */
    public static function label(stdClass $field): string
    {
        $parts = explode('|', $field->fieldname, 2);

        return $parts[1] ?? $parts[0];
    }

    /** @param array<string, mixed> $definition */
    public static function create(string $type, int $ownerId, array $definition): stdClass
    {
        $id = Database::insert('tblcustomfields', ['type' => $type, 'relid' => $ownerId] + $definition);

        return Capsule::table('tblcustomfields')->find($id);
    }

    /** The newest row counts: nothing keeps a field from having two for one instance (contract, section 4.3). */
    public static function valueOf(stdClass $field, int $instanceId): string
    {
        $stored = (string) Capsule::table('tblcustomfieldsvalues')
            ->where('fieldid', $field->id)->where('relid', $instanceId)->orderByDesc('id')->value('value');
        $value = Crypt::isEncrypted($stored) ? Crypt::decrypt($stored) : $stored;

        return self::overridden('CustomFieldLoad', $field, $instanceId, $value);
    }

    public static function store(stdClass $field, int $instanceId, string $value): void
    {
        $value = self::overridden('CustomFieldSave', $field, $instanceId, $value);
        if ($field->fieldtype === 'link' && $value !== '' && !preg_match('#^\w+://#', $value)) {
            $value = "http://$value";
        }
        $value = $field->fieldtype === 'password' && $value !== '' ? Crypt::encrypt($value) : $value;
        $rows = Capsule::table('tblcustomfieldsvalues')->where('fieldid', $field->id)->where('relid', $instanceId);
        if ($rows->exists()) {
            $rows->update(['value' => $value, 'updated_at' => date('Y-m-d H:i:s')]);
        } else {
            Database::insert('tblcustomfieldsvalues', ['fieldid' => $field->id, 'relid' => $instanceId, 'value' => $value]);
        }
    }

    /**
     * What an order form answered, for a new service; or what is there of a new addon.
     *
     * @param array<int|string, mixed> $answers by field id
     */
    public static function storeOrdered(string $type, int $ownerId, int $instanceId, array $answers): void
    {
        foreach (self::of($type, $ownerId) as $field) {
            $value = (string) ($answers[$field->id] ?? '');
            if ($value !== '' || Switches::isOn('create_row_for_empty_custom_field')) {
                self::store($field, $instanceId, $value);
            }
        }
    }

    /** Removes the values of an instance that is gone. */
    public static function forget(string $type, int $instanceId): void
    {
        $fields = Capsule::table('tblcustomfields')->where('type', $type)->pluck('id');
        Capsule::table('tblcustomfieldsvalues')->whereIn('fieldid', $fields)->where('relid', $instanceId)->delete();
    }

    /**
     * @param array<int|string, mixed> $answers by field id
     *
     * @return list<string> what is wrong with them
     */
    public static function problems(int $productId, array $answers): array
    {
        $problems = [];
        foreach (self::ofProduct($productId) as $field) {
            $value = trim((string) ($answers[$field->id] ?? ''));
            if ($field->showorder === 'on' && $field->required === 'on' && $value === '') {
                $problems[] = self::label($field) . ' is required';
            } elseif ($value !== '' && $field->regexpr !== '' && !preg_match($field->regexpr, $value)) {
                $problems[] = self::label($field) . ' value is invalid';
            }
        }

        return $problems;
    }

    private static function overridden(string $hook, stdClass $field, int $instanceId, string $value): string
    {
        $vars = ['fieldid' => $field->id, 'relid' => $instanceId, 'value' => $value];
        foreach (Hooks::run($hook, $vars) as $answer) {
            $value = is_array($answer) && isset($answer['value']) ? (string) $answer['value'] : $value;
        }

        return $value;
    }
}
