<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\Command;
use Lab\Module\Params;
use Lab\Module\ServerModule;
use stdClass;

/** The admin page of one service: its buttons, what they do, and what saving does (contract, sections 1.2 and 5). */
final class ServicePage
{
    /** Value of `modop` => [label, module function]. */
    private const COMMANDS = [
        'create' => ['Create', 'CreateAccount'],
        'renew' => ['Renew', 'Renew'],
        'suspend' => ['Suspend', 'SuspendAccount'],
        'unsuspend' => ['Unsuspend', 'UnsuspendAccount'],
        'terminate' => ['Terminate', 'TerminateAccount'],
        'changepackage' => ['Change Package', 'ChangePackage'],
        'changepw' => ['Change Password', 'ChangePassword'],
    ];

    /** @return array<string, array<string, string>> label => what the button posts; only what the module defines */
    public static function buttons(stdClass $service, stdClass $product): array
    {
        if (!ServerModule::exists($product->servertype)) {
            return [];
        }
        $module = ServerModule::load($product->servertype);
        $buttons = [];
        foreach (self::COMMANDS as $modop => [$label, $function]) {
            if ($module->has($function)) {
                $buttons[$label] = ['modop' => $modop];
            }
        }
        foreach (self::customFunctions($module, (int) $service->id) as $label => $function) {
            $buttons[$label] = ['modop' => 'custom', 'ac' => $function];
        }

        return $buttons;
    }

    /**
     * @param array<string, mixed> $form
     *
     * @return array{string, string, string} a message box
     */
    public static function command(int $id, array $form): array
    {
        $service = Capsule::table('tblhosting')->find($id);
        $product = Capsule::table('tblproducts')->find($service->packageid);
        $modop = (string) $form['modop'];
        $posted = $modop === 'custom' ? ['modop' => $modop, 'ac' => (string) ($form['ac'] ?? '')] : ['modop' => $modop];
        if (!in_array($posted, self::buttons($service, $product), true)) {
            return ['error', 'Module Command Error', 'Function Not Supported by Module'];
        }
        $function = self::COMMANDS[$modop][1] ?? $posted['ac'];
        $extra = match ($modop) {
            'suspend' => ['suspendreason' => (string) ($form['suspreason'] ?? '')],
            'changepw' => ['password' => (string) ($form['password'] ?? '')],
            default => [],
        };
        $answer = (new Command($id, isAutomated: false))->run($function, $extra);

        return $answer === 'success'
            ? ['success', 'Module Command Successful', 'The requested action was completed.']
            : ['error', 'Module Command Error', $answer];
    }

    /**
     * @param array<string, mixed> $form
     *
     * @return array{string, string}
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
        $service = Capsule::table('tblhosting')->find($id);
        foreach (CustomFields::ofProduct((int) $service->packageid) as $field) {
            if (isset($form['customfield'][$field->id]) || $field->fieldtype === 'tickbox') {
                CustomFields::store($field, $id, (string) ($form['customfield'][$field->id] ?? ''));
            }
        }
        $product = Capsule::table('tblproducts')->find($service->packageid);
        if (ServerModule::exists($product->servertype)) {
            $module = ServerModule::load($product->servertype);
            $module->has('AdminServicesTabFieldsSave') && $module->call('AdminServicesTabFieldsSave', Params::ofService($id));
        }
        Hooks::run('AdminClientServicesTabFieldsSave', $_REQUEST);
        Hooks::run('ServiceEdit', ['userid' => $userId, 'serviceid' => $id]);
        Hooks::run('AdminServiceEdit', ['userid' => $userId, 'serviceid' => $id]);

        return ['success', 'Changes Saved Successfully!'];
    }

    /** @return array<string, string> label => HTML, from the module */
    public static function moduleRows(stdClass $service, stdClass $product): array
    {
        if (!ServerModule::exists($product->servertype)) {
            return [];
        }
        $module = ServerModule::load($product->servertype);

        return $module->has('AdminServicesTabFields')
            ? (array) $module->call('AdminServicesTabFields', Params::ofService((int) $service->id))
            : [];
    }

    /** @return array<string, string> label => HTML, from hooks */
    public static function hookRows(int $id): array
    {
        return array_merge([], ...array_filter(Hooks::run('AdminClientServicesTabFields', ['id' => $id]), 'is_array'));
    }

    /** @return array<string, string> label => function */
    private static function customFunctions(ServerModule $module, int $id): array
    {
        return $module->list('AdminCustomButtonArray', static fn (): array => Params::ofService($id));
    }
}
