<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;

/**
 * The key of each row's site, by the canonical address: 0.1.0 took two spellings of one site for two. In bites, so that it
 * can stop at any moment and go on later.
 */
final class Step3
{
    private const BITE = 1000;

    /** Marks a row whose address this version refuses. */
    public const UNREADABLE = 'unreadable';

    /**
     * @return int how many rows are left
     *
     * @throws Stopped without the extension, which knows the canonical form
     */
    public static function take(float $until): int
    {
        $problem = self::open()->exists() ? Bridge::problem() : null;
        if ($problem !== null) {
            throw new Stopped($problem);
        }
        do {
            $done = Transaction::run(self::bite(...));
        } while ($done === self::BITE && microtime(true) < $until);

        return $done < self::BITE ? 0 : self::open()->count();
    }

    private static function bite(): int
    {
        $rows = self::open()->orderBy('id')->limit(self::BITE)->lockForUpdate()->get(['id', 'site']);
        if ($rows->isEmpty()) {
            return 0;
        }
        $keys = Core::ask('describe', ['sites' => $rows->pluck('site')->unique()->values()->all()])['site_keys'];
        foreach ($rows as $row) {
            Database::table(Schema::SERVICES)->where('id', $row->id)->update([
                'site_key' => $keys[$row->site] ?? self::UNREADABLE,
            ]);
        }

        return $rows->count();
    }

    private static function open(): Builder
    {
        return Database::table(Schema::SERVICES)->whereNotNull('site')->where('site', '<>', '')->whereNull('site_key');
    }
}
