<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Database\Capsule;

/**
 * The module's two tables. They are made when the addon module is activated, or by the first call
 * that misses them: a host may use the server module alone.
 */
final class Schema
{
    public const SERVICES = 'mod_jetpack_services';
    public const JOURNAL = 'mod_jetpack_journal';

    /**
     * Makes what is missing. Existing tables and their rows stay as they are.
     *
     * Each table is one statement, keys and all: a table that was made without its keys, because the
     * rights or the time ended in between, would look finished and guard nothing.
     */
    public static function create(): void
    {
        foreach ([self::SERVICES => self::services(), self::JOURNAL => self::journal()] as $table => $columns) {
            if (!Capsule::schema()->hasTable($table)) {
                Capsule::connection()->statement("create table if not exists `$table` ($columns) engine = InnoDB");
            }
        }
    }

    /**
     * One row per WHMCS service or product addon: how it stands, and who works on it.
     *
     * `state_before` is the state to return to when the call that is under way turns out not to have
     * happened. `live_site` is set while a plan may exist on the site; it is unique, so that one site
     * never has two, whichever of several web nodes or database nodes they are ordered through.
     */
    private static function services(): string
    {
        return <<<'SQL'
            `id` int unsigned not null auto_increment primary key,
            `service_type` varchar(10) not null,
            `service_id` int unsigned not null,
            `client_id` int unsigned not null,
            `state` varchar(20) not null default '',
            `state_before` varchar(20) not null default '',
            `site` text null,
            `plan` varchar(100) null,
            `partner_id` varchar(100) null,
            `next_url` text null,
            `pending_until` bigint null,
            `live_site` char(64) null,
            `lease_token` varchar(32) not null default '',
            `lease_holder` varchar(120) not null default '',
            `lease_until` bigint not null default 0,
            `created_at` datetime not null,
            `updated_at` datetime not null,
            unique key `mod_jetpack_live_site` (`live_site`),
            unique key `mod_jetpack_service` (`service_type`, `service_id`)
            SQL;
    }

    /**
     * Append-only: every intent before its request, every result after it. Times are UTC.
     */
    private static function journal(): string
    {
        return <<<'SQL'
            `id` bigint unsigned not null auto_increment primary key,
            `call_token` varchar(32) not null,
            `service_type` varchar(10) not null,
            `service_id` int unsigned not null,
            `client_id` int unsigned not null,
            `action` varchar(20) not null,
            `event` varchar(10) not null,
            `state` varchar(20) not null,
            `site` text null,
            `plan` varchar(100) null,
            `partner_id` varchar(100) null,
            `sentence` text null,
            `created_at` datetime not null,
            key `mod_jetpack_call` (`call_token`),
            key `mod_jetpack_journal_service` (`service_type`, `service_id`)
            SQL;
    }
}
