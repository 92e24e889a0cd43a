<?php

declare(strict_types=1);

namespace Lab;

/**
 * Reads and sets the switches of switches.php. A switch that was set is a file in LAB_DIR/switches, so it outlives a
 * reset of the database and works without one.
 */
final class Switches
{
    public static function get(string $name): string
    {
        $file = self::directory() . '/' . $name;

        return is_file($file) ? trim((string) file_get_contents($file)) : self::all()[$name][0][0];
    }

    public static function isOn(string $name): bool
    {
        return self::get($name) === 'on';
    }

    public static function set(string $name, string $value): void
    {
        $known = self::all()[$name] ?? throw new \InvalidArgumentException("There is no switch $name");
        if (!in_array($value, $known[0], true)) {
            throw new \InvalidArgumentException("$name takes " . implode(' or ', $known[0]));
        }
        file_put_contents(self::directory() . '/' . $name, $value . "\n");
    }

    public static function setDefaults(): void
    {
        array_map('unlink', glob(self::directory() . '/*') ?: []);
    }

    /** @return array<string, array{non-empty-list<string>, string, string}> values, contract section, meaning */
    public static function all(): array
    {
        static $all = null;

        return $all ??= require dirname(__DIR__) . '/switches.php';
    }

    private static function directory(): string
    {
        return Settings::get('lab_dir') . '/switches';
    }
}
