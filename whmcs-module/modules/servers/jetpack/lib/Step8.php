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

    private const OF_BILLED = [
        'mod_jetpack_billed_host' => '`host`',
        'mod_jetpack_billed_row' => '`row_id`',
    ];

    /** @return int what is left: nothing */
    public static function take(): int
    {
        foreach (self::KEYS as $name => $columns) {
            TableForms::addKey(Schema::SERVICES, $name, $columns);
        }
        $tables = Database::connection()->getSchemaBuilder();
        if ($tables->hasTable(Schema::BILLED)) {
            // First of all: the columns are how it is known to be done.
            if (!$tables->hasColumn(Schema::BILLED, 'host')) {
                Transaction::run(static function (): void {
                    Database::table(Schema::SEEN)->where('name', Seen::BILLED)->delete();
                    Database::table(Schema::BILLED)->delete();
                });
            }
            TableForms::addMissing([Schema::BILLED => [
                'services' => "varchar(200) not null default '' after `row_id`",
                'host' => 'varchar(255) null after `site_key`',
            ]]);
            TableForms::change('alter table ' . Schema::BILLED . ' drop column `service_id`');
            foreach (self::OF_BILLED as $name => $columns) {
                TableForms::addKey(Schema::BILLED, $name, $columns);
            }
        }

        return 0;
    }
}
