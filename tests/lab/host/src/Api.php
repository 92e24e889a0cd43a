<?php

declare(strict_types=1);

namespace Lab;

/** localAPI: one class of Lab\Api per command. Commands and their texts: developer docs, API Reference. */
final class Api
{
    /**
     * @param array<string, mixed> $values
     *
     * @return array<string, mixed>
     */
    public static function call(string $command, array $values): array
    {
        $class = 'Lab\\Api\\' . $command;
        if (preg_match('/^[A-Za-z]+$/', $command) !== 1 || !class_exists($class)) {
            return self::error('Command Not Found');
        }

        return $class::run($values);
    }

    /** @return array{result: string, message: string} */
    public static function error(string $message): array
    {
        return ['result' => 'error', 'message' => $message];
    }

    /**
     * @param array<string, mixed> $values
     *
     * @return array<string, mixed>
     */
    public static function success(array $values = []): array
    {
        return ['result' => 'success'] + $values;
    }
}
