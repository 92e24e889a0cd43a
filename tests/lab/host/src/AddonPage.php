<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\AddonTarget;
use stdClass;

/** The admin page of one product addon of a service: what saving it does. */
final class AddonPage
{
    /**
     * AddonEdit runs for changes other than of the status, which has hooks of its own (developer docs, Hooks: Addon).
     *
     * @param array<string, mixed> $form
     *
     * @return array{string, string} a message box
     */
    public static function save(int $id, array $form): array
    {
        $addon = Capsule::table('tblhostingaddons')->find($id);
        $before = self::values($id, (int) $addon->addonid);
        $name = (string) ($form['name'] ?? $addon->name);
        Capsule::table('tblhostingaddons')->where('id', $id)->update(['name' => $name, 'updated_at' => date('Y-m-d H:i:s')]);
        CustomFieldInput::store(CustomFields::of('addon', (int) $addon->addonid), $id, $form);
        ServicePage::saveModuleRows(new AddonTarget($id));
        if ($name !== $addon->name || $before !== self::values($id, (int) $addon->addonid)) {
            Hooks::run('AddonEdit', ServiceAddons::hookVars($id));
        }
        ServiceAddons::changeStatus($id, (string) ($form['status'] ?? $addon->status));

        return ['success', 'Changes Saved Successfully!'];
    }

    /** @return array<int, string> the addons that can be added: id => name */
    public static function choices(): array
    {
        return Capsule::table('tbladdons')->orderBy('weight')->orderBy('id')->pluck('name', 'id')->all();
    }

    /** @return list<string> */
    private static function values(int $id, int $definitionId): array
    {
        return array_map(
            static fn (stdClass $field): string => CustomFields::valueOf($field, $id),
            CustomFields::of('addon', $definitionId),
        );
    }
}
