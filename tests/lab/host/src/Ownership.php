<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;

/** What a client has comes to belong to another: a service is moved, or two clients are merged (contract, section 11). */
final class Ownership
{
    private const TABLES = [
        'tblhosting', 'tblhostingaddons', 'tblorders', 'tblinvoices', 'tblinvoiceitems', 'tblemails', 'tblactivitylog',
    ];

    /** A service's addons go with it; its order and its invoices stay. That ServiceEdit runs is a switch. */
    public static function move(int $serviceId, int $clientId): void
    {
        $from = (int) Capsule::table('tblhosting')->where('id', $serviceId)->value('userid');
        $change = ['userid' => $clientId, 'updated_at' => date('Y-m-d H:i:s')];
        Capsule::table('tblhosting')->where('id', $serviceId)->update($change);
        Capsule::table('tblhostingaddons')->where('hostingid', $serviceId)->update($change);
        // The wording is U.
        Log::activity("Moved Service from User ID: $from to User ID: $clientId - Service ID: $serviceId", $clientId);
        if (Switches::isOn('move_runs_service_edit')) {
            Hooks::run('ServiceEdit', ['userid' => $clientId, 'serviceid' => $serviceId]);
        }
    }

    /** All moves, the client that is left empty goes, and AfterClientMerge runs at the end (developer docs, Hooks: Client). */
    public static function merge(int $fromId, int $toId): void
    {
        foreach (self::TABLES as $table) {
            Capsule::table($table)->where('userid', $fromId)->update(['userid' => $toId]);
        }
        if (Switches::isOn('merge_runs_client_delete_hooks')) {
            Deletion::client($fromId);
        } else {
            Deletion::clientRows($fromId);
        }
        Log::activity("Merged User ID: $fromId with User ID: $toId", $toId);
        Hooks::run('AfterClientMerge', ['toUserID' => $toId, 'fromUserID' => $fromId]);
    }
}
