<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * What uses the partner keys: products and product addons by their settings, plans by the ledger.
 */
final class KeyUse
{
    /**
     * @param array<string, mixed> $vars
     *
     * @return array<int, array{isAddon: bool, id: int, name: string, named: string, isTyped: bool, key: string}> `named` is the partner
     *     id in its settings, `isTyped` whether the secret is there as well, `key` the id of the key that is meant
     */
    public static function sold(#[\SensitiveParameter] array $vars): array
    {
        $products = Database::table('tblproducts')
            ->where('servertype', 'jetpack')
            ->orderBy('id')
            ->get(['id', 'name', 'configoption1', 'configoption2'])
            ->map(static fn (object $row): array => self::one(false, $row, $vars));
        $addons = Database::table('tbladdons as a')
            ->leftJoin('tblmodule_configuration as i', static fn ($own) => self::setting($own, 'i', 'configoption1'))
            ->leftJoin('tblmodule_configuration as s', static fn ($own) => self::setting($own, 's', 'configoption2'))
            ->where('a.module', 'jetpack')
            ->orderBy('a.id')
            ->get(['a.id', 'a.name', 'i.value as configoption1', 's.value as configoption2'])
            ->map(static fn (object $row): array => self::one(true, $row, $vars));

        return [...$products->all(), ...$addons->unique('id')->values()->all()];
    }

    /**
     * The plans that there are, or may be, by key and slug; what is under way counts.
     *
     * @return array<int|string, array<int|string, int>>
     */
    public static function plans(): array
    {
        $plans = [];
        // Grouped as the index has them, then without the state: so they are counted in its order.
        $each = Database::table(Schema::SERVICES)
            ->whereNotIn('state', [...self::over(), Core::ask('describe', [])['suspended']])
            ->where('partner_id', '<>', '')
            ->groupBy('partner_id', 'state', 'plan')
            ->selectRaw('partner_id, plan, count(*) as number');
        $rows = Database::connection()->query()->fromSub($each, 'one')->groupBy('partner_id', 'plan')->selectRaw('partner_id, plan, sum(number) as plans');
        foreach ($rows->get() as $row) {
            $plans[$row->partner_id][(string) $row->plan] = (int) $row->plans;
        }

        return $plans;
    }

    /**
     * How many records need each key, or one: those of plans that live or may, or may come to live, or are waited for. A suspended
     * service gets its plan back from its key.
     *
     * @return array<int|string, int> by partner id
     */
    public static function needs(?string $partnerId = null): array
    {
        $over = self::over();
        $each = static fn (): Builder => Database::table(Schema::SERVICES)
            ->when($partnerId !== null, static fn (Builder $rows): Builder => $rows->where('partner_id', $partnerId))
            ->whereNotNull('partner_id')
            ->groupBy('partner_id')
            ->selectRaw('partner_id, count(*) as needs');
        // Each is found by an index; in one statement, so that none moves from the one to the other meanwhile.
        $live = $each()->whereNotIn('state', $over);
        $due = $each()->whereIn('state', $over)->where(static fn (Builder $any): Builder => $any->whereNotNull('next_look_at')->orWhereNotNull('doubt_until'));
        $needs = [];
        foreach ($live->unionAll($due)->get() as $row) {
            $needs[$row->partner_id] = ($needs[$row->partner_id] ?? 0) + (int) $row->needs;
        }

        return $needs;
    }

    /** @return array<int, string> the stored words of what is over */
    private static function over(): array
    {
        return Core::ask('prunable', ['now' => Database::now(), 'rows' => [], 'settings' => []])['states'];
    }

    /**
     * @param array<string, mixed> $vars
     *
     * @return array{isAddon: bool, id: int, name: string, named: string, isTyped: bool, key: string}
     */
    private static function one(bool $isAddon, #[\SensitiveParameter] object $row, #[\SensitiveParameter] array $vars): array
    {
        // Where the licensing module had its API token there is no id to be shown.
        $isForeign = Licences::areOptions((string) $row->configoption1, (string) $row->configoption2);
        $named = $isForeign ? '' : Typed::plain($row->configoption1);
        $isTyped = trim((string) $row->configoption2) !== '';

        return [
            'isAddon' => $isAddon,
            'id' => (int) $row->id,
            'name' => (string) $row->name,
            'named' => $named,
            'isTyped' => $isTyped,
            // A secret without an id is a mistake, and means none.
            'key' => $named !== '' || $isTyped ? $named : Typed::plain($vars['partner_id'] ?? ''),
        ];
    }

    private static function setting(object $join, string $alias, string $name): void
    {
        $join->on("$alias.entity_id", '=', 'a.id')->where("$alias.entity_type", 'addon')->where("$alias.setting_name", $name);
    }
}
