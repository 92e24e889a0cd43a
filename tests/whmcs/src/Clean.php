<?php

declare(strict_types=1);

namespace ContractTest;

use WHMCS\Database\Capsule;

/** Removes what runs have made, this one's and those that were killed; nothing else (see Marks). Entries of the logs stay: they say that it happened. */
final class Clean
{
    /** @return list<string> what is left */
    public static function all(): array
    {
        $groups = Marks::groups();
        $products = Marks::products();
        $addons = Marks::addons();
        $clients = Marks::clients();
        $services = self::ids('tblhosting', 'packageid', $products);
        [$orderedServices, $orderedAddons] = self::ordered();
        $instances = array_unique([...self::ids('tblhostingaddons', 'addonid', $addons), ...self::ids('tblhostingaddons', 'hostingid', $services)]);
        foreach ($clients as $client) {
            Api::ask('DeleteClient', ['clientid' => $client, 'deleteusers' => true, 'deletetransactions' => true]);
        }
        self::fields($products, $addons);
        foreach ([Marks::MODULE, 'jetpack'] as $module) {
            self::delete('tblmodulequeue', 'service_id', [...$services, ...$orderedServices], ['service_type' => 'service', 'module_name' => $module]);
            self::delete('tblmodulequeue', 'service_id', [...$instances, ...$orderedAddons], ['service_type' => 'addon', 'module_name' => $module]);
        }
        self::delete('tblcancelrequests', 'relid', $services);
        self::delete('tblhostingaddons', 'id', $instances);
        self::delete('tblhosting', 'id', $services);
        foreach (['tblorders', 'tblinvoiceitems', 'tblinvoices', 'tblemails'] as $table) {
            self::delete($table, 'userid', $clients);
        }
        self::people($clients);
        self::delete('tblmodule_configuration', 'entity_id', $addons, ['entity_type' => 'addon']);
        self::delete('tblpricing', 'relid', $addons, ['type' => 'addon']);
        self::delete('tblpricing', 'relid', $products, ['type' => 'product']);
        self::delete('tblproducts_slugs', 'product_id', $products);
        self::delete('tbladdons', 'id', $addons);
        self::delete('tblproducts', 'id', $products);
        self::delete('tblproductgroups', 'id', $groups);
        self::delete('tblmodulelog', 'module', [Marks::MODULE]);
        self::delete('tbladdonmodules', 'module', [Marks::MODULE]);
        self::books([...$services, ...$orderedServices]);
        self::lists();
        Capsule::schema()->dropIfExists(Marks::TABLE);

        return self::left($services, $instances);
    }

    /** @param list<int> $products @param list<int> $addons */
    private static function fields(array $products, array $addons): void
    {
        foreach (['product' => $products, 'addon' => $addons] as $type => $owners) {
            $fields = Capsule::table('tblcustomfields')->where('type', $type)->whereIn('relid', $owners)->pluck('id')->all();
            self::delete('tblcustomfieldsvalues', 'fieldid', $fields);
            self::delete('tblcustomfields', 'id', $fields);
        }
    }

    /** Clients, and since WHMCS 8 the users that belong to them: what DeleteClient has left. @param list<int> $clients */
    private static function people(array $clients): void
    {
        self::delete('tblusers_clients', 'client_id', $clients);
        self::delete('tblclients', 'id', $clients);
        if (Rows::columns('tblusers') !== []) {
            $users = Capsule::table('tblusers')->where('email', 'like', 'contract-test-%@example.com')->pluck('email', 'id')->all();
            $ours = array_filter($users, static fn (string $email): bool => preg_match('/^contract-test-[0-9a-f]{12}\w*@/', $email) === 1);
            self::delete('tblusers', 'id', array_keys($ours));
        }
    }

    /**
     * The services and addons of all orders of a run, also those that are gone: their numbers may stand in queue and books.
     *
     * @return array{list<int>, list<int>}
     */
    private static function ordered(): array
    {
        $orders = Capsule::schema()->hasTable(Marks::TABLE) ? Records::of('ordered') : [];

        return [array_merge(...array_column($orders, 'services')), array_merge(...array_column($orders, 'addons'))];
    }

    /**
     * The module's own books: all that was provisioned with the key of a run. Of a service that is gone the row has another number.
     *
     * @param list<int> $services
     */
    private static function books(array $services): void
    {
        if (Rows::columns('mod_jetpack_services') === []) {
            return;
        }
        $keys = Capsule::table('mod_jetpack_services')->where('partner_id', 'like', 'contract-test-%')->pluck('partner_id')->all();
        $ours = array_unique(preg_grep('/^contract-test-[0-9a-f]{12}$/', $keys));
        $rows = Capsule::table('mod_jetpack_services')->whereIn('partner_id', $ours)->get()->all();
        foreach ($rows as $row) {
            self::delete('mod_jetpack_journal', 'service_id', [$row->service_id], ['service_type' => $row->service_type]);
        }
        self::delete('mod_jetpack_journal', 'service_id', $services, ['service_type' => 'service']);
        self::delete('mod_jetpack_sites', 'site_key', array_filter(array_column($rows, 'site_key')));
        self::delete('mod_jetpack_services', 'id', array_column($rows, 'id'));
        self::delete('mod_jetpack_keys', 'partner_id', $ours);
    }

    /** WHMCS's lists of modules, of which it writes one itself when a page is saved: only this one's name goes. */
    private static function lists(): void
    {
        foreach (['ModuleHooks', 'ActiveAddonModules', 'AddonModulesHooks'] as $setting) {
            $row = Capsule::table('tblconfiguration')->where('setting', $setting);
            $before = (string) $row->value('value');
            $names = explode(',', $before);
            if (in_array(Marks::MODULE, $names, true)) {
                $row->where('value', $before)->update(['value' => implode(',', array_diff($names, [Marks::MODULE]))]);
            }
        }
        $row = Capsule::table('tblconfiguration')->where('setting', 'AddonModulesPerms');
        $before = (string) $row->value('value');
        $roles = str_contains($before, Marks::MODULE) ? @unserialize($before, ['allowed_classes' => false]) : false;
        if (is_array($roles)) {
            $without = array_map(static fn (mixed $modules): mixed => is_array($modules) ? array_diff_key($modules, [Marks::MODULE => '']) : $modules, $roles);
            $row->where('value', $before)->update(['value' => serialize(array_filter($without))]);
        }
    }

    /**
     * @param list<int> $services
     * @param list<int> $instances
     *
     * @return list<string>
     */
    private static function left(array $services, array $instances): array
    {
        $left = [
            'clients' => Marks::clients(), 'products' => Marks::products(), 'groups' => Marks::groups(), 'product addons' => Marks::addons(),
            'services' => self::ids('tblhosting', 'id', $services), 'addons of services' => self::ids('tblhostingaddons', 'id', $instances),
        ];

        return array_map(static fn (string $what): string => "$what: " . implode(', ', $left[$what]), array_keys(array_filter($left)));
    }

    /** @param array<mixed> $values @return list<int> */
    private static function ids(string $table, string $column, array $values): array
    {
        return Capsule::table($table)->whereIn($column, $values)->pluck('id')->map(static fn (mixed $id): int => (int) $id)->all();
    }

    /**
     * @param array<mixed> $values
     * @param array<string, int|string> $also
     */
    private static function delete(string $table, string $column, array $values, array $also = []): void
    {
        if ($values !== [] && in_array($column, Rows::columns($table), true)) {
            Capsule::table($table)->where($also)->whereIn($column, $values)->delete();
        }
    }
}
