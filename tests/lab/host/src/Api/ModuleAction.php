<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\Module\Command;
use Lab\Module\ServiceTarget;

/** What the commands named Module... have in common. A manual action: failures answer the caller, not the queue. */
final class ModuleAction
{
    /**
     * @param array<string, mixed> $in `serviceid`, or `accountid` as before 7.7
     * @param array<string, mixed> $extra
     *
     * @return array<string, mixed>
     */
    public static function run(array $in, string $function, array $extra = []): array
    {
        $serviceId = (int) ($in['serviceid'] ?? $in['accountid'] ?? 0);
        if ($serviceId === 0) {
            return Api::error('Service ID is required');
        }
        if (!Capsule::table('tblhosting')->where('id', $serviceId)->exists()) {
            return Api::error('Service ID not found');
        }
        $answer = (new Command(new ServiceTarget($serviceId), isAutomated: false))->run($function, $extra);

        return $answer === 'success' ? Api::success(['serviceid' => $serviceId]) : Api::error($answer);
    }
}
