<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;

/**
 * Says what the canonical keys brought to light, keeps the keys that are in use, and drops `live_site`: from then on a web
 * node that still has release 0.1.0 fails at its claim, before any request.
 */
final class Step4
{
    /** @return int how many rows are left */
    public static function take(float $until): int
    {
        $connection = Database::connection();
        if ($connection->getSchemaBuilder()->hasColumn(Schema::SERVICES, 'live_site')) {
            self::report();
            $connection->statement('alter table ' . Schema::SERVICES . ' drop column live_site');
        }
        try {
            KnownKeys::keep();
        } catch (Throwable $defect) {
            // The tables are more urgent: WHMCS still has the keys, and each Create keeps its own.
            Log::defect('keep keys', $defect);
        }

        // Rows that a node of 0.1.0 has written meanwhile.
        return Step3::take($until);
    }

    private static function report(): void
    {
        $live = Database::table(Schema::SERVICES)->whereNotNull('live_site')->orderBy('id')->get();
        foreach ($live->groupBy('site_key') as $key => $rows) {
            foreach ($key === Step3::UNREADABLE ? $rows : [] as $row) {
                Log::activity(Sentences::unreadableSite(self::name($row), (string) $row->site), (int) $row->client_id);
            }
            if ($key !== Step3::UNREADABLE && $rows->count() > 1) {
                Log::activity(Sentences::collision((string) $rows[0]->site, $rows->map(self::name(...))->all()), 0);
            }
        }
    }

    private static function name(object $row): string
    {
        return "$row->service_type #$row->service_id of client #$row->client_id";
    }
}
