<?php

declare(strict_types=1);

namespace Lab\Module;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Database;

/** Failed actions that wait for a person to press Retry; nothing retries by itself (contract, section 1.4). */
final class Queue
{
    public static function add(int $serviceId, string $module, string $action, string $error): void
    {
        $open = self::open($serviceId, $action);
        $attempt = ['last_attempt' => date('Y-m-d H:i:s'), 'last_attempt_error' => $error];
        if ($open->exists()) {
            $open->increment('num_retries', 1, $attempt);

            return;
        }
        Database::insert('tblmodulequeue', $attempt + [
            'service_type' => 'service', 'service_id' => $serviceId, 'module_name' => $module, 'module_action' => $action,
        ]);
    }

    public static function resolve(int $serviceId, string $action): void
    {
        self::open($serviceId, $action)->update(['completed' => 1, 'updated_at' => date('Y-m-d H:i:s')]);
    }

    public static function retry(int $id): string
    {
        $item = Capsule::table('tblmodulequeue')->find($id);

        return (new Command((int) $item->service_id, isAutomated: true))->run($item->module_action);
    }

    private static function open(int $serviceId, string $action): \Illuminate\Database\Query\Builder
    {
        return Capsule::table('tblmodulequeue')->where('service_type', 'service')->where('service_id', $serviceId)
            ->where('module_action', $action)->where('completed', 0);
    }
}
