<?php

declare(strict_types=1);

namespace Lab;

/**
 * The variables of configuration.php (WHMCS docs, Configuration File) and the lab's own two, `lab_dir` and `lab_url`.
 */
final class Settings
{
    /** @var array<string, string> */
    private static array $values = [];

    public static function load(string $file): void
    {
        self::$values = (static function (string $file): array {
            require $file;

            return get_defined_vars();
        })($file);
    }

    public static function get(string $name): string
    {
        return self::$values[$name];
    }
}
