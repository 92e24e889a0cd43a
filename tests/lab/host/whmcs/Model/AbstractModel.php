<?php

declare(strict_types=1);

namespace WHMCS\Model;

use Illuminate\Database\Eloquent\Builder;
use Illuminate\Database\Eloquent\Model;
use Lab\Database;
use Lab\Switches;

/**
 * A row as an object: properties by camelCase name or by column, as property or as array key (contract, 1.3 `model`).
 *
 * ALIASES holds the names that are not the column's name in camelCase; they follow the class docs.
 */
abstract class AbstractModel extends Model
{
    protected const ALIASES = [];

    protected $guarded = [];

    /** The model that a module call hands over; with the switch, as the process first read it (U). */
    public static function handedOver(int $id): ?static
    {
        static $cached = [];
        if (!Switches::isOn('model_is_cached')) {
            return static::find($id);
        }

        return $cached[static::class . $id] ??= static::find($id);
    }

    public function getAttribute($key)
    {
        return parent::getAttribute($this->columnOf((string) $key));
    }

    public function setAttribute($key, $value)
    {
        return parent::setAttribute($this->columnOf((string) $key), $value);
    }

    /** Blanks for what is not set: the tables have columns without a default. */
    protected function performInsert(Builder $query)
    {
        $this->attributes += Database::blanks($this->getTable());

        return parent::performInsert($query);
    }

    private function columnOf(string $name): string
    {
        if (isset(static::ALIASES[$name])) {
            return static::ALIASES[$name];
        }
        if (array_key_exists($name, $this->attributes) || method_exists($this, $name) || $this->hasGetMutator($name)) {
            return $name;
        }
        $isCamel = strtolower($name) !== $name;
        $joined = strtolower($name);
        $snake = strtolower((string) preg_replace('/(?<!^)[A-Z]/', '_$0', $name));
        $columns = array_key_exists($snake, $this->attributes) || in_array($snake, ['created_at', 'updated_at'], true);

        return $isCamel ? ($columns ? $snake : $joined) : $name;
    }
}
