<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;

/** Services that change their owner (contract, sections 5 and 11). */
final class Clients
{
    private const OWNED = ['tblhosting', 'tblhostingaddons', 'tblorders', 'tblinvoices'];

    public static function merge(int $from, int $to): void
    {
        foreach (self::OWNED as $table) {
            Capsule::table($table)->where('userid', $from)->update(['userid' => $to]);
        }
        Capsule::table('tblclients')->where('id', $from)->delete();
        Hooks::run('AfterClientMerge', ['toUserID' => $to, 'fromUserID' => $from]);
    }

    /** Its addons go with it. */
    public static function move(int $serviceId, int $to): void
    {
        Capsule::table('tblhosting')->where('id', $serviceId)->update(['userid' => $to]);
        Capsule::table('tblhostingaddons')->where('hostingid', $serviceId)->update(['userid' => $to]);
        Hooks::run('ServiceEdit', ['userid' => $to, 'serviceid' => $serviceId]);
    }
}
