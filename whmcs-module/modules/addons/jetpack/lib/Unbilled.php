<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Closure;
use Illuminate\Support\Collection;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Ledger;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * The ledger against what is billed: what was sold here, and is not in the report.
 */
final class Unbilled
{
    private const AT_ONCE = 200;

    /** Seconds that the report may be behind what was sold, and more than it has been seen to be. */
    private const BEHIND = 2 * 86400;

    /** What a plan is new by. */
    private const SELLING = ['create', 'adopt', 'unsuspend', 'change'];

    /** Sold and not billed. */
    public const WORD = 'unbilled';

    /** Billed at one address of a host, and sold at another. */
    public const NEAR = 'near';

    /**
     * What the ledger has that is not billed, the next lot. Only of keys whose report was read, and only of what was sold before it
     * can have been written.
     *
     * @param array<string, mixed> $progress of the report
     *
     * @return array{int|null, Closure(): mixed} where it came to, null at the end; and what has to be written
     */
    public static function bite(array $progress): array
    {
        $rows = Database::table(Schema::SERVICES)
            ->whereIn('partner_id', $progress['partner_ids'])
            ->whereNotNull('site_key')
            ->where('id', '>', $progress['after'])
            ->orderBy('id')
            ->limit(self::AT_ONCE)
            ->get(Ledger::COLUMNS)
            ->map(static fn (object $row): array => (array) $row)
            ->all();
        if ($rows === []) {
            return [null, static fn () => null];
        }
        $unbilled = self::older(array_intersect_key($rows, array_filter(self::of($rows))), $progress['begun'] - self::BEHIND);
        $near = self::near($unbilled);

        return [(int) end($rows)['id'], static function () use ($rows, $unbilled, $near, $progress): void {
            Database::table(Schema::BILLED)->whereNull('activation')->whereIn('row_id', array_column($rows, 'id'))->delete();
            Database::table(Schema::BILLED)->insert(array_map(static fn (array $row): array => [
                'word' => isset($near[$row['id']]) ? self::NEAR : self::WORD,
                'row_id' => $row['id'],
                'round' => $progress['round'],
            ] + array_intersect_key($row, ['partner_id' => 0, 'plan' => 0, 'site' => 0, 'site_key' => 0]), array_values($unbilled)));
            foreach ($near as $row => $billed) {
                Database::table(Schema::BILLED)->whereIn('id', $billed)->update(['word' => self::NEAR, 'row_id' => $row]);
            }
        }];
    }

    /**
     * How much of what was sold is not billed.
     *
     * @param array<int, array<string, mixed>> $rows of the ledger
     *
     * @return array<int, string|null> by the same indices `alive` or `gone`, or null where all is well
     */
    public static function of(array $rows): array
    {
        $plans = Database::table(Schema::BILLED)
            ->whereNotNull('activation')
            ->whereIn('site_key', array_column($rows, 'site_key'))
            ->get(['partner_id', 'site_key', 'plan'])
            ->groupBy('site_key');
        $sold = array_map(static function (array $row) use ($plans): array {
            [$own, $others] = ($plans[$row['site_key']] ?? new Collection())->partition(static fn (object $one): bool => $one->partner_id === $row['partner_id']);

            return ['row' => $row, 'plans' => $own->pluck('plan')->all(), 'of_others' => $others->pluck('plan')->all()];
        }, $rows);

        return array_combine(array_keys($rows), Core::ask('weigh', ['now' => Database::now(), 'sold' => array_values($sold)])['unbilled']);
    }

    /**
     * @param array<int, array<string, mixed>> $rows
     *
     * @return array<int, array<string, mixed>> those of them whose plan nobody has sold since that moment
     */
    private static function older(array $rows, int $moment): array
    {
        $new = [];
        foreach (['service', 'addon'] as $type) {
            $ids = array_column(array_filter($rows, static fn (array $row): bool => $row['service_type'] === $type), 'service_id');
            $new[$type] = array_flip(Database::table(Schema::JOURNAL)
                ->where('service_type', $type)
                ->whereIn('service_id', $ids)
                ->whereIn('action', self::SELLING)
                ->where('created_at', '>', gmdate('Y-m-d H:i:s', $moment))
                ->distinct()
                ->pluck('service_id')
                ->all());
        }

        return array_filter($rows, static fn (array $row): bool => !isset($new[$row['service_type']][$row['service_id']]));
    }

    /**
     * What nobody sold at another address of the same host may be what is missed: the report may name a site by its home, and the
     * service by where WordPress is.
     *
     * @param array<int, array<string, mixed>> $rows
     *
     * @return array<int, array<int, int>> by row what is billed so
     */
    private static function near(array $rows): array
    {
        $sites = array_map(static fn (array $row): string => (string) $row['site'], $rows);
        $hosts = $sites === [] ? [] : Core::ask('describe', ['sites' => array_values($sites)])['site_hosts'];
        $billed = Database::table(Schema::BILLED)
            ->whereIn('host', array_values(array_unique(array_filter($hosts))))
            ->where('word', BilledWeights::UNSOLD)
            ->get(['id', 'host', 'plan', 'partner_id'])
            ->groupBy('host');
        $near = [];
        foreach ($rows as $index => $row) {
            $ids = ($billed[$hosts[$sites[$index]] ?? ''] ?? new Collection())
                ->filter(static fn (object $one): bool => $one->partner_id === $row['partner_id']
                    && in_array((string) $one->plan, ['', (string) ($row['plan'] ?? $row['missing'])], true))
                ->pluck('id')
                ->all();
            if ($ids !== []) {
                $near[(int) $row['id']] = $ids;
            }
        }

        return $near;
    }
}
