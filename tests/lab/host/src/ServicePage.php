<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\ServerModule;
use Lab\Module\ServiceTarget;
use Lab\Module\Target;

/** The admin page of one service: what modules and hooks add to it, and what saving does (contract, sections 1.2 and 5). */
final class ServicePage
{
    /**
     * @param array<string, mixed> $form
     *
     * @return array{string, string} a message box
     */
    public static function save(int $id, int $userId, array $form): array
    {
        Hooks::run('PreServiceEdit', ['serviceid' => $id]);
        Hooks::run('PreAdminServiceEdit', ['serviceid' => $id]);
        $change = ['updated_at' => date('Y-m-d H:i:s')];
        foreach (['packageid' => 'packageid', 'domain' => 'domain', 'status' => 'domainstatus'] as $name => $column) {
            if (isset($form[$name])) {
                $change[$column] = $form[$name];
            }
        }
        Capsule::table('tblhosting')->where('id', $id)->update($change);
        $productId = (int) Capsule::table('tblhosting')->where('id', $id)->value('packageid');
        CustomFieldInput::store(CustomFields::ofProduct($productId), $id, $form);
        self::saveModuleRows(new ServiceTarget($id));
        Hooks::run('AdminClientServicesTabFieldsSave', $_REQUEST);
        Hooks::run('ServiceEdit', ['userid' => $userId, 'serviceid' => $id]);
        Hooks::run('AdminServiceEdit', ['userid' => $userId, 'serviceid' => $id]);

        return ['success', 'Changes Saved Successfully!'];
    }

    /** @return array<string, string> label => HTML, from the module */
    public static function moduleRows(Target $target): array
    {
        $module = self::moduleWith($target, 'AdminServicesTabFields');

        return (array) $module?->call('AdminServicesTabFields', $target->params());
    }

    /** @return array<string, string> label => HTML, from hooks */
    public static function hookRows(int $id): array
    {
        return array_merge([], ...array_filter(Hooks::run('AdminClientServicesTabFields', ['id' => $id]), 'is_array'));
    }

    public static function saveModuleRows(Target $target): void
    {
        self::moduleWith($target, 'AdminServicesTabFieldsSave')?->call('AdminServicesTabFieldsSave', $target->params());
    }

    /** Raw: modules put inputs and buttons there (contract, section 1.2). @param array<string, string> $rows */
    public static function show(array $rows): void
    {
        foreach ($rows as $label => $html) {
            echo '<tr><td class="fieldlabel">' . e($label) . '</td><td class="fieldarea">' . $html . '</td></tr>';
        }
    }

    private static function moduleWith(Target $target, string $function): ?ServerModule
    {
        $module = ServerModule::exists($target->module()) ? ServerModule::load($target->module()) : null;

        return $module?->has($function) ? $module : null;
    }
}
