<?php

declare(strict_types=1);

/**
 * Programs that a test runs: a second PHP, or the sandbox.
 */
final class Process
{
    /** Where a program may lie that nobody but root can change. */
    private const PLACE = '/tmp/jetpack-contract.';

    /**
     * Runs a PHP of its own, with nothing loaded but what is asked for.
     *
     * @param array<int, string> $arguments
     * @param array<int, string> $before what runs it
     *
     * @return array{int, string} exit code, and all it printed
     */
    public static function php(array $arguments, array $before = []): array
    {
        $process = proc_open(
            [...$before, self::binary(), '-n', '-d', 'display_errors=stderr', ...$arguments],
            [1 => ['pipe', 'w'], 2 => ['redirect', 1]],
            $pipes
        );
        $output = stream_get_contents($pipes[1]);

        return [proc_close($process), $output];
    }

    /** This PHP; or what starts it, where the machine itself cannot (tests/package/arm64). */
    public static function binary(): string
    {
        return getenv('JETPACK_PHP') ?: PHP_BINARY;
    }

    /**
     * Runs code in a PHP of its own that can ask Rust, by the way that these tests go.
     *
     * @param array<string, string> $settings such as `deadline`
     *
     * @return array{int, string} exit code, and all it printed
     */
    public static function asking(array $settings, string $code): array
    {
        return self::php(self::options($settings, $code));
    }

    /**
     * @param array<string, string> $settings
     *
     * @return array<int, string>
     */
    public static function options(array $settings, string $code): array
    {
        $load = 'require ' . var_export(__DIR__ . '/bootstrap.php', true) . ';';
        if (!extension_loaded('jetpack_bridge')) {
            $root = var_export(self::place($settings) . '/whmcs', true);

            return ['-r', "define('ROOTDIR', $root); $load $code"];
        }
        $options = ['-d', 'extension=' . self::built('libjetpack_bridge.so')];
        foreach ($settings as $name => $value) {
            array_push($options, '-d', "jetpack_bridge.$name=$value");
        }

        return [...$options, '-r', "$load $code"];
    }

    /**
     * A folder in which the program is where the module looks for it, with its settings.
     *
     * @param array<string, string> $settings
     */
    public static function place(array $settings = []): string
    {
        $place = self::PLACE . bin2hex(random_bytes(6));
        mkdir("$place/jetpack-bridge", 0755, true);
        mkdir("$place/whmcs");
        copy(self::built('jetpack-partner'), "$place/jetpack-bridge/jetpack-partner");
        chmod("$place/jetpack-bridge/jetpack-partner", 0755);
        $lines = array_map(static fn (string $name): string => "$name = \"$settings[$name]\"\n", array_keys($settings));
        file_put_contents("$place/jetpack-bridge/jetpack-bridge.ini", $lines);
        register_shutdown_function(static fn () => exec('rm -rf ' . escapeshellarg($place)));

        return $place;
    }

    /** A file under test: of those that `make build` leaves, or of others that tests/package/whole names. */
    public static function built(string $name): string
    {
        return (getenv('JETPACK_BUILT') ?: dirname(__DIR__, 2) . '/target/release') . '/' . $name;
    }
}
