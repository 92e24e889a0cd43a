<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager;
use PDO;

/**
 * The connection behind WHMCS\Database\Capsule.
 *
 * Zero dates are allowed in both modes: they are real data in WHMCS (contract, section 4).
 */
final class Database
{
    public static function connect(): void
    {
        $capsule = new Manager();
        $charset = Switches::get('connection_charset');
        $capsule->addConnection([
            'driver' => 'mysql',
            'host' => Settings::get('db_host'),
            'unix_socket' => Settings::get('db_socket'),
            'database' => Settings::get('db_name'),
            'username' => Settings::get('db_username'),
            'password' => Settings::get('db_password'),
            'charset' => $charset,
            'collation' => $charset . '_general_ci',
            'options' => [PDO::ATTR_EMULATE_PREPARES => Switches::isOn('emulated_prepares')],
            'prefix' => '',
            'modes' => Switches::get('sql_mode') === 'strict'
                ? ['STRICT_TRANS_TABLES', 'NO_ENGINE_SUBSTITUTION']
                : ['NO_ENGINE_SUBSTITUTION'],
        ]);
        $capsule->setAsGlobal();
        $capsule->bootEloquent();
    }

    /** @return array<string, string> the global $CONFIG that modules read (contract, section 3) */
    public static function configuration(): array
    {
        $stored = Manager::table('tblconfiguration')->pluck('value', 'setting')->all();

        return ['SystemURL' => Settings::get('lab_url') . '/'] + $stored;
    }

    /**
     * Inserts a row, with a blank for every column that has no default: the host's own inserts hold in strict mode.
     *
     * @param array<string, mixed> $values
     */
    public static function insert(string $table, array $values): int
    {
        return (int) Manager::table($table)->insertGetId($values + self::blanks($table));
    }

    /** @return array<string, int|string> */
    public static function blanks(string $table): array
    {
        static $known = [];

        return $known[$table] ??= self::readBlanks($table);
    }

    /** @return array<string, int|string> */
    private static function readBlanks(string $table): array
    {
        $blanks = [];
        foreach (Manager::select("SHOW COLUMNS FROM `$table`") as $column) {
            if (in_array($column->Field, ['created_at', 'updated_at'], true)) {
                $blanks[$column->Field] = date('Y-m-d H:i:s');
            } elseif ($column->Null === 'NO' && $column->Default === null && $column->Extra === '') {
                $isNumber = preg_match('/^(\w*int|decimal)/', $column->Type) === 1;
                $blanks[$column->Field] = $isNumber ? 0 : '';
            }
        }

        return $blanks;
    }
}
