<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use stdClass;

/** Lists the failed actions that are not resolved. */
final class GetModuleQueue
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $query = Capsule::table('tblmodulequeue')->where('completed', 0)->orderBy('id');
        $filters = [
            'serviceType' => 'service_type', 'relatedId' => 'service_id',
            'moduleName' => 'module_name', 'moduleAction' => 'module_action',
        ];
        foreach ($filters as $parameter => $column) {
            if (!empty($in[$parameter])) {
                $query->where($column, $in[$parameter]);
            }
        }
        if (!empty($in['since'])) {
            $query->where('last_attempt', '>=', $in['since']);
        }
        $queue = array_map(static fn (stdClass $row): array => [
            'id' => $row->id,
            'serviceType' => $row->service_type,
            'serviceId' => $row->service_id,
            'moduleName' => $row->module_name,
            'moduleAction' => $row->module_action,
            'lastAttempt' => $row->last_attempt,
            'lastAttemptError' => $row->last_attempt_error,
            'numRetries' => $row->num_retries,
            'completed' => $row->completed,
            'createdAt' => $row->created_at,
            'updatedAt' => $row->updated_at,
        ], $query->get()->all());

        return Api::success(['count' => count($queue), 'queue' => $queue]);
    }
}
