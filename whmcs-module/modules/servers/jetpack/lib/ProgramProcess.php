<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The program as it runs, for as long as this request: questions go in and answers come out, a line of JSON each. Its environment
 * is empty and its arguments hold nothing, so secrets are in the two pipes and nowhere else.
 */
final class ProgramProcess
{
    /** Seconds for its first line. */
    private const START = 5;

    /** Seconds beyond its own deadline after which it is ended. */
    private const MARGIN = 10;

    /** What it may take where its settings are wrong: then it asks nobody. */
    private const ANSWER = 25;

    /** Characters of what it says when it does not run. */
    private const COMPLAINT = 300;

    /** How deep arrays are taken, as by the extension: a reference can make one without an end. */
    private const DEEPEST = 16;

    public string $version = '';

    private int $patience = self::START;

    private string $read = '';

    /**
     * @param resource $process
     * @param array<int, resource> $pipes
     */
    private function __construct(private $process, private array $pipes, private readonly int $owner)
    {
        foreach ($pipes as $pipe) {
            stream_set_blocking($pipe, false);
        }
    }

    /** @throws Stopped when it does not come up */
    public static function start(string $file): self
    {
        if (!function_exists('proc_open')) {
            throw new Stopped(Sentences::procOpenDisabled());
        }
        $process = @proc_open(
            [$file, 'bridge', '--parent', (string) self::here()],
            [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']],
            $pipes,
            '/',
            []
        );
        if ($process === false) {
            throw new Stopped(Sentences::programNotStarted($file, (string) (error_get_last()['message'] ?? '')));
        }
        $started = new self($process, $pipes, self::here());
        $greeting = json_decode($started->line() ?? '', true);
        if (!is_array($greeting) || !isset($greeting['version'])) {
            throw new Stopped(Sentences::programNotStarted($file, $started->complaint()));
        }
        $started->version = (string) $greeting['version'];
        $started->patience = (int) ($greeting['deadline'] ?? self::ANSWER) + self::MARGIN;

        return $started;
    }

    /** Whether this process started it, and not one of which this is a child. */
    public function isOurs(): bool
    {
        return $this->owner === self::here();
    }

    /**
     * @param array<string, mixed> $given
     *
     * @return array<string, mixed>
     *
     * @throws Stopped when it does not answer in time, or ends
     */
    public function ask(string $question, #[\SensitiveParameter] array $given): array
    {
        $line = json_encode(
            ['question' => $question, 'given' => (object) self::plain($given)],
            JSON_INVALID_UTF8_SUBSTITUTE | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR
        );
        $answer = json_decode($this->line("$line\n") ?? '', true);
        if (is_array($answer)) {
            return $answer;
        }
        $complaint = $this->complaint();
        $this->end(true);
        throw new Stopped(Sentences::programSilent($complaint, $this->patience));
    }

    public function __destruct()
    {
        if ($this->isOurs()) {
            $this->end(false);
        }
    }

    /** Writes what is to be written and reads a line; null when there is none in time. */
    private function line(string $left = ''): ?string
    {
        $until = hrtime(true) + $this->patience * 1_000_000_000;
        [$in, $out] = $this->pipes;
        while (($end = strpos($this->read, "\n")) === false) {
            $readable = [$out];
            $writable = $left === '' ? [] : [$in];
            $none = null;
            $span = intdiv($until - hrtime(true), 1000);
            if ($span <= 0) {
                return null;
            }
            // A signal ends the wait early.
            if ((int) @stream_select($readable, $writable, $none, intdiv($span, 1_000_000), $span % 1_000_000) < 1) {
                continue;
            }
            if ($writable !== []) {
                $written = @fwrite($in, $left);
                if ($written === false) {
                    return null;
                }
                $left = substr($left, $written);
            }
            if ($readable !== []) {
                $more = (string) fread($out, 1 << 16);
                if ($more === '' && feof($out)) {
                    return null;
                }
                $this->read .= $more;
            }
        }
        $line = substr($this->read, 0, $end);
        $this->read = substr($this->read, $end + 1);

        return $line;
    }

    /** What it printed besides: the system's own reason why it does not run, or the place where it failed. */
    private function complaint(): string
    {
        return substr(trim((string) preg_replace('/\s+/', ' ', (string) stream_get_contents($this->pipes[2]))), 0, self::COMPLAINT);
    }

    private function end(bool $byForce): void
    {
        if (!is_resource($this->process)) {
            return;
        }
        if (!$byForce) {
            @fwrite($this->pipes[0], "\n");
        }
        fclose($this->pipes[0]);
        $readable = [$this->pipes[1]];
        $none = null;
        if (($byForce || (int) @stream_select($readable, $none, $none, 1) < 1) && function_exists('proc_terminate')) {
            proc_terminate($this->process, 9);
        }
        fclose($this->pipes[1]);
        fclose($this->pipes[2]);
        // Waits for its end.
        proc_close($this->process);
    }

    /**
     * What JSON can hold, as the extension takes it: objects are never touched, for some would query the database.
     *
     * @param array<array-key, mixed> $array
     *
     * @return array<array-key, mixed>
     */
    private static function plain(#[\SensitiveParameter] array $array, int $depth = 1): array
    {
        return array_map(static fn (mixed $value): mixed => match (true) {
            is_array($value) => $depth < self::DEEPEST ? self::plain($value, $depth + 1) : null,
            is_float($value) => is_finite($value) ? $value : null,
            is_scalar($value) => $value,
            default => null,
        }, $array);
    }

    private static function here(): int
    {
        return function_exists('getmypid') ? (int) getmypid() : 0;
    }
}
