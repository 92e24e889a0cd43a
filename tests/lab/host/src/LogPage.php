<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;

/** The newest 200 rows of a table, escaped. */
final class LogPage
{
    /** @param array<string, string> $columns column => heading */
    public static function table(string $table, array $columns): void
    {
        echo '<table class="datatable" tabindex="0"><tr>';
        foreach ($columns as $heading) {
            echo '<th>' . e($heading) . '</th>';
        }
        echo '</tr>';
        foreach (Capsule::table($table)->orderByDesc('id')->limit(200)->get() as $row) {
            echo '<tr>';
            foreach (array_keys($columns) as $column) {
                echo '<td class="log">' . e($row->$column) . '</td>';
            }
            echo '</tr>';
        }
        echo '</table>';
    }
}
