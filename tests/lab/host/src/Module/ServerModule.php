<?php

declare(strict_types=1);

namespace Lab\Module;

use Lab\Output;
use Lab\Switches;

/** One provisioning module: modules/servers/<name>/<name>.php and its functions <name>_X (contract, section 1.1). */
final class ServerModule
{
    private function __construct(public readonly string $name)
    {
    }

    public static function exists(string $name): bool
    {
        return preg_match('/^[a-z][a-z0-9_]*$/', $name) === 1 && is_file(self::file($name));
    }

    /**
     * Loads the module's file, and those of all active addons after it: in WHMCS both may meet in one request, so names
     * that collide have to show.
     */
    public static function load(string $name): self
    {
        $module = self::loadAlone($name);
        array_map(AddonModule::loadAlone(...), AddonModule::active());

        return $module;
    }

    public static function loadAlone(string $name): self
    {
        $file = self::file($name);
        Output::watch("$name.php", static fn (): mixed => require_once $file);

        return new self($name);
    }

    /** @return list<string> */
    public static function installed(): array
    {
        $names = array_map('basename', glob(ROOTDIR . '/modules/servers/*', GLOB_ONLYDIR) ?: []);

        return array_values(array_filter($names, self::exists(...)));
    }

    /**
     * What a module asks of a product or of a product addon; at most 24 fields count (contract, section 1.2).
     *
     * @param array<string, mixed> $params
     *
     * @return array<string, array<string, mixed>>
     */
    public static function settings(string $name, array $params): array
    {
        $fields = self::exists($name) ? self::load($name)->list('ConfigOptions', static fn (): array => $params) : [];

        return array_slice($fields, 0, 24, true);
    }

    public function directory(): string
    {
        return ROOTDIR . '/modules/servers/' . $this->name;
    }

    public function has(string $function): bool
    {
        return function_exists("{$this->name}_$function");
    }

    /** Calls one of the module's functions and catches nothing: what escapes is the module's defect. */
    public function call(string $function, mixed ...$arguments): mixed
    {
        $name = "{$this->name}_$function";

        return Output::watch("$name()", static fn (): mixed => $name(...$arguments));
    }

    /**
     * Calls a function that may or may not be handed $params (U, contract section 1.2).
     *
     * @param callable(): array<string, mixed> $params
     *
     * @return array<mixed>
     */
    public function list(string $function, callable $params): array
    {
        if (!$this->has($function)) {
            return [];
        }

        return (array) $this->call($function, ...(Switches::isOn('optional_params_passed') ? [$params()] : []));
    }

    private static function file(string $name): string
    {
        return ROOTDIR . "/modules/servers/$name/$name.php";
    }
}
