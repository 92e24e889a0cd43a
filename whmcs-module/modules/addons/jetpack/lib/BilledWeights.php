<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Ledger;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Transaction;

/**
 * What is billed against the ledger, and the ledger against what is billed. What each is worth is Rust's to say.
 */
final class BilledWeights
{
    private const AT_ONCE = 200;

    /** Billed, and sold by nobody here. */
    public const UNSOLD = 'unsold';

    /** Billed and sold. */
    public const SOLD = 'sold';

    /** Sold and not billed. */
    public const UNBILLED = 'unbilled';

    /**
     * The next lot.
     *
     * @return int|null where it came to; null at the end
     */
    public static function weigh(int $after): ?int
    {
        $billed = Database::table(Schema::BILLED)->whereNotNull('activation')->where('id', '>', $after)->orderBy('id')->limit(self::AT_ONCE)->get()->all();
        if ($billed === []) {
            return null;
        }
        $weights = self::of($billed);
        Transaction::run(static function () use ($billed, $weights): void {
            foreach ($billed as $index => $one) {
                $weight = $weights[$index];
                $service = $weight['word'] === self::UNSOLD && $one->site_key !== null ? Unrecorded::onSite((string) $one->site, $one->site_key) : null;
                Database::table(Schema::BILLED)->where('id', $one->id)->update([
                    'word' => $weight['word'],
                    'row_id' => $weight['row'],
                    'services' => (string) ($service ?? ''),
                ]);
            }
        });

        return (int) end($billed)->id;
    }

    /**
     * What the ledger has that is not billed. Only of keys whose report was read.
     *
     * @param array<int, string> $partnerIds
     *
     * @return int|null where it came to; null at the end
     */
    public static function compare(int $after, array $partnerIds, int $round): ?int
    {
        $rows = Database::table(Schema::SERVICES)
            ->whereIn('partner_id', $partnerIds)
            ->whereNotNull('site_key')
            ->where('id', '>', $after)
            ->orderBy('id')
            ->limit(self::AT_ONCE)
            ->get(Ledger::COLUMNS)
            ->map(static fn (object $row): array => (array) $row)
            ->all();
        if ($rows === []) {
            return null;
        }
        $plans = Database::table(Schema::BILLED)
            ->whereNotNull('activation')
            ->whereIn('site_key', array_column($rows, 'site_key'))
            ->get(['partner_id', 'site_key', 'plan'])
            ->groupBy(static fn (object $one): string => "$one->partner_id $one->site_key");
        $sold = array_map(static fn (array $row): array => [
            'row' => $row,
            'plans' => isset($plans["$row[partner_id] $row[site_key]"]) ? $plans["$row[partner_id] $row[site_key]"]->pluck('plan')->all() : [],
        ], $rows);
        $unbilled = Core::ask('weigh', ['now' => Database::now(), 'sold' => $sold])['unbilled'];
        Transaction::run(static function () use ($rows, $unbilled, $round): void {
            Database::table(Schema::BILLED)->whereNull('activation')->whereIn('row_id', array_column($rows, 'id'))->delete();
            Database::table(Schema::BILLED)->insert(array_map(static fn (array $row): array => [
                'word' => self::UNBILLED,
                'row_id' => $row['id'],
                'round' => $round,
            ] + array_intersect_key($row, ['partner_id' => 0, 'plan' => 0, 'site' => 0, 'site_key' => 0]), array_intersect_key($rows, array_filter($unbilled))));
        });

        return (int) end($rows)['id'];
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
            'rows' => $rows ?? $bySite[$one->site_key] ?? [],
        ], $billed);

        return array_combine(array_keys($billed), Core::ask('weigh', ['now' => Database::now(), 'billed' => array_values($asked)])['billed']);
    }
}
