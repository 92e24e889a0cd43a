<?php

declare(strict_types=1);

namespace Lab\Module;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Database;

/** Failed actions that wait for a person to press Retry; nothing retries by itself (contract, section 1.4). */
final class Queue
{
    public static function add(Target $target, string $action, string $error): void
    {
        $open = self::open($target, $action);
        $attempt = ['last_attempt' => date('Y-m-d H:i:s'), 'last_attempt_error' => $error];
        if ($open->exists()) {
            $open->increment('num_retries', 1, $attempt);

            return;
        }
        Database::insert('tblmodulequeue', $attempt + [
            'service_type' => $target->kind(), 'service_id' => $target->id(),
            'module_name' => $target->module(), 'module_action' => $action,
        ]);
    }

    public static function resolve(Target $target, string $action): void
    {
        self::open($target, $action)->update(['completed' => 1, 'updated_at' => date('Y-m-d H:i:s')]);
    }

    public static function retry(int $id): string
    {
        $item = Capsule::table('tblmodulequeue')->find($id);

        $table = $item->service_type === 'addon' ? 'tblhostingaddons' : 'tblhosting';
        if (!Capsule::table($table)->where('id', $item->service_id)->exists()) {
            // What WHMCS does with the entries of something that was deleted is U.
            return 'Service ID not found';
        }
        $id = (int) $item->service_id;
        $target = $item->service_type === 'addon' ? new AddonTarget($id) : new ServiceTarget($id);

        return (new Command($target, isAutomated: true))->run($item->module_action);
    }

    private static function open(Target $target, string $action): \Illuminate\Database\Query\Builder
    {
        return Capsule::table('tblmodulequeue')->where('service_type', $target->kind())->where('service_id', $target->id())
            ->where('module_action', $action)->where('completed', 0);
    }
}
