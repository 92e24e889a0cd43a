<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Columns for what is tried again by itself, and for the access token that all processes share.
 */
final class Step5
{
    private const COLUMNS = [
        Schema::SERVICES => ['attempts' => 'int unsigned not null default 0'],
        Schema::KEYS => ['token' => 'text null'],
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
