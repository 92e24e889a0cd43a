<?php

declare(strict_types=1);

/**
 * Programs that a test runs: a second PHP, or the sandbox.
 */
final class Process
{
    /**
     * Runs a PHP of its own, with nothing loaded but what is asked for.
     *
     * @param array<int, string> $arguments
     *
     * @return array{int, string} exit code, and all it printed
     */
    public static function php(array $arguments): array
    {
        $process = proc_open(
            [PHP_BINARY, '-n', '-d', 'display_errors=stderr', ...$arguments],
            [1 => ['pipe', 'w'], 2 => ['redirect', 1]],
            $pipes
        );
        $output = stream_get_contents($pipes[1]);

        return [proc_close($process), $output];
    }

    /** The options that load the extension under test. */
    public static function extension(string ...$settings): array
    {
        $options = ['-d', 'extension=' . self::built('libjetpack_bridge.so')];
        foreach ($settings as $setting) {
            array_push($options, '-d', $setting);
        }

        return $options;
    }

    public static function built(string $name): string
    {
        return dirname(__DIR__, 2) . '/target/release/' . $name;
    }
}
