<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\ServiceAddons;

/** Changes a client's product addon: its status, with the hook of that; no module function runs. */
final class UpdateClientAddon
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $id = (int) ($in['id'] ?? 0);
        if (!Capsule::table('tblhostingaddons')->where('id', $id)->exists()) {
            return Api::error('Addon ID Not Found');
        }
        if (isset($in['status'])) {
            ServiceAddons::changeStatus($id, (string) $in['status']);
        }

        return Api::success(['id' => $id]);
    }
}
