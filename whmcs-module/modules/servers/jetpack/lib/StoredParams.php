<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Database\Capsule;

/**
 * What WHMCS would hand to a module function, as far as an order is read from it, for hooks that tell an id only.
 */
final class StoredParams
{
    /** As many as the module has. */
    private const OPTIONS = ['configoption1', 'configoption2', 'configoption3', 'configoption4', 'configoption5', 'configoption6'];

    /** @return array<string, mixed>|null null when it is not there, or is no service of this module's */
    public static function ofService(int $id): ?array
    {
        $service = Capsule::table('tblhosting')->where('id', $id)->first(['userid', 'packageid', 'domain']);
        if ($service === null) {
            return null;
        }
        $product = Capsule::table('tblproducts')
            ->where('id', $service->packageid)
            ->where('servertype', 'jetpack')
            ->first(self::OPTIONS);

        return $product === null ? null : (array) $product + [
            'serviceid' => $id,
            'userid' => $service->userid,
            'pid' => $service->packageid,
            'domain' => $service->domain,
            'customfields' => self::fields('product', (int) $service->packageid, $id),
        ];
    }

    /** @return array<string, mixed>|null the same of a product addon */
    public static function ofAddon(int $id): ?array
    {
        $addon = Capsule::table('tblhostingaddons')
            ->join('tbladdons', 'tbladdons.id', '=', 'tblhostingaddons.addonid')
            ->where('tblhostingaddons.id', $id)
            ->where('tbladdons.module', 'jetpack')
            ->first(['tblhostingaddons.userid', 'tblhostingaddons.hostingid', 'tblhostingaddons.addonid']);
        if ($addon === null) {
            return null;
        }
        $options = Capsule::table('tblmodule_configuration')
            ->where('entity_type', 'addon')
            ->where('entity_id', $addon->addonid)
            ->whereIn('setting_name', self::OPTIONS)
            ->pluck('value', 'setting_name')
            ->all();

        return $options + array_fill_keys(self::OPTIONS, '') + [
            'serviceid' => $addon->hostingid,
            'addonId' => $id,
            'userid' => $addon->userid,
            'domain' => Capsule::table('tblhosting')->where('id', $addon->hostingid)->value('domain'),
            'customfields' => self::fields('addon', (int) $addon->addonid, $id),
        ];
    }

    /** @return array<string, string> by name; the part behind a pipe is for people, and Rust knows that */
    private static function fields(string $type, int $owner, int $id): array
    {
        $names = Capsule::table('tblcustomfields')->where('type', $type)->where('relid', $owner)->pluck('fieldname', 'id')->all();
        // Not joined: MariaDB 11 then reads every value that there is, for each service anew, instead of the index (fieldid, relid).
        $values = Capsule::table('tblcustomfieldsvalues')->whereIn('fieldid', array_keys($names))->where('relid', $id)->get(['fieldid', 'value']);
        $fields = [];
        foreach ($values as $row) {
            $fields[$names[$row->fieldid]] = $row->value;
        }

        return $fields;
    }
}
