<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use Illuminate\Database\Query\Builder;

/**
 * How services stand, for the pages and mails that show it: the rows as they are, and Rust's answer to the question `show`.
 * Nothing remote happens, and nothing is brought to another form: there is nothing to show where the
 * extension, tables or rows are missing.
 */
final class Shown
{
    /**
     * @return array<string, mixed>|null
     */
    public static function of(string $type, int $id): ?array
    {
        $rows = $id <= 0 ? [] : self::all(static fn (Builder $rows): Builder => $rows
            ->where('service_type', $type)
            ->where('service_id', $id));

        return $rows[0][1] ?? null;
    }

    /**
     * @param Closure(Builder): Builder $which
     *
     * @return array<int, array{object, array<string, mixed>}> each row, and what Rust says of it
     */
    public static function all(Closure $which): array
    {
        $rows = Schema::isHere() ? $which(Database::table(Schema::SERVICES))->get(Ledger::COLUMNS)->all() : [];
        // Most pages of a shop show nothing of it: Rust is not looked for then.
        if ($rows === [] || Bridge::problem() !== null) {
            return [];
        }
        $now = Database::now();

        return array_map(static fn (object $row): array => [$row, Core::ask('show', ['row' => (array) $row, 'now' => $now])], $rows);
    }

    /**
     * A line for staff, with its moment.
     *
     * @param array<string, mixed> $field
     */
    public static function line(array $field): string
    {
        $time = $field['moment'] === null ? '' : date('Y-m-d H:i', (int) $field['moment']);

        return strtr($field['text'], ['{time}' => $time]);
    }
}
