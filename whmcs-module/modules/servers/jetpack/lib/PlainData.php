<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * What can be asked: texts, numbers, flags, null and arrays of them, as the extension takes them.
 */
final class PlainData
{
    /** How deep arrays are taken: a reference can make one without an end. */
    private const DEEPEST = 16;

    /**
     * What else there is becomes null. Objects are never touched, for some would query the database.
     *
     * @param array<array-key, mixed> $array
     *
     * @return array<array-key, mixed>
     */
    public static function of(#[\SensitiveParameter] array $array, int $depth = 1): array
    {
        return array_map(static fn (mixed $value): mixed => match (true) {
            is_array($value) => $depth < self::DEEPEST ? self::of($value, $depth + 1) : null,
            is_float($value) => is_finite($value) ? $value : null,
            is_scalar($value) => $value,
            default => null,
        }, $array);
    }

    /** @param array<string, mixed> $data */
    public static function json(#[\SensitiveParameter] array $data): string
    {
        return json_encode($data, JSON_INVALID_UTF8_SUBSTITUTE | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR);
    }
}
