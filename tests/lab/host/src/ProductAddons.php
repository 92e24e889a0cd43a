<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\Params;
use Lab\Module\ServerModule;
use stdClass;

/**
 * Product addons that a server module provisions (contract, section 1.9): what is sold, what clients have of it, and the
 * module's commands for one. There is no order form for them here: staff add them.
 */
final class ProductAddons
{
    /** Value of `modop` => [label, module function, status after success]. */
    public const COMMANDS = [
        'create' => ['Create', 'CreateAccount', 'Active'],
        'terminate' => ['Terminate', 'TerminateAccount', 'Terminated'],
    ];

    /**
     * @param array<int, string> $options configoption1 and so on
     * @param array<int, string> $fields names of custom fields
     */
    public static function define(string $name, string $module, array $options, array $fields): int
    {
        $id = Database::insert('tbladdons', ['name' => $name, 'module' => $module]);
        foreach (array_values($options) as $index => $value) {
            Database::insert('tblmodule_configuration', [
                'entity_type' => 'addon',
                'entity_id' => $id,
                'setting_name' => 'configoption' . ($index + 1),
                'friendly_name' => '',
                'value' => $value,
            ]);
        }
        foreach ($fields as $field) {
            CustomFields::create($id, ['fieldname' => $field, 'fieldtype' => 'text'], 'addon');
        }

        return $id;
    }

    /** @param array<string, string> $values of custom fields, by name */
    public static function add(int $serviceId, int $addonId, array $values): int
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        $addon = Capsule::table('tbladdons')->find($addonId);
        $id = Database::insert('tblhostingaddons', [
            'hostingid' => $serviceId,
            'addonid' => $addonId,
            'userid' => $service->userid,
            'name' => $addon->name,
            'status' => 'Pending',
        ]);
        foreach ($values as $name => $value) {
            CustomFields::store(CustomFields::named($addonId, $name, 'addon'), $id, $value);
        }

        return $id;
    }

    /** @return list<stdClass> */
    public static function ofService(int $serviceId): array
    {
        return Capsule::table('tblhostingaddons')->where('hostingid', $serviceId)->orderBy('id')->get()->all();
    }

    /** @return array{string, string, string} a message box */
    public static function command(int $id, string $modop): array
    {
        [, $function, $status] = self::COMMANDS[$modop];
        $row = Capsule::table('tblhostingaddons')->find($id);
        $module = ServerModule::load((string) Capsule::table('tbladdons')->where('id', $row->addonid)->value('module'));
        $answer = (string) $module->call($function, Params::ofAddon($id));
        if ($answer !== 'success') {
            return ['error', 'Module Command Error', $answer];
        }
        Capsule::table('tblhostingaddons')->where('id', $id)->update(['status' => $status]);

        return ['success', 'Module Command Successful', 'The requested action was completed.'];
    }
}
