<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;

/**
 * Columns for who gets a new access token, and for the plan that was sold where another one is found, or none; and for each plan that is billed a time in the next day
 * when that is looked for the first time. In bites, so that it can stop at any moment and go on later.
 */
final class Step7
{
    private const BITE = 1000;

    private const DAY = 86400;

    private const COLUMNS = [
        Schema::SERVICES => ['missing' => 'varchar(100) null'],
        Schema::KEYS => ['token_lease' => 'bigint not null default 0'],
    ];

    /** @return int how many rows are left */
    public static function take(float $until): int
    {
        TableForms::addMissing(self::COLUMNS);
        do {
            $done = Transaction::run(self::bite(...));
        } while ($done === self::BITE && microtime(true) < $until);

        return $done < self::BITE ? 0 : self::open()->count();
    }

    /** Whoever works on a row has made it due. */
    private static function bite(): int
    {
        $ids = self::open()->orderBy('id')->limit(self::BITE)->lockForUpdate()->pluck('id')->all();
        if ($ids !== []) {
            Database::table(Schema::SERVICES)->whereIn('id', $ids)->update([
                'next_look_at' => Database::connection()->raw('unix_timestamp() + 300 + mod(id * 7919, ' . self::DAY . ')'),
                'version' => Database::connection()->raw('version + 1'),
            ]);
        }

        return count($ids);
    }

    /** The words are those of this step, which the code after it need not know. */
    private static function open(): Builder
    {
        return Database::table(Schema::SERVICES)
            ->whereIn('state', ['active', 'orphaned'])
            ->whereNull('next_look_at');
    }
}
