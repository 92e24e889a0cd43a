<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Closure;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Ledger;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * What is billed against the ledger. What each is worth is Rust's to say.
 */
final class BilledWeights
{
    private const AT_ONCE = 200;

    /** Billed, and no service here has it. */
    public const NOBODYS = [self::UNSOLD, 'lost'];

    /** Billed, and sold by nobody here. */
    public const UNSOLD = 'unsold';

    /** Billed and sold. */
    public const SOLD = 'sold';

    /** Nobody can tell. */
    public const UNCLEAR = 'unclear';

    /** Billed, and the plan of a service that is billed already. */
    public const TWICE = 'twice';

    /** Listed, and not billed yet. */
    public const WAITING = 'waiting';

    /**
     * The next lot of what is billed.
     *
     * @return array{int|null, Closure(): mixed} where it came to, null at the end; and what has to be written
     */
    public static function weigh(int $after): array
    {
        $billed = Database::table(Schema::BILLED)->whereNotNull('activation')->where('id', '>', $after)->orderBy('id')->limit(self::AT_ONCE)->get()->all();
        if ($billed === []) {
            return [null, self::nameTwice(...)];
        }
        $weights = self::of($billed);

        return [(int) end($billed)->id, static function () use ($billed, $weights): void {
            foreach ($billed as $index => $one) {
                Database::table(Schema::BILLED)
                    ->where('id', $one->id)
                    ->update(['word' => $weights[$index]['word'], 'row_id' => $weights[$index]['row'], 'services' => '']);
            }
        }];
    }

    /**
     * A service has its plan once: what is billed for it a second time is not what was sold. Of what is not told nobody knows which
     * plan it is.
     */
    private static function nameTwice(): void
    {
        $table = Schema::BILLED;
        Database::connection()->statement(
            "update $table as b join (
                select row_id, min(case when plan <> '' then id end) as told, min(id) as first
                from $table where word = ? and activation is not null group by row_id having count(*) > 1
            ) as d on d.row_id = b.row_id
            set b.word = case when b.plan <> '' then ? else ? end
            where b.word = ? and b.activation is not null and b.id <> coalesce(d.told, d.first)",
            [self::SOLD, self::TWICE, self::UNCLEAR, self::SOLD]
        );
    }

    /**
     * How each stands by now.
     *
     * @param array<int, object> $billed rows of the report
     * @param array<int, array<string, mixed>>|null $rows of the ledger, for all of them; null for those of their sites
     *
     * @return array<int, array{word: string, row: int|null, orphan: array<string, mixed>|null}> by the same indices
     */
    public static function of(array $billed, ?array $rows = null): array
    {
        $keys = array_filter(array_map(static fn (object $one): ?string => $one->site_key, $billed));
        $bySite = $rows !== null ? null : Database::table(Schema::SERVICES)
            ->whereIn('site_key', $keys)
            ->get(Ledger::COLUMNS)
            ->map(static fn (object $row): array => (array) $row)
            ->groupBy('site_key')
            ->toArray();
        $asked = array_map(static fn (object $one): array => [
            // One that this module cannot read is no site of a service's.
            'site' => $one->site_key === null ? null : $one->site,
            'plan' => $one->plan,
            'partner_id' => $one->partner_id,
            'since' => $one->since,
            'rows' => $rows ?? $bySite[$one->site_key] ?? [],
        ], $billed);

        return array_combine(array_keys($billed), Core::ask('weigh', ['now' => Database::now(), 'billed' => array_values($asked)])['billed']);
    }
}
