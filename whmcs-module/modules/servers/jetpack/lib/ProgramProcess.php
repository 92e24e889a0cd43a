<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The program as it runs, for as long as this request: questions go in and answers come out, a line of JSON each. Its environment
 * is empty and its arguments hold nothing, so secrets are in the two pipes and nowhere else.
 */
final class ProgramProcess
{
    /** Seconds beyond its own deadline after which it is ended. */
    private const MARGIN = 10;

    /** What it may take where its settings are wrong: then it asks nobody. */
    private const ANSWER = 25;

    /** Characters of what it says when it does not run. */
    private const COMPLAINT = 300;

    /** Empty until it has greeted. */
    public string $version = '';

    /** What others than root could change of it, as it sees it itself; empty where nothing is. */
    public string $open = '';

    /** By which it is known as the holder of leases: it is what sends. */
    public string $identity = '';

    private int $patience = self::ANSWER;

    /** Of the last question; an answer with another number is another question's. */
    private int $number = 0;

    private function __construct(public readonly string $file, private ?Pipes $pipes, private readonly int $owner)
    {
    }

    /**
     * Does not wait until it is up: that takes about as long as to read the settings of an order.
     *
     * @throws Stopped when it cannot be started
     */
    public static function start(string $file): self
    {
        $missing = Pipes::missing();
        if ($missing !== []) {
            throw new Stopped(Sentences::functionsDisabled($missing));
        }
        $here = self::here();
        $parent = $here === 0 ? [] : ['--parent', (string) $here];
        $pipes = Pipes::open([$file, 'bridge', '--guarded', ...$parent]);
        if ($pipes === null) {
            throw new Stopped(Sentences::programNotStarted($file, ''));
        }

        return new self($file, $pipes, $here);
    }

    /** @throws Stopped when it does not come up */
    public function greet(): void
    {
        $greeting = json_decode($this->pipes?->line('', Pipes::START) ?? '', true);
        if (!is_array($greeting) || !isset($greeting['version'])) {
            $complaint = self::readable((string) $this->pipes?->complaint());
            $this->pipes?->end(true);
            $this->pipes = null;
            throw new Stopped(Sentences::programNotStarted($this->file, $complaint));
        }
        $this->version = (string) $greeting['version'];
        $this->open = (string) ($greeting['open'] ?? '');
        $this->identity = (string) ($greeting['identity'] ?? '');
        $this->patience = (int) ($greeting['deadline'] ?? self::ANSWER) + self::MARGIN;
    }

    /** Whether this process started it, and not one of which this is a child; and whether it can be asked. */
    public function isOurs(): bool
    {
        return $this->pipes !== null && $this->owner === self::here();
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
        $line = PlainData::json(['number' => ++$this->number, 'question' => $question, 'given' => (object) PlainData::of($given)]);
        $pipes = $this->pipes;
        // Should this be left without the answer, the next question must not get it.
        $this->pipes = null;
        try {
            $answer = json_decode($pipes?->line("$line\n", $this->patience) ?? '', true);
            if (is_array($answer) && ($answer['number'] ?? null) === $this->number && is_array($answer['answer'] ?? null)) {
                $this->pipes = $pipes;

                return $answer['answer'];
            }
        } finally {
            if ($this->pipes === null && $pipes !== null) {
                $complaint = self::readable($pipes->complaint());
                $pipes->end(true);
            }
        }
        throw new Unanswered(Sentences::programSilent($complaint ?? '', $this->patience));
    }

    public function __destruct()
    {
        if ($this->isOurs()) {
            $this->pipes?->end(false);
        }
    }

    private static function readable(string $complaint): string
    {
        return substr(trim((string) preg_replace('/[^\x20-\x7e]+/', ' ', $complaint)), 0, self::COMPLAINT);
    }

    /** The number of this process; 0 where PHP may not tell it. */
    private static function here(): int
    {
        foreach (['getmypid', 'posix_getpid'] as $function) {
            if (function_exists($function)) {
                return (int) $function();
            }
        }

        return 0;
    }
}
