<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Columns for services that WHMCS ended without a call, and for what the cron does once an hour. Plans of deleted services
 * that are on the books already go on until staff decide: whoever kept them knew of no term.
 */
final class Step6
{
    private const COLUMNS = [
        Schema::SERVICES => [
            'mails' => 'tinyint unsigned not null default 0',
            'ended_at' => 'bigint null',
            'ends_at' => 'bigint null',
        ],
        Schema::SCHEMA => ['swept_at' => 'bigint not null default 0', 'tidied_at' => 'bigint not null default 0'],
    ];

    /** @return int what is left: nothing */
    public static function take(): int
    {
        TableForms::addMissing(self::COLUMNS);
        $connection = Database::connection();
        $services = Schema::SERVICES;
        TableForms::addKey($services, 'mod_jetpack_ended', '`ended_at`');
        // The word is that of this step, which the code after it need not know.
        $connection->statement(
            "update $services set ended_at = unix_timestamp(), version = version + 1,
                next_look_at = case when doubt_until is null then null else next_look_at end
            where service_type = 'orphan' and state = 'orphaned' and ended_at is null"
        );

        return 0;
    }
}
