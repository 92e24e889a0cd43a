<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\Crypt;
use Lab\CustomFields;

/** Changes a service; `customfields` is base64 of a serialized [field id => value]. */
final class UpdateClientProduct
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $serviceId = (int) ($in['serviceid'] ?? 0);
        $service = Capsule::table('tblhosting')->find($serviceId);
        if ($service === null) {
            return Api::error('Service ID Not Found');
        }
        $change = self::columns($in);
        if ($change !== []) {
            Capsule::table('tblhosting')->where('id', $serviceId)->update($change + ['updated_at' => date('Y-m-d H:i:s')]);
        }
        $values = base64_decode((string) ($in['customfields'] ?? ''));
        $values = $values === '' ? [] : (array) unserialize($values, ['allowed_classes' => false]);
        foreach (CustomFields::ofProduct((int) ($change['packageid'] ?? $service->packageid)) as $field) {
            if (isset($values[$field->id])) {
                CustomFields::store($field, $serviceId, (string) $values[$field->id]);
            }
        }

        return Api::success(['serviceid' => $serviceId]);
    }

    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    private static function columns(array $in): array
    {
        $names = [
            'pid' => 'packageid', 'status' => 'domainstatus', 'domain' => 'domain', 'notes' => 'notes',
            'nextduedate' => 'nextduedate', 'recurringamount' => 'amount', 'serviceusername' => 'username',
            'suspendreason' => 'suspendreason', 'subscriptionid' => 'subscriptionid', 'dedicatedip' => 'dedicatedip',
        ];
        $change = [];
        foreach (array_intersect_key($names, $in) as $parameter => $column) {
            $change[$column] = $in[$parameter];
        }
        if (isset($in['servicepassword'])) {
            $change['password'] = Crypt::encrypt((string) $in['servicepassword']);
        }

        return $change;
    }
}
