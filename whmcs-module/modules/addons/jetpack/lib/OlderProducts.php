<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\InWhmcs;

/**
 * The products that the first module's addon has created: its table says the plan of each, which the product's option Plan does not
 * say yet. The table is only read.
 */
final class OlderProducts
{
    private const TABLE = 'jetpack_products';

    public static function exist(): bool
    {
        $schema = Database::connection()->getSchemaBuilder();

        return $schema->hasTable(self::TABLE) && $schema->hasColumn(self::TABLE, 'product_id') && $schema->hasColumn(self::TABLE, 'plan_type');
    }

    /**
     * @return array<int, array{id: int, name: string, plan: string, option: string, others: int, isKnown: bool}> those set to this
     *     module; `others` is how many services have another plan in their field, `isKnown` whether there is such a plan
     */
    public static function all(): array
    {
        if (!self::exist()) {
            return [];
        }
        $known = array_keys(Core::products());

        return self::rows()->get(['p.id', 'p.name', 'p.configoption3', 'o.plan_type'])->map(static fn (object $row): array => [
            'id' => (int) $row->id,
            'name' => (string) $row->name,
            'plan' => self::slug((string) $row->plan_type),
            'option' => (string) $row->configoption3,
            'others' => self::others((int) $row->id, self::slug((string) $row->plan_type)),
            'isKnown' => in_array(self::slug((string) $row->plan_type), $known, true),
        ])->unique('id')->values()->all();
    }

    /** How many have no plan of their own yet. */
    public static function blank(): int
    {
        return self::exist() ? self::rows()->where('p.configoption3', '')->distinct()->count('p.id') : 0;
    }

    /**
     * @param array<string, string> $text
     */
    public static function setPlan(int $product, array $text): Notice
    {
        $found = array_column(self::all(), null, 'id')[$product] ?? null;
        if ($found === null || !$found['isKnown']) {
            return new Notice(false, $text['moving_no_product']);
        }
        // Only where it is blank still: somebody else may have chosen meanwhile.
        $isSet = Database::table('tblproducts')
            ->where('id', $product)
            ->where('servertype', 'jetpack')
            ->where('configoption3', '')
            ->update(['configoption3' => $found['plan'], 'updated_at' => date('Y-m-d H:i:s')]) === 1;

        return $isSet
            ? new Notice(true, sprintf($text['moving_plan_set'], $found['name'], $found['plan']))
            : new Notice(true, sprintf($text['moving_plan_kept'], $found['name']));
    }

    private static function rows(): Builder
    {
        return Database::table(self::TABLE . ' as o')->join('tblproducts as p', 'p.id', '=', 'o.product_id')->where('p.servertype', 'jetpack')->orderBy('p.id');
    }

    private static function others(int $product, string $plan): int
    {
        return Database::table('tblcustomfieldsvalues as v')
            ->join('tblcustomfields as f', 'f.id', '=', 'v.fieldid')
            ->join('tblhosting as h', 'h.id', '=', 'v.relid')
            ->where('f.type', 'product')
            ->where('f.relid', $product)
            ->where(static fn (Builder $name) => $name->where('f.fieldname', 'Plan')->orWhere('f.fieldname', 'like', 'Plan|%'))
            ->where('h.packageid', $product)
            ->whereIn('h.domainstatus', InWhmcs::PAID)
            ->where('v.value', '<>', '')
            ->whereRaw("lower(trim(substring_index(v.value, '|', 1))) <> ?", [$plan])
            ->count();
    }

    private static function slug(string $type): string
    {
        return strtolower(trim($type));
    }
}
