<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Indices by key, by state and by difference, so that which keys are needed, how many plans stand how, and what needs somebody is
 * known without looking at all rows; and the report of what is billed with the names of hosts. The report is made anew: it is
 * WordPress.com's, and can be read again.
 */
final class Step8
{
    private const KEYS = [
        'mod_jetpack_partner' => '`partner_id`, `state`, `plan`',
        'mod_jetpack_standing' => '`state`, `service_type`, `missing`, `pending_until`',
        'mod_jetpack_missing' => '`missing`',
    ];

    /** @return int what is left: nothing */
    public static function take(): int
    {
        $connection = Database::connection();
        $services = Schema::SERVICES;
        foreach (self::KEYS as $name => $columns) {
            if ($connection->select("show keys from $services where Key_name = '$name'") === []) {
                $connection->statement("alter table $services add key `$name` ($columns)");
            }
        }
        $tables = $connection->getSchemaBuilder();
        if ($tables->hasTable(Schema::BILLED) && !$tables->hasColumn(Schema::BILLED, 'host')) {
            Transaction::run(static fn (): int => Database::table(Schema::SEEN)->where('name', Seen::BILLED)->delete());
            $connection->statement('drop table ' . Schema::BILLED);
        }
        TableForms::createMissing();

        return 0;
    }
}
