<?php

declare(strict_types=1);

namespace Lab\Module;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Switches;
use stdClass;
use WHMCS\Service\Addon;

/**
 * $params for a product addon (contract, section 1.9): `serviceid` is the parent's, the options come from
 * tblmodule_configuration, the custom fields are the addon's own. How the addon is told is a switch.
 */
final class AddonParams
{
    /** @return array<string, mixed> */
    public static function of(int $id): array
    {
        $addon = Capsule::table('tblhostingaddons')->find($id);
        $service = Capsule::table('tblhosting')->find($addon->hostingid);
        $definition = Capsule::table('tbladdons')->find($addon->addonid);
        $packageId = (int) (Switches::get('addon_packageid') === 'parent' ? $service->packageid : $definition->id);
        $properties = Addon::find($id)->serviceProperties;

        // Domain, username and password of an addon lie in its custom fields of these names (contract, section 1.8).
        // That the parent's domain stands in for one that is missing is U.
        $params = [
            'serviceid' => (int) $service->id,
            'userid' => (int) $addon->userid,
            'domain' => $properties->get('Domain') ?: $service->domain,
            'username' => $properties->get('Username'),
            'password' => $properties->get('Password'),
            'packageid' => $packageId,
            'pid' => $packageId,
            'serverid' => (int) $addon->server,
            'producttype' => $definition->type,
            'moduletype' => $definition->module,
            'type' => $definition->type,
        ];
        $params += Params::encoded(self::configOptions((int) $definition->id));
        $params['customfields'] = Params::customFields('addon', (int) $definition->id, $id);
        $params += Params::surroundings((int) $addon->userid);

        return $params + self::identity($id) + self::undocumented($addon);
    }

    /** @return array<string, mixed> how one tells that this is an addon, and which */
    private static function identity(int $id): array
    {
        return match (Switches::get('addon_told_by')) {
            'model' => ['model' => Addon::handedOver($id)],
            'addonId' => ['addonId' => $id],
            default => ['model' => Addon::handedOver($id), 'addonId' => $id],
        };
    }

    /** @return array<string, string> */
    private static function configOptions(int $definitionId): array
    {
        $stored = self::settings($definitionId)->pluck('value', 'setting_name')->all();
        $options = [];
        for ($i = 1; $i <= 24; $i++) {
            $options["configoption$i"] = (string) ($stored["configoption$i"] ?? '');
        }

        return $options;
    }

    /**
     * Keys seen in a dump, and the settings by the names that people see: one module reads those (contract, section 1.3).
     *
     * @return array<string, mixed>
     */
    private static function undocumented(stdClass $addon): array
    {
        return Switches::isOn('undocumented_keys')
            ? [
                'status' => $addon->status,
                'accountid' => (int) $addon->hostingid,
                'qty' => (int) $addon->qty,
                'whmcsVersion' => $GLOBALS['CONFIG']['Version'],
            ] + self::settings((int) $addon->addonid)->pluck('value', 'friendly_name')->all()
            : [];
    }

    private static function settings(int $definitionId): \Illuminate\Database\Query\Builder
    {
        return Capsule::table('tblmodule_configuration')->where('entity_type', 'addon')->where('entity_id', $definitionId);
    }
}
