<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\Command;
use Lab\Module\ServerModule;
use Lab\Module\ServiceTarget;
use stdClass;

/** Clients' requests to cancel a service, and what the daily cron makes of them (WHMCS docs, Cancellation Requests). */
final class Cancellation
{
    public const TYPES = ['Immediate', 'End of Billing Period'];

    public static function request(int $serviceId, string $reason, string $type): void
    {
        Database::insert('tblcancelrequests', [
            'date' => date('Y-m-d H:i:s'), 'relid' => $serviceId, 'reason' => $reason, 'type' => $type,
        ]);
        $userId = (int) Capsule::table('tblhosting')->where('id', $serviceId)->value('userid');
        Log::activity("Automatic Cancellation Request Received - Service ID: $serviceId", $userId);
        Hooks::run('CancellationRequest', ['userid' => $userId, 'relid' => $serviceId, 'reason' => $reason, 'type' => $type]);
    }

    /** Those that are due: at once, or when the period that was paid for has ended. */
    public static function carryOut(): void
    {
        $due = Capsule::table('tblcancelrequests')->join('tblhosting', 'tblhosting.id', '=', 'tblcancelrequests.relid')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->whereIn('tblhosting.domainstatus', ['Pending', 'Active', 'Suspended'])
            ->where(static function ($query): void {
                $query->where('tblcancelrequests.type', 'Immediate')->orWhere('tblhosting.nextduedate', '<=', date('Y-m-d'));
            })
            ->orderBy('tblcancelrequests.id')->get(['tblhosting.id', 'tblproducts.servertype'])->all();
        array_walk($due, self::cancel(...));
    }

    /** A module that refuses leaves the service as it is, and in the queue. */
    private static function cancel(stdClass $service): void
    {
        $id = (int) $service->id;
        $answer = ServerModule::exists($service->servertype)
            ? (new Command(new ServiceTarget($id), isAutomated: true))->run('TerminateAccount')
            : 'success';
        if ($answer === 'success') {
            Capsule::table('tblhosting')->where('id', $id)->update(['domainstatus' => Switches::get('cancellation_sets')]);
        }
    }
}
