<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;

/**
 * Deleting, with the hooks that are documented for it: they tell ids only, and no module function is called (contract,
 * section 11).
 */
final class Deletion
{
    /** ServiceDelete runs when the row is gone. What becomes of its addons is a switch; that they go first is U. */
    public static function service(int $id, bool $withHooks = true): void
    {
        $clientId = (int) Capsule::table('tblhosting')->where('id', $id)->value('userid');
        $addons = Switches::get('addons_of_deleted_service');
        if ($addons !== 'kept') {
            self::addonsOf($id, withHooks: $withHooks && $addons === 'hooks');
        }
        self::serviceRow($id);
        if ($withHooks) {
            Hooks::run('ServiceDelete', ['userid' => $clientId, 'clientId' => $clientId, 'serviceid' => $id]);
        }
    }

    /** AddonDeleted runs when the row is gone, and tells nothing but its id. */
    public static function addon(int $id, bool $withHooks = true): void
    {
        Capsule::table('tblhostingaddons')->where('id', $id)->delete();
        CustomFields::forget('addon', $id);
        if ($withHooks) {
            Hooks::run('AddonDeleted', ['id' => $id]);
        }
    }

    /**
     * PreDeleteClient runs while all is still there; the deprecated ClientDelete when all is gone (when exactly is U).
     * Whether ServiceDelete and AddonDeleted run as well is a switch.
     */
    public static function client(int $id): void
    {
        Hooks::run('PreDeleteClient', ['userid' => $id]);
        foreach (Capsule::table('tblhosting')->where('userid', $id)->pluck('id') as $serviceId) {
            if (Switches::isOn('client_delete_runs_service_hooks')) {
                self::service((int) $serviceId);
            } else {
                self::addonsOf((int) $serviceId, withHooks: false);
                self::serviceRow((int) $serviceId);
            }
        }
        self::clientRows($id);
        Log::activity("Client Deleted - User ID: $id");
        Hooks::run('ClientDelete', ['userid' => $id]);
    }

    /** The client's own row and what hangs on it; entries of the activity log stay. */
    public static function clientRows(int $id): void
    {
        foreach (['tblhostingaddons', 'tblorders', 'tblinvoiceitems', 'tblinvoices', 'tblemails'] as $table) {
            Capsule::table($table)->where('userid', $id)->delete();
        }
        Capsule::table('tblclients')->where('id', $id)->delete();
    }

    private static function serviceRow(int $id): void
    {
        Capsule::table('tblhosting')->where('id', $id)->delete();
        CustomFields::forget('product', $id);
    }

    private static function addonsOf(int $serviceId, bool $withHooks): void
    {
        foreach (Capsule::table('tblhostingaddons')->where('hostingid', $serviceId)->pluck('id') as $id) {
            self::addon((int) $id, $withHooks);
        }
    }
}
