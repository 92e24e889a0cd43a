<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\ServerModule;
use stdClass;

/** The page of one product addon (tbladdons): what it shows of a module, and what saving it does. */
final class ProductAddonForm
{
    /** @return array<string, array<string, mixed>> */
    public static function moduleSettings(stdClass $addon): array
    {
        return ServerModule::settings($addon->module, [
            'producttype' => $addon->type, 'moduletype' => $addon->module, 'isAddon' => true,
        ]);
    }

    /** @return array<string, string> by setting_name: configoption1 and on */
    public static function values(int $id): array
    {
        return Capsule::table('tblmodule_configuration')->where('entity_type', 'addon')->where('entity_id', $id)
            ->pluck('value', 'setting_name')->all();
    }

    /** @param array<string, mixed> $form */
    public static function save(int $id, array $form): void
    {
        $before = Capsule::table('tbladdons')->find($id);
        $columns = ['packages' => implode(',', array_map('intval', array_keys((array) ($form['packages'] ?? []))))];
        foreach (['name', 'description', 'module', 'autoactivate', 'welcomeemail', 'type'] as $column) {
            $columns[$column] = $form[$column] ?? $before->$column;
        }
        Capsule::table('tbladdons')->where('id', $id)->update($columns + ['updated_at' => date('Y-m-d H:i:s')]);
        self::saveSettings($id, self::moduleSettings($before), (array) ($form['packageconfigoption'] ?? []));
        CustomFieldForm::save('addon', $id, (array) ($form['customfields'] ?? []));
        if (Switches::isOn('product_addon_save_detects_hooks') && ServerModule::exists((string) $columns['module'])) {
            Hooks::detect('servers', (string) $columns['module']);
        }
        Hooks::run('AddonConfigSave', ['id' => $id]);
    }

    /**
     * Numbered as the module defines them, as for a product; the friendly name is kept beside (contract, section 1.9).
     *
     * @param array<string, array<string, mixed>> $fields
     * @param array<int|string, mixed> $answers by number; an unticked yesno field is not sent at all
     */
    private static function saveSettings(int $id, array $fields, array $answers): void
    {
        $number = 0;
        foreach ($fields as $label => $field) {
            $number++;
            $key = ['entity_type' => 'addon', 'entity_id' => $id, 'setting_name' => "configoption$number"];
            $now = date('Y-m-d H:i:s');
            $row = ['friendly_name' => (string) ($field['FriendlyName'] ?? $label), 'value' => (string) ($answers[$number] ?? '')];
            $isNew = Capsule::table('tblmodule_configuration')->where($key)->doesntExist();
            Capsule::table('tblmodule_configuration')->updateOrInsert($key, $row + ['updated_at' => $now] + ($isNew ? ['created_at' => $now] : []));
        }
    }
}
