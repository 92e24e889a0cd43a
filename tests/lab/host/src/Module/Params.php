<?php

declare(strict_types=1);

namespace Lab\Module;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Crypt;
use Lab\CustomFields;
use Lab\Switches;
use stdClass;
use WHMCS\Service\Addon;
use WHMCS\Service\Service;

/** Builds $params, the array that every module function gets (contract, section 1.3). */
final class Params
{
    /** @return array<string, mixed> */
    public static function ofService(int $serviceId): array
    {
        $service = Capsule::table('tblhosting')->find($serviceId);
        $product = Capsule::table('tblproducts')->find($service->packageid);
        self::generateLogin($service);

        $params = [
            'serviceid' => (int) $service->id,
            'addonId' => 0,
            'userid' => (int) $service->userid,
            'domain' => $service->domain,
            'username' => $service->username,
            'password' => Crypt::decrypt($service->password),
            'packageid' => (int) $service->packageid,
            'pid' => (int) $service->packageid,
            'serverid' => (int) $service->server,
            'producttype' => $product->type,
            'moduletype' => $product->servertype,
            'type' => $product->type,
        ];
        $params += self::configOptions($product);
        $params['customfields'] = self::customFields($service);
        $params['configoptions'] = [];
        $params['clientsdetails'] = self::encoded(self::client((int) $service->userid));
        $params += self::noServer();
        $params['model'] = Service::find($serviceId);
        if (Switches::isOn('undocumented_keys')) {
            $params['status'] = $service->domainstatus;
        }

        return $params;
    }

    /**
     * Those of a product addon: `serviceid` is the parent's (contract, sections 1.3 and 1.9). Which of the two ways to tell
     * exists is a switch, because a release may have either.
     *
     * @return array<string, mixed>
     */
    public static function ofAddon(int $addonId): array
    {
        $addon = Capsule::table('tblhostingaddons')->find($addonId);
        $options = Capsule::table('tblmodule_configuration')->where('entity_type', 'addon')
            ->where('entity_id', $addon->addonid)->pluck('value', 'setting_name')->all();
        $fields = [];
        foreach (CustomFields::ofProduct((int) $addon->addonid, 'addon') as $field) {
            $fields[CustomFields::key($field)] = CustomFields::valueOf($field, $addonId);
        }
        $params = ['userid' => (int) $addon->userid, 'customfields' => self::encoded($fields)] + self::encoded($options);
        if (Switches::isOn('addon_id_in_params')) {
            $params['addonId'] = $addonId;
        }
        if (Switches::isOn('addon_model_in_params')) {
            $params['model'] = Addon::find($addonId);
        }
        $parent = self::ofService((int) $addon->hostingid);
        unset($parent['model']);

        return $params + $parent;
    }

    /**
     * Generated and stored if absent: a name from the first 8 letters of the domain, a password of 10 characters. A
     * service without a domain keeps an empty name here; what WHMCS does then is U.
     */
    private static function generateLogin(stdClass $service): void
    {
        $missing = [];
        if ($service->username === '') {
            $missing['username'] = substr((string) preg_replace('/[^a-z]/', '', strtolower($service->domain)), 0, 8);
        }
        if ($service->password === '') {
            $missing['password'] = Crypt::encrypt(substr(strtr(base64_encode(random_bytes(12)), '+/', 'xy'), 0, 10));
        }
        if ($missing !== []) {
            Capsule::table('tblhosting')->where('id', $service->id)->update($missing);
        }
        foreach ($missing as $column => $value) {
            $service->$column = $value;
        }
    }

    /** @return array<string, string> */
    private static function configOptions(stdClass $product): array
    {
        $options = [];
        for ($i = 1; $i <= 24; $i++) {
            $options["configoption$i"] = $product->{"configoption$i"};
        }

        return self::encoded($options);
    }

    /** @return array<string, string> */
    private static function customFields(stdClass $service): array
    {
        $values = [];
        foreach (CustomFields::ofProduct((int) $service->packageid) as $field) {
            $value = CustomFields::valueOf($field, (int) $service->id);
            $values[CustomFields::key($field)] = $field->fieldtype === 'dropdown' ? explode('|', $value)[0] : $value;
        }

        return self::encoded($values);
    }

    /** @return array<string, mixed> */
    private static function client(int $id): array
    {
        $client = (array) Capsule::table('tblclients')->find($id);
        unset($client['password']);

        return [
            'userid' => $id,
            'client_id' => $id,
            'fullname' => $client['firstname'] . ' ' . $client['lastname'],
            'countrycode' => $client['country'],
            'currency_code' => (string) Capsule::table('tblcurrencies')->where('id', $client['currency'])->value('code'),
        ] + $client;
    }

    /** The lab has no servers: all server keys are there and empty. @return array<string, mixed> */
    private static function noServer(): array
    {
        return [
            'server' => false,
            'serverip' => '',
            'serverhostname' => '',
            'serverusername' => '',
            'serverpassword' => '',
            'serveraccesshash' => '',
            'serversecure' => false,
            'serverhttpprefix' => 'http',
            'serverport' => '',
        ];
    }

    /**
     * @param array<string, mixed> $values
     *
     * @return array<string, mixed>
     */
    private static function encoded(array $values): array
    {
        if (!Switches::isOn('entity_encoding')) {
            return $values;
        }

        return array_map(static fn (mixed $value): mixed => is_string($value) ? htmlspecialchars($value, ENT_QUOTES) : $value, $values);
    }
}
