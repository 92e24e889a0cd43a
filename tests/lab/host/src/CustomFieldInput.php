<?php

declare(strict_types=1);

namespace Lab;

use stdClass;

/** A custom field in a form, named customfield[<id>] as on the order form (contract, section 5). */
final class CustomFieldInput
{
    public static function row(stdClass $field, string $value): string
    {
        $id = "customfield$field->id";

        return "<tr><td class=\"fieldlabel\"><label for=\"$id\">" . e(CustomFields::label($field))
            . ($field->required === 'on' ? ' *' : '') . '</label></td><td class="fieldarea">'
            . self::input($field, $id, $value) . ' ' . e($field->description) . '</td></tr>';
    }

    /**
     * Stores what such a form sent; an unticked box is not sent at all.
     *
     * @param list<stdClass> $fields
     * @param array<string, mixed> $form
     */
    public static function store(array $fields, int $instanceId, array $form): void
    {
        foreach ($fields as $field) {
            if (isset($form['customfield'][$field->id]) || $field->fieldtype === 'tickbox') {
                CustomFields::store($field, $instanceId, (string) ($form['customfield'][$field->id] ?? ''));
            }
        }
    }

    private static function input(stdClass $field, string $id, string $value): string
    {
        $attributes = "name=\"customfield[$field->id]\" id=\"$id\"";

        return match ($field->fieldtype) {
            'password' => "<input type=\"password\" $attributes size=\"40\" autocomplete=\"off\" value=\"" . e($value) . '">',
            'tickbox' => "<input type=\"checkbox\" $attributes value=\"on\"" . ($value === 'on' ? ' checked' : '') . '>',
            'dropdown' => "<select $attributes>" . options(self::choices($field), $value) . '</select>',
            'textarea' => "<textarea $attributes rows=\"3\" cols=\"60\">" . e($value) . '</textarea>',
            default => "<input type=\"text\" $attributes size=\"40\" value=\"" . e($value) . '">',
        };
    }

    /** An option may be `value|What people see`. @return array<string, string> */
    private static function choices(stdClass $field): array
    {
        $choices = ['' => 'None'];
        foreach (array_filter(array_map('trim', explode(',', $field->fieldoptions))) as $option) {
            $parts = explode('|', $option, 2);
            $choices[$option] = $parts[1] ?? $parts[0];
        }

        return $choices;
    }
}
