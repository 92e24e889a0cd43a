<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;

/**
 * The product addons that are set to this module: what clients order beside a product of the host's. WHMCS has no API for them,
 * and does not document the columns, which other modules have in common (whmcs-contract.md §1.9, §4.4).
 */
final class ProductAddons
{
    /** Of how many settings the addon's page reads: id, secret, plan. */
    private const OPTIONS = ['configoption1', 'configoption2', 'configoption3'];

    /**
     * Those that are not retired, with their settings as a product has them.
     *
     * @return array<int, object> by id
     */
    public static function rows(): array
    {
        $addons = [];
        foreach (Capsule::table('tbladdons')->where('module', 'jetpack')->orderBy('id')->get() as $row) {
            // Older releases have no such column.
            if ((int) ($row->retired ?? 0) === 0) {
                $addons[(int) $row->id] = (object) ((array) $row + array_fill_keys(self::OPTIONS, ''));
            }
        }
        $settings = Capsule::table('tblmodule_configuration')
            ->where('entity_type', 'addon')
            ->whereIn('entity_id', array_keys($addons))
            ->whereIn('setting_name', self::OPTIONS)
            ->get(['entity_id', 'setting_name', 'value']);
        foreach ($settings as $setting) {
            $addons[(int) $setting->entity_id]->{$setting->setting_name} = $setting->value;
        }

        return $addons;
    }

    /**
     * For each plan its product addon, the oldest of several, or null.
     *
     * @param array<string, string> $names by the plan's slug
     *
     * @return array<string, array{id: int, name: string, hidden: bool}|null>
     */
    public static function all(array $names): array
    {
        return Products::byPlan(array_reverse(self::rows()), $names);
    }

    /**
     * The products beside which one can be ordered: all but this module's own.
     *
     * @return array<int, array{name: string, isHosting: bool}> by id
     */
    public static function beside(): array
    {
        return Capsule::table('tblproducts')
            ->where('servertype', '<>', 'jetpack')
            ->where('retired', 0)
            ->orderBy('name')
            ->orderBy('id')
            ->get(['id', 'name', 'type'])
            ->keyBy('id')
            ->map(static fn (object $row): array => [
                'name' => (string) $row->name,
                'isHosting' => in_array($row->type, ['hostingaccount', 'reselleraccount', 'server'], true),
            ])
            ->all();
    }

    /**
     * Makes one of the type that WHMCS calls Independent Product, hidden, and priced or not for sale.
     *
     * @param array<int, array{string, string, string}> $settings name, value and label
     *
     * @return int its id
     */
    public static function make(ProductForm $form, string $plan, array $settings): int
    {
        $now = date('Y-m-d H:i:s');
        $stamps = ['created_at' => $now, 'updated_at' => $now];
        $id = (int) Capsule::table('tbladdons')->insertGetId(self::known($stamps + [
            'name' => $form->plans[$plan],
            'description' => '',
            'packages' => implode(',', $form->beside),
            'billingcycle' => $plan === ProductForm::FREE ? 'free' : 'recurring',
            'allowqty' => 0,
            'tax' => (int) $form->isTaxed,
            'showorder' => 1,
            'hidden' => 1,
            'retired' => 0,
            'downloads' => '',
            'autoactivate' => 'payment',
            'suspendproduct' => 0,
            // WHMCS sends the mail with the parent service's fields, and ours is about the plan's (whmcs-contract.md §11).
            'welcomeemail' => 0,
            'type' => 'other',
            'module' => 'jetpack',
            'server_group_id' => 0,
            'prorate' => 0,
            'autolinkby' => '',
            'weight' => 0,
        ]));
        foreach ($settings as [$name, $value, $label]) {
            Capsule::table('tblmodule_configuration')->insert($stamps + [
                'entity_type' => 'addon',
                'entity_id' => $id,
                'setting_name' => $name,
                'friendly_name' => $label,
                'value' => $value,
            ]);
        }
        foreach (ProductCreator::pricing($form, $plan) as $currency => $prices) {
            $fees = array_fill_keys(array_map(static fn (string $cycle): string => $cycle[0] . 'setupfee', Sold::CYCLES), 0);
            Capsule::table('tblpricing')->insert(['type' => 'addon', 'currency' => $currency, 'relid' => $id] + $prices + $fees);
        }

        return $id;
    }

    /**
     * @param array<string, mixed> $columns
     *
     * @return array<string, mixed> those that this release of WHMCS has
     */
    private static function known(array $columns): array
    {
        return array_intersect_key($columns, array_flip(Capsule::schema()->getColumnListing('tbladdons')));
    }
}
