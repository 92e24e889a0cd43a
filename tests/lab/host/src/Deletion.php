<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;

/**
 * What staff, or WHMCS's own data retention, delete. No module call is made; hooks are told ids only, and after the fact
 * (contract, section 11).
 */
final class Deletion
{
    public static function ofService(int $id): void
    {
        $userId = (int) Capsule::table('tblhosting')->where('id', $id)->value('userid');
        self::service($id);
        Hooks::run('ServiceDelete', ['userid' => $userId, 'clientId' => $userId, 'serviceid' => $id]);
    }

    public static function ofAddon(int $id): void
    {
        self::addon($id);
        Hooks::run('AddonDeleted', ['id' => $id]);
    }

    /** Whether ServiceDelete runs for each of a client's services is U; here it does not. */
    public static function ofClient(int $id): void
    {
        Hooks::run('PreDeleteClient', ['userid' => $id]);
        foreach (Capsule::table('tblhosting')->where('userid', $id)->pluck('id')->all() as $service) {
            self::service((int) $service);
        }
        Capsule::table('tblclients')->where('id', $id)->delete();
        Hooks::run('ClientDelete', ['userid' => $id]);
    }

    private static function service(int $id): void
    {
        foreach (ProductAddons::ofService($id) as $addon) {
            Switches::isOn('deleting_a_service_tells_of_its_addons')
                ? self::ofAddon((int) $addon->id)
                : self::addon((int) $addon->id);
        }
        Capsule::table('tblhosting')->where('id', $id)->delete();
        self::forgetFields('product', $id);
    }

    private static function addon(int $id): void
    {
        Capsule::table('tblhostingaddons')->where('id', $id)->delete();
        self::forgetFields('addon', $id);
    }

    private static function forgetFields(string $type, int $id): void
    {
        $fields = Capsule::table('tblcustomfields')->where('type', $type)->pluck('id');
        Capsule::table('tblcustomfieldsvalues')->whereIn('fieldid', $fields)->where('relid', $id)->delete();
    }
}
