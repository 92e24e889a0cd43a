<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Columns for what time brings: when a plan is to end, and when the cron last did what it need not do at every run.
 */
final class Step6
{
    private const COLUMNS = [
        Schema::SERVICES => ['ends_at' => 'bigint null'],
        Schema::SCHEMA => ['swept_at' => 'bigint not null default 0', 'tidied_at' => 'bigint not null default 0'],
    ];

    /** @return int what is left: nothing */
    public static function take(): int
    {
        $connection = Database::connection();
        foreach (self::COLUMNS as $table => $columns) {
            foreach ($columns as $name => $type) {
                if (!$connection->getSchemaBuilder()->hasColumn($table, $name)) {
                    $connection->statement("alter table `$table` add column `$name` $type");
                }
            }
        }

        return 0;
    }
}
