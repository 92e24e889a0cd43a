<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;

/** Product addons that clients have, and the hooks of their lives (developer docs, Hooks: Addon). */
final class ServiceAddons
{
    /** Status => the hook that runs when an addon comes to it. */
    private const HOOKS = [
        'Active' => 'AddonActivated',
        'Suspended' => 'AddonSuspended',
        'Terminated' => 'AddonTerminated',
        'Cancelled' => 'AddonCancelled',
    ];

    /** Adds an addon to a service, as staff do: nothing is set up by that. */
    public static function add(int $serviceId, int $definitionId, string $status): int
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        $id = Database::insert('tblhostingaddons', [
            'orderid' => $service->orderid,
            'hostingid' => $serviceId,
            'addonid' => $definitionId,
            'userid' => $service->userid,
            'name' => Capsule::table('tbladdons')->where('id', $definitionId)->value('name'),
            'billingcycle' => 'Free Account',
            'status' => $status,
            'regdate' => date('Y-m-d'),
            'paymentmethod' => $service->paymentmethod,
        ]);
        CustomFields::storeOrdered('addon', $definitionId, $id, []);
        Hooks::run('AddonAdd', self::hookVars($id));

        return $id;
    }

    /** AddonActivation is not among these: it belongs to payments and accepted orders. */
    public static function changeStatus(int $id, string $status): void
    {
        $before = Capsule::table('tblhostingaddons')->where('id', $id)->value('status');
        if ($before === $status) {
            return;
        }
        Capsule::table('tblhostingaddons')->where('id', $id)->update(['status' => $status, 'updated_at' => date('Y-m-d H:i:s')]);
        // That one of the two runs and not both, when a suspension ends, is U.
        $hook = $before === 'Suspended' && $status === 'Active' ? 'AddonUnsuspended' : (self::HOOKS[$status] ?? null);
        if ($hook !== null) {
            Hooks::run($hook, self::hookVars($id));
        }
    }

    /** @return array{id: int, userid: int, serviceid: int, addonid: int} */
    public static function hookVars(int $id): array
    {
        $addon = Capsule::table('tblhostingaddons')->find($id);

        return [
            'id' => $id,
            'userid' => (int) $addon->userid,
            'serviceid' => (int) $addon->hostingid,
            'addonid' => (int) $addon->addonid,
        ];
    }
}
