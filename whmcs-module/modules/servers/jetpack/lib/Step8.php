<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * An index by key, so that whether a key is needed is known without looking at all rows, and the report of what is billed with the
 * names of hosts. The report is made anew: it is WordPress.com's, and can be read again.
 */
final class Step8
{
    /** @return int what is left: nothing */
    public static function take(): int
    {
        $connection = Database::connection();
        $services = Schema::SERVICES;
        if ($connection->select("show keys from $services where Key_name = 'mod_jetpack_partner'") === []) {
            $connection->statement("alter table $services add key `mod_jetpack_partner` (`partner_id`, `state`, `plan`)");
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
