<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use stdClass;

/** Searches the activity log, newest first. */
final class GetActivityLog
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $query = Capsule::table('tblactivitylog')->orderByDesc('id');
        foreach (['description' => 'description', 'user' => 'user', 'ipaddress' => 'ipaddr'] as $parameter => $column) {
            if (!empty($in[$parameter])) {
                $query->where($column, 'like', '%' . addcslashes((string) $in[$parameter], '%_\\') . '%');
            }
        }
        $client = (int) ($in['clientid'] ?? $in['userid'] ?? 0);
        if ($client !== 0) {
            $query->where('userid', $client);
        }
        if (!empty($in['date'])) {
            $query->whereDate('date', $in['date']);
        }
        $total = $query->count();
        $start = (int) ($in['limitstart'] ?? 0);
        $rows = $query->offset($start)->limit((int) ($in['limitnum'] ?? 25))->get()->all();
        $entries = array_map(static fn (stdClass $row): array => [
            'id' => $row->id,
            'clientId' => $row->userid,
            'userId' => $row->user_id,
            'adminId' => $row->admin_id,
            'date' => $row->date,
            'description' => $row->description,
            'username' => $row->user,
            'ipaddress' => $row->ipaddr,
        ], $rows);

        return Api::success(['totalresults' => $total, 'startnumber' => $start, 'activity' => ['entry' => $entries]]);
    }
}
