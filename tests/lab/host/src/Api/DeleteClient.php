<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\Deletion;

/** Deletes a client and all that is his. The lab has no users nor transactions, so `deleteusers` and the like do nothing. */
final class DeleteClient
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $clientId = (int) ($in['clientid'] ?? 0);
        if (!Capsule::table('tblclients')->where('id', $clientId)->exists()) {
            return Api::error('Client ID Not Found');
        }
        Deletion::client($clientId);

        return Api::success(['clientid' => $clientId]);
    }
}
