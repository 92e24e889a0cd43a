<?php

declare(strict_types=1);

namespace Lab\Module;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Crypt;
use Lab\CustomFields;
use Lab\Switches;
use stdClass;
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
        $params += self::encoded(self::configOptions($product));
        $params['customfields'] = self::customFields('product', (int) $service->packageid, $serviceId);
        $params += self::surroundings((int) $service->userid);
        $params['model'] = Service::handedOver($serviceId);
        if (Switches::get('addon_told_by') === 'model') {
            unset($params['addonId']);
        }
        if (Switches::isOn('undocumented_keys')) {
            $params += [
                'status' => $service->domainstatus,
                'accountid' => (int) $service->id,
                'qty' => (int) $service->qty,
                'whmcsVersion' => $GLOBALS['CONFIG']['Version'],
            ];
        }

        return $params;
    }

    /** @return array<string, mixed> what surrounds a service or an addon */
    public static function surroundings(int $clientId): array
    {
        return ['configoptions' => [], 'clientsdetails' => self::encoded(self::client($clientId))] + self::noServer();
    }

    /** @return array<string, string> */
    public static function customFields(string $type, int $ownerId, int $instanceId): array
    {
        $values = [];
        foreach (CustomFields::of($type, $ownerId) as $field) {
            $value = CustomFields::valueOf($field, $instanceId);
            $values[CustomFields::key($field)] = $field->fieldtype === 'dropdown' ? explode('|', $value)[0] : $value;
        }

        return self::encoded($values);
    }

    /**
     * @param array<string, mixed> $values
     *
     * @return array<string, mixed>
     */
    public static function encoded(array $values): array
    {
        if (!Switches::isOn('entity_encoding')) {
            return $values;
        }

        return array_map(static fn (mixed $value): mixed => is_string($value) ? htmlspecialchars($value, ENT_QUOTES) : $value, $values);
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

        return $options;
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
}
