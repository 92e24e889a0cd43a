<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Connection;

/**
 * From release 0.1.0: the new columns and tables. The former columns keep their names and meaning.
 */
final class Step2
{
    private const COLUMNS = [
        'site_key' => 'varchar(64) null',
        'plan_before' => 'varchar(100) null',
        'wanted' => "varchar(10) not null default ''",
        'doubt_until' => 'bigint null',
        'next_look_at' => 'bigint null',
        'details_due' => 'tinyint not null default 0',
        'version' => 'bigint unsigned not null default 0',
        'orphan_of' => 'varchar(120) null',
    ];

    private const KEYS = [
        'mod_jetpack_site' => '(`site_key`)',
        'mod_jetpack_due' => '(`next_look_at`)',
        'mod_jetpack_client' => '(`client_id`)',
    ];

    /** @return int what is left: nothing */
    public static function take(): int
    {
        $connection = Database::connection();
        TableForms::createMissing();
        self::alter($connection);
        // The words are those of 0.1.0, which this step alone knows.
        $connection->statement(
            'update ' . Schema::SERVICES . " set
                wanted = case when state in ('cancelled', 'cancelling') then 'gone'
                    when state in ('active', 'pending', 'requested') then 'live' else wanted end,
                next_look_at = case when state in ('requested', 'cancelling', 'unknown') then unix_timestamp()
                    when state = 'pending' then pending_until end
            where wanted = '' and next_look_at is null and state not in ('', 'none')"
        );

        return 0;
    }

    private static function alter(Connection $connection): void
    {
        $names = static fn (string $what, string $column): array => array_column(
            array_map(static fn (object $row): array => (array) $row, $connection->select(
                "show $what from " . Schema::SERVICES
            )),
            $column
        );
        $changes = [];
        foreach (array_diff_key(self::COLUMNS, array_flip($names('columns', 'Field'))) as $name => $type) {
            $changes[] = "add column `$name` $type";
        }
        foreach (array_diff_key(self::KEYS, array_flip($names('keys', 'Key_name'))) as $name => $columns) {
            $changes[] = "add key `$name` $columns";
        }
        if ($changes !== []) {
            $connection->statement('alter table ' . Schema::SERVICES . ' ' . implode(', ', $changes));
        }
    }
}
