<?php

declare(strict_types=1);

namespace Lab;

/** Module code may print only in an addon's `_output`; anything else corrupts redirects and JSON (contract, trap 14). */
final class Output
{
    /**
     * Runs module code, reports what it prints, and lets that through as WHMCS would.
     *
     * @param callable(): mixed $call
     */
    public static function watch(string $what, callable $call): mixed
    {
        ob_start();
        $result = $call();
        $printed = (string) ob_get_flush();
        if ($printed !== '') {
            EscapeLog::write("output of $what: " . substr($printed, 0, 300));
        }

        return $result;
    }

    /** @param callable(): mixed $call */
    public static function capture(callable $call): string
    {
        ob_start();
        $call();

        return (string) ob_get_clean();
    }
}
