<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;

/** The tab Custom Fields of a product or of a product addon, when it is saved. */
final class CustomFieldForm
{
    private const COLUMNS = [
        'fieldname', 'fieldtype', 'description', 'fieldoptions', 'regexpr',
        'adminonly', 'required', 'showorder', 'showinvoice',
    ];

    /** @param array<int|string, array<string, string>> $rows by field id, or `new` */
    public static function save(string $type, int $ownerId, array $rows): void
    {
        foreach ($rows as $id => $row) {
            $columns = ['sortorder' => (int) ($row['sortorder'] ?? 0)];
            foreach (self::COLUMNS as $name) {
                $columns[$name] = (string) ($row[$name] ?? '');
            }
            $field = Capsule::table('tblcustomfields')->where('id', (int) $id)->where('type', $type)->where('relid', $ownerId);
            if ($id === 'new') {
                $columns['fieldname'] !== '' && CustomFields::create($type, $ownerId, $columns);
            } elseif (isset($row['delete'])) {
                $field->delete();
            } else {
                $field->update($columns + ['updated_at' => date('Y-m-d H:i:s')]);
            }
        }
    }
}
