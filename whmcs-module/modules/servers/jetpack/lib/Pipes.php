<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * A program that runs beside this request: lines go in and come out, and it is ended at the latest with the request.
 *
 * What PHP says about broken pipes and signals is nobody's business: a handler of another module's would get the line with its
 * secrets, and might throw in the middle of it.
 */
final class Pipes
{
    /** Seconds for its first line. */
    public const START = 5;

    /** Without these it could not be started, or not be ended in time. */
    private const NEEDED = ['proc_open', 'proc_close', 'proc_terminate', 'stream_select', 'stream_set_blocking'];

    /** As much as is written or read at a time. */
    private const PIECE = 1 << 16;

    private string $read = '';

    private string $left = '';

    /**
     * @param resource $process
     * @param array<int, resource> $pipes
     */
    private function __construct(private $process, private readonly array $pipes)
    {
        foreach ($pipes as $pipe) {
            stream_set_blocking($pipe, false);
        }
    }

    /** @return array<int, string> the functions that php.ini takes away and that are needed */
    public static function missing(): array
    {
        $missing = array_filter(self::NEEDED, static fn (string $one): bool => !function_exists($one));

        return array_values($missing);
    }

    /** @param array<int, string> $command */
    public static function open(array $command): ?self
    {
        return self::quietly(static function () use ($command): ?self {
            $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes, '/', []);

            return $process === false ? null : new self($process, $pipes);
        });
    }

    /** Writes a line, if there is one, and reads one; null when there is none in time. */
    public function line(#[\SensitiveParameter] string $line, int $seconds): ?string
    {
        // A property is in no trace.
        $this->left = $line;

        return self::quietly(function () use ($seconds): ?string {
            $until = hrtime(true) + $seconds * 1_000_000_000;
            $looked = 0;
            while (($end = strpos($this->read, "\n", $looked)) === false) {
                $looked = strlen($this->read);
                if (!$this->isMoving($until)) {
                    return null;
                }
            }
            $found = substr($this->read, 0, $end);
            $this->read = substr($this->read, $end + 1);

            return $found;
        });
    }

    /** What it has printed besides: the system's own reason why it does not run, or the place where it failed. */
    public function complaint(): string
    {
        return self::quietly(fn (): string => (string) stream_get_contents($this->pipes[2]));
    }

    /** Waits for its end; one that is told so by an empty line ends by itself. */
    public function end(bool $byForce): void
    {
        self::quietly(function () use ($byForce): void {
            if (!is_resource($this->process)) {
                return;
            }
            if (!$byForce) {
                fwrite($this->pipes[0], "\n");
            }
            fclose($this->pipes[0]);
            $readable = [$this->pipes[1]];
            $none = null;
            if ($byForce || (int) stream_select($readable, $none, $none, 1) < 1) {
                proc_terminate($this->process, 9);
            }
            fclose($this->pipes[1]);
            fclose($this->pipes[2]);
            proc_close($this->process);
        });
    }

    /** Waits until something can be written or read, and does so; whether there is a point in going on. */
    private function isMoving(int $until): bool
    {
        [$in, $out] = $this->pipes;
        $span = intdiv($until - hrtime(true), 1000);
        if ($span <= 0) {
            return false;
        }
        $readable = [$out];
        $writable = $this->left === '' ? [] : [$in];
        $none = null;
        if ((int) stream_select($readable, $writable, $none, intdiv($span, 1_000_000), $span % 1_000_000) < 1) {
            // A signal has ended the wait early.
            return true;
        }
        if ($writable !== []) {
            $written = fwrite($in, $this->left);
            if ($written === false) {
                return false;
            }
            $this->left = substr($this->left, $written);
        }
        if ($readable !== []) {
            $more = (string) fread($out, self::PIECE);
            $this->read .= $more;

            return $more !== '' || !feof($out);
        }

        return true;
    }

    /**
     * @template T
     *
     * @param \Closure(): T $do
     *
     * @return T
     */
    private static function quietly(\Closure $do): mixed
    {
        set_error_handler(static fn (): bool => true);
        try {
            return $do();
        } finally {
            restore_error_handler();
        }
    }
}
