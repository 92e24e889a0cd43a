<?php

declare(strict_types=1);

namespace ContractTest;

use WHMCS\Database\Capsule;

/** Rows of WHMCS's tables that no API makes. Columns differ between releases, so each is looked up. */
final class Rows
{
    /**
     * Inserts a row: without what the table does not have, and with a blank for what it wants and nobody gave.
     *
     * @param array<string, mixed> $values
     */
    public static function insert(string $table, array $values): int
    {
        $row = [];
        foreach (Capsule::connection()->select("SHOW COLUMNS FROM `$table`") as $column) {
            if (array_key_exists($column->Field, $values)) {
                $row[$column->Field] = $values[$column->Field];
            } elseif (in_array($column->Field, ['created_at', 'updated_at'], true)) {
                $row[$column->Field] = date('Y-m-d H:i:s');
            } elseif ($column->Null === 'NO' && $column->Default === null && $column->Extra === '') {
                $row[$column->Field] = self::blank((string) $column->Type);
            }
        }

        return (int) Capsule::table($table)->insertGetId($row);
    }

    /** @return list<string> */
    public static function columns(string $table): array
    {
        return Capsule::schema()->hasTable($table) ? array_values(Capsule::schema()->getColumnListing($table)) : [];
    }

    private static function blank(string $type): int|string
    {
        return match (true) {
            preg_match('/^(\w*int|decimal|float|double)/', $type) === 1 => 0,
            str_starts_with($type, 'datetime'), str_starts_with($type, 'timestamp') => date('Y-m-d H:i:s'),
            str_starts_with($type, 'date') => date('Y-m-d'),
            default => '',
        };
    }
}
