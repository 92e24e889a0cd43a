<?php

declare(strict_types=1);

namespace WHMCS\Service;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Crypt;
use Lab\CustomFields;
use Lab\Switches;

/**
 * Key and value pairs of one service or addon, kept in custom fields; a field that is missing is created (developer docs,
 * Service Properties). Of a service, not of an addon, ten names are columns instead. There is no column for `License Key`
 * in any public list, so the lab keeps that one in a custom field (U).
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

    /**
     * @param string $type `product` or `addon`, as in tblcustomfields
     * @param int $ownerId of tblproducts or tbladdons
     * @param int $instanceId of tblhosting or tblhostingaddons
     */
    public function __construct(private readonly string $type, private readonly int $ownerId, private readonly int $instanceId)
    {
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
        if ($this->isColumn($name)) {
            $value = (string) Capsule::table('tblhosting')->where('id', $this->instanceId)->value(self::COLUMNS[$name]);

            return $name === 'Password' ? Crypt::decrypt($value) : $value;
        }
        $field = CustomFields::named($this->fields(), $name);

        return $field === null ? '' : CustomFields::valueOf($field, $this->instanceId);
    }

    private function saveOne(string $name, string $value): void
    {
        if ($this->isColumn($name)) {
            $value = $name === 'Password' ? Crypt::encrypt($value) : $value;
            Capsule::table('tblhosting')->where('id', $this->instanceId)->update([self::COLUMNS[$name] => $value]);

            return;
        }
        $field = CustomFields::named($this->fields(), $name) ?? CustomFields::create($this->type, $this->ownerId, [
            'fieldname' => $name,
            'fieldtype' => 'text',
            'adminonly' => Switches::isOn('auto_created_field_adminonly') ? 'on' : '',
        ]);
        CustomFields::store($field, $this->instanceId, $value);
    }

    /**
     * With the switch, as they were when this process first asked: what was made since is not known (U).
     *
     * @return list<\stdClass>
     */
    private function fields(): array
    {
        static $cached = [];
        if (!Switches::isOn('model_is_cached')) {
            return CustomFields::of($this->type, $this->ownerId);
        }

        return $cached["$this->type $this->ownerId"] ??= CustomFields::of($this->type, $this->ownerId);
    }

    private function isColumn(string $name): bool
    {
        return $this->type === 'product' && isset(self::COLUMNS[$name]);
    }
}
