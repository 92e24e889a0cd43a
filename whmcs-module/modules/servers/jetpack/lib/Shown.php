<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * How services stand, for the pages and mails that show it: the rows as they are, and Rust's answer to the question `show`.
 * Nothing remote happens, and nothing is brought to another form: there is nothing to show where tables or rows are missing.
 */
final class Shown
{
    /**
     * @return array{fields: array<int, array<string, mixed>>, panel: array<string, mixed>|null}|null
     *
     * @throws OtherSchema when the tables are of another form
     */
    public static function of(string $type, int $id): ?array
    {
        if ($id <= 0 || !Database::connection()->getSchemaBuilder()->hasTable(Schema::SCHEMA)) {
            return null;
        }
        Schema::check();
        $row = Database::table(Schema::SERVICES)->where('service_type', $type)->where('service_id', $id)->first(Ledger::COLUMNS);

        return $row === null ? null : Core::ask('show', ['row' => (array) $row, 'now' => Database::now()]);
    }
}
