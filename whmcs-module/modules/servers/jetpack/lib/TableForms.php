<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\QueryException;

/**
 * The tables as they are made anew. A database that was brought from an older form has the same; a test compares them.
 */
final class TableForms
{
    /** The server's numbers for: there is such a column, such a key; and what is to be dropped is not there. */
    private const DONE = [1060, 1061, 1091];

    private const OPTIONS = 'engine = InnoDB default charset = utf8mb4';

    /**
     * Makes what is missing. Existing tables and their rows stay as they are.
     *
     * Each table is one statement, keys and all: a table that was made without its keys, because the
     * rights or the time ended in between, would look finished and guard nothing.
     */
    public static function createMissing(): void
    {
        $connection = Database::connection();
        foreach (self::all() as $table => $columns) {
            if (!$connection->getSchemaBuilder()->hasTable($table)) {
                $connection->statement("create table if not exists `$table` ($columns) " . self::OPTIONS);
            }
        }
    }

    /**
     * What changes tables, where another call may do the same at this moment: the second of the two finds it done.
     */
    public static function change(string $statement): void
    {
        try {
            Database::connection()->statement($statement);
        } catch (QueryException $error) {
            if (!in_array((int) ($error->errorInfo[1] ?? 0), self::DONE, true)) {
                throw $error;
            }
        }
    }

    /**
     * Adds an index that a table of an older form lacks.
     */
    public static function addKey(string $table, string $name, string $columns): void
    {
        if (Database::connection()->select("show keys from $table where Key_name = '$name'") === []) {
            self::change("alter table $table add key `$name` ($columns)");
        }
    }

    /**
     * Adds to a table of an older form what it lacks of these, one by one, so that it can stop after any.
     *
     * @param array<string, array<string, string>> $added for each table the columns by name, and their types
     */
    public static function addMissing(array $added): void
    {
        $connection = Database::connection();
        foreach ($added as $table => $columns) {
            foreach ($columns as $name => $type) {
                if (!$connection->getSchemaBuilder()->hasColumn($table, $name)) {
                    self::change("alter table `$table` add column `$name` $type");
                }
            }
        }
    }

    /**
     * @return array<string, string>
     */
    private static function all(): array
    {
        return [
            Schema::SCHEMA => self::schema(),
            Schema::SERVICES => self::services(),
            Schema::SITES => self::sites(),
            Schema::KEYS => self::keys(),
            Schema::JOURNAL => self::journal(),
            Schema::SEEN => self::seen(),
            Schema::BULK => self::bulk(),
            Schema::BULK_ROWS => self::bulkRows(),
            Schema::MOVING => self::moving(),
            Schema::NEW_KEYS => self::newKeys(),
            Schema::BILLED => self::billed(),
            Schema::REVOKED => self::revoked(),
        ];
    }

    /**
     * One row: the number of the tables' form. `guard` is written by whoever creates products, so that two nodes conflict; the
     * others say when the cron last did what it need not do at every run.
     */
    private static function schema(): string
    {
        return <<<'SQL'
            `id` tinyint unsigned not null primary key,
            `number` int unsigned not null,
            `guard` bigint unsigned not null default 0,
            `swept_at` bigint not null default 0,
            `tidied_at` bigint not null default 0
            SQL;
    }

    /** What was seen at some moment, as JSON. */
    private static function seen(): string
    {
        return <<<'SQL'
            `name` varchar(40) not null primary key,
            `seen_at` bigint not null,
            `what` text not null
            SQL;
    }

    /**
     * The partner keys that were asked for here, by the form that asked: the row is written before the request, so that a form makes
     * one key. No secret. Without a partner id it is not known whether there is such a key, until somebody has looked.
     */
    private static function newKeys(): string
    {
        return <<<'SQL'
            `press` varchar(32) not null primary key,
            `name` varchar(100) not null,
            `notes` text null,
            `personal` int unsigned not null default 0,
            `premium` int unsigned not null default 0,
            `professional` int unsigned not null default 0,
            `admin_id` int unsigned not null,
            `asked_at` bigint not null,
            `number` varchar(40) null,
            `partner_id` varchar(100) null,
            `ended_at` bigint null,
            key `mod_jetpack_new_keys_id` (`partner_id`)
            SQL;
    }

    /** What WordPress.com said of services without a record, before and when their plans are taken over. No secret. */
    private static function moving(): string
    {
        return <<<'SQL'
            `service_id` int unsigned not null primary key,
            `word` varchar(20) not null,
            `sentence` text null,
            `site` text null,
            `site_key` varchar(64) null,
            `plan` varchar(100) null,
            `damaged` tinyint not null default 0,
            `asked_at` bigint null,
            `moved_at` bigint null,
            key `mod_jetpack_moving_site` (`site_key`)
            SQL;
    }

    /** Licences of the licensing module that staff said are revoked, which its own table does not know; each by the SHA-256 of its key. */
    private static function revoked(): string
    {
        return <<<'SQL'
            `order_id` int not null,
            `product_id` int not null,
            `licence` varchar(64) not null,
            `admin_id` int unsigned not null,
            `said_at` bigint not null,
            primary key (`order_id`, `product_id`, `licence`)
            SQL;
    }

    /**
     * What WordPress.com's report bills, and what was sold and is not billed (`activation` null). `plan`: null where it was not told,
     * empty where it was told two. `services`: the numbers of those without a record that name the site and sell the plan. No secret.
     */
    private static function billed(): string
    {
        return <<<'SQL'
            `id` int unsigned not null auto_increment primary key,
            `partner_id` varchar(100) not null,
            `activation` varchar(40) null,
            `plan` varchar(100) null,
            `site` text null,
            `site_key` varchar(64) null,
            `host` varchar(255) null,
            `since` varchar(30) null,
            `round` int unsigned not null,
            `word` varchar(20) not null default '',
            `row_id` int unsigned null,
            `services` varchar(200) not null default '',
            unique key `mod_jetpack_billed_activation` (`partner_id`, `activation`),
            key `mod_jetpack_billed_site` (`site_key`),
            key `mod_jetpack_billed_host` (`host`),
            key `mod_jetpack_billed_row` (`row_id`),
            key `mod_jetpack_billed_word` (`word`, `id`)
            SQL;
    }

    /**
     * What staff have done to many services at once: chosen, then begun, perhaps stopped, ended. `round` is raised each time that what
     * failed is done again.
     */
    private static function bulk(): string
    {
        return <<<'SQL'
            `id` int unsigned not null auto_increment primary key,
            `action` varchar(20) not null,
            `admin_id` int unsigned not null,
            `number` int unsigned not null default 0,
            `round` int unsigned not null default 0,
            `made_at` bigint not null,
            `begun_at` bigint null,
            `stopped_at` bigint null,
            `ended_at` bigint null
            SQL;
    }

    /** The services of each, by the numbers of their rows. Who works on one has a lease, and the count of its beginnings. */
    private static function bulkRows(): string
    {
        return <<<'SQL'
            `job` int unsigned not null,
            `position` int unsigned not null,
            `row_id` int unsigned not null,
            `state` tinyint unsigned not null default 0,
            `begun` tinyint unsigned not null default 0,
            `holder` varchar(120) not null default '',
            `lease_until` bigint not null default 0,
            `sentence` text null,
            primary key (`job`, `position`),
            key `mod_jetpack_bulk_state` (`job`, `state`, `position`)
            SQL;
    }

    /**
     * One row per WHMCS service or product addon, and per orphan: how it stands, and who works on it (architecture.md §4).
     * Every write raises `version`. Moments are seconds since the epoch, by the database's clock.
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
            `lease_token` varchar(32) not null default '',
            `lease_holder` varchar(120) not null default '',
            `lease_until` bigint not null default 0,
            `created_at` datetime not null,
            `updated_at` datetime not null,
            `site_key` varchar(64) null,
            `plan_before` varchar(100) null,
            `wanted` varchar(10) not null default '',
            `doubt_until` bigint null,
            `next_look_at` bigint null,
            `details_due` tinyint not null default 0,
            `version` bigint unsigned not null default 0,
            `orphan_of` varchar(120) null,
            `attempts` int unsigned not null default 0,
            `mails` tinyint unsigned not null default 0,
            `ended_at` bigint null,
            `ends_at` bigint null,
            `missing` varchar(100) null,
            unique key `mod_jetpack_service` (`service_type`, `service_id`),
            key `mod_jetpack_site` (`site_key`),
            key `mod_jetpack_due` (`next_look_at`),
            key `mod_jetpack_client` (`client_id`),
            key `mod_jetpack_ended` (`ended_at`),
            key `mod_jetpack_partner` (`partner_id`, `state`, `plan`),
            key `mod_jetpack_standing` (`state`, `service_type`, `missing`, `pending_until`),
            key `mod_jetpack_missing` (`missing`)
            SQL;
    }

    /** One row per site, written by every claim that concerns it. */
    private static function sites(): string
    {
        return <<<'SQL'
            `site_key` varchar(64) not null primary key,
            `version` bigint unsigned not null
            SQL;
    }

    /** The partner keys that have provisioned something; secrets and access tokens are encrypted by WHMCS. */
    private static function keys(): string
    {
        return <<<'SQL'
            `partner_id` varchar(100) not null primary key,
            `secret` text not null,
            `created_at` datetime not null,
            `updated_at` datetime not null,
            `token` text null,
            `token_lease` bigint not null default 0
            SQL;
    }

    /** Append-only: every intent before its request, every result after it. Times are UTC. */
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
