<?php

declare(strict_types=1);

namespace Lab\Module;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Crypt;
use Lab\Hooks;
use Lab\Switches;

/** An addon's rows in tbladdonmodules: its fields, and `version` and `access` (U, contract section 2.4). */
final class AddonSettings
{
    /** @return array<string, string> in clear */
    public static function all(string $module): array
    {
        return array_map(
            static fn (string $value): string => Crypt::isEncrypted($value) ? Crypt::decrypt($value) : $value,
            Capsule::table('tbladdonmodules')->where('module', $module)->pluck('value', 'setting')->all(),
        );
    }

    /** @param array<string, string> $values by setting */
    public static function store(string $module, array $values): void
    {
        foreach ($values as $setting => $value) {
            Capsule::table('tbladdonmodules')->updateOrInsert(['module' => $module, 'setting' => $setting], ['value' => $value]);
        }
    }

    /** @param array<string, mixed> $config */
    public static function initialise(string $module, array $config): void
    {
        self::store($module, ['version' => (string) $config['version'], 'access' => '']);
        foreach ($config['fields'] ?? [] as $key => $field) {
            self::store($module, [$key => self::stored($field, (string) ($field['Default'] ?? ''))]);
        }
    }

    /**
     * What the settings form sent, and the roles that may open the addon's page.
     *
     * @param array<string, mixed> $config
     * @param array<string, mixed> $answers by field
     * @param array<int|string, mixed> $roles by role id
     */
    public static function save(string $module, array $config, array $answers, array $roles): void
    {
        foreach ($config['fields'] ?? [] as $key => $field) {
            $answer = (string) ($answers[$key] ?? '');
            $value = $field['Type'] === 'yesno' && $answer !== '' ? 'on' : $answer;
            self::store($module, [$key => self::stored($field, $value)]);
        }
        self::store($module, ['access' => implode(',', array_map('intval', array_keys($roles)))]);
        self::storePermissions($module, (string) $config['name'], array_map('intval', array_keys($roles)));
        Hooks::detect('addons', $module);
        Hooks::run('AddonModuleConfigSave');
    }

    public static function isOpenTo(string $module, int $roleId): bool
    {
        return in_array((string) $roleId, explode(',', self::all($module)['access'] ?? ''), true);
    }

    public static function forget(string $module): void
    {
        Capsule::table('tbladdonmodules')->where('module', $module)->delete();
        self::storePermissions($module, '', []);
    }

    /** @param array<string, mixed> $field */
    private static function stored(array $field, string $value): string
    {
        $isSecret = $field['Type'] === 'password' && $value !== '';

        return $isSecret && Switches::isOn('addon_settings_encrypted') ? Crypt::encrypt($value) : $value;
    }

    /**
     * tblconfiguration.AddonModulesPerms: serialized [role id => [module => name]] (observed).
     *
     * @param list<int> $roles
     */
    private static function storePermissions(string $module, string $name, array $roles): void
    {
        $row = Capsule::table('tblconfiguration')->where('setting', 'AddonModulesPerms');
        $all = unserialize((string) $row->value('value'), ['allowed_classes' => false]) ?: [];
        foreach (array_keys($all) as $role) {
            unset($all[$role][$module]);
        }
        foreach ($roles as $role) {
            $all[$role][$module] = $name;
        }
        $row->update(['value' => serialize(array_filter($all))]);
    }
}
