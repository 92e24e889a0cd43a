<?php

declare(strict_types=1);

namespace Lab;

use ArrayAccess;
use LogicException;

/**
 * The template variable LANG: every key answers with itself. WHMCS's language files are not public, and module
 * templates use their keys.
 *
 * @implements ArrayAccess<string, string>
 */
final class Language implements ArrayAccess
{
    public function offsetExists(mixed $offset): bool
    {
        return true;
    }

    public function offsetGet(mixed $offset): string
    {
        return (string) $offset;
    }

    public function offsetSet(mixed $offset, mixed $value): void
    {
        throw new LogicException('LANG is read-only');
    }

    public function offsetUnset(mixed $offset): void
    {
        throw new LogicException('LANG is read-only');
    }
}
