<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Indices by state, and by difference: how many plans stand how, and which need somebody, is known without looking at all rows.
 */
final class Step9
{
    private const KEYS = [
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

        return 0;
    }
}
