<?php

declare(strict_types=1);

namespace Lab;

/** One field that a module defined, as a table row: the six types of ConfigOptions and addon settings (contract, 1.6, 2.2). */
final class ConfigField
{
    /** @param array<string, mixed> $field */
    public static function row(string $name, string $label, array $field, string $value): string
    {
        $id = trim((string) preg_replace('/\W+/', '_', $name), '_');
        // Descriptions are HTML: modules put buttons there (observed).
        $description = (string) ($field['Description'] ?? '');

        return '<tr><td class="fieldlabel"><label for="' . e($id) . '">' . e($field['FriendlyName'] ?? $label) . '</label></td>'
            . '<td class="fieldarea">' . self::input($name, $id, $field, $value) . ' ' . $description . '</td></tr>';
    }

    /** @param array<string, mixed> $field */
    private static function input(string $name, string $id, array $field, string $value): string
    {
        $attributes = 'name="' . e($name) . '" id="' . e($id) . '"';
        $size = (int) ($field['Size'] ?? 25);

        return match ($field['Type']) {
            'password' => "<input type=\"password\" $attributes size=\"$size\" autocomplete=\"off\" value=\"" . e($value) . '">',
            'yesno' => "<input type=\"checkbox\" $attributes value=\"on\"" . ($value === 'on' ? ' checked' : '') . '>',
            'dropdown' => "<select $attributes>" . options(self::choices($field), $value) . '</select>',
            'radio' => self::radios($name, $id, self::choices($field), $value),
            'textarea' => "<textarea $attributes rows=\"" . (int) ($field['Rows'] ?? 3) . '" cols="' . (int) ($field['Cols'] ?? 60) . '">'
                . e($value) . '</textarea>',
            default => "<input type=\"text\" $attributes size=\"$size\" value=\"" . e($value) . '">',
        };
    }

    /** @param array<int|string, string> $choices */
    private static function radios(string $name, string $id, array $choices, string $value): string
    {
        $html = "<span id=\"$id\">";
        foreach ($choices as $choice => $label) {
            $html .= '<label><input type="radio" name="' . e($name) . '" value="' . e($choice) . '"'
                . ((string) $choice === $value ? ' checked' : '') . '> ' . e($label) . '</label> ';
        }

        return $html . '</span>';
    }

    /**
     * A comma list or a map.
     *
     * @param array<string, mixed> $field
     *
     * @return array<int|string, string>
     */
    private static function choices(array $field): array
    {
        $options = $field['Options'] ?? [];
        if (is_array($options)) {
            return array_is_list($options) ? array_combine($options, $options) : $options;
        }
        $list = array_map('trim', explode(',', (string) $options));

        return array_combine($list, $list);
    }
}
