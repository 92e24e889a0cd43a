<?php

declare(strict_types=1);

namespace WHMCS\Service;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Crypt;
use Lab\CustomFields;
use Lab\Switches;

/**
 * Key and value pairs of one service, kept in custom fields; a field that is missing is created (developer docs,
 * Service Properties). Ten names are columns of the service instead. There is no column for `License Key` in any public
 * list, so the lab keeps that one in a custom field (U).
 */
final class Properties
{
    private const COLUMNS = [
        'Username' => 'username',
        'Password' => 'password',
        'Domain' => 'domain',
        'Dedicated IP' => 'dedicatedip',
        'Disk Usage' => 'diskusage',
        'Disk Limit' => 'disklimit',
        'Bandwidth Usage' => 'bwusage',
        'Bandwidth Limit' => 'bwlimit',
        'Last Update' => 'lastupdate',
    ];

    /** @param string $type 'product' or 'addon': then both ids are the addon's (contract, section 1.9) */
    public function __construct(
        private readonly int $serviceId,
        private readonly int $productId,
        private readonly string $type = 'product'
    ) {
    }

    /** @param array<string, scalar|null> $values by property name */
    public function save(array $values): void
    {
        foreach ($values as $name => $value) {
            $this->saveOne((string) $name, (string) $value);
        }
    }

    public function get(string $name): string
    {
        if ($this->type === 'product' && isset(self::COLUMNS[$name])) {
            $value = (string) Capsule::table('tblhosting')->where('id', $this->serviceId)->value(self::COLUMNS[$name]);

            return $name === 'Password' ? Crypt::decrypt($value) : $value;
        }
        $field = CustomFields::named($this->productId, $name, $this->type);

        return $field === null ? '' : CustomFields::valueOf($field, $this->serviceId);
    }

    private function saveOne(string $name, string $value): void
    {
        if ($this->type === 'product' && isset(self::COLUMNS[$name])) {
            $value = $name === 'Password' ? Crypt::encrypt($value) : $value;
            Capsule::table('tblhosting')->where('id', $this->serviceId)->update([self::COLUMNS[$name] => $value]);

            return;
        }
        $field = CustomFields::named($this->productId, $name, $this->type) ?? CustomFields::create($this->productId, [
            'fieldname' => $name,
            'fieldtype' => 'text',
            'adminonly' => Switches::isOn('auto_created_field_adminonly') ? 'on' : '',
        ], $this->type);
        CustomFields::store($field, $this->serviceId, $value);
    }
}
