<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The way for a PHP that cannot load the extension: the program `jetpack-partner bridge`, started once a request. What is lost is
 * the open connection to WordPress.com from one request to the next.
 */
final class Program implements Way
{
    private ?ProgramProcess $process = null;

    private bool $isLookedFor = false;

    private ?string $problem = null;

    public function name(): string
    {
        return 'program';
    }

    public function begin(): ?string
    {
        return $this->isLookedFor ? $this->problem : $this->problem ??= self::refused($this->started(...));
    }

    public function problem(): ?string
    {
        if (!$this->isLookedFor && $this->problem === null) {
            $this->isLookedFor = true;
            $this->problem = self::refused($this->process(...));
        }

        return $this->problem;
    }

    public function ask(string $question, #[\SensitiveParameter] array $given): array
    {
        try {
            return $this->process()->ask($question, $given);
        } catch (Stopped $stopped) {
            // The next question starts another.
            $this->process = null;
            throw $stopped;
        }
    }

    public function processIdentity(): string
    {
        return $this->process()->identity;
    }

    public function processIsGone(string $identity): bool
    {
        return $identity !== '' && ($this->ask('process_is_gone', ['identity' => $identity])['gone'] ?? false) === true;
    }

    /** The one that runs, once it has said what it is: before that it is told nothing. */
    private function process(): ProgramProcess
    {
        $process = $this->started();
        if ($process->version === '') {
            // One that is refused here is ended.
            $this->process = null;
            $process->greet();
            if ($process->version !== Bridge::VERSION) {
                throw new Stopped(Sentences::programVersionDiffers($process->file, $process->version));
            }
            if ($process->open !== '') {
                throw new Stopped(Sentences::programWritable($process->file, $process->open));
            }
            $this->process = $process;
        }

        return $process;
    }

    /** A child of this process by `pcntl_fork` has its own: two who write into one pipe would read each other's answers. */
    private function started(): ProgramProcess
    {
        if ($this->process?->isOurs() !== true) {
            $this->process = ProgramProcess::start(ProgramFile::found(AddonSettings::program()));
        }

        return $this->process;
    }

    /** @param \Closure(): ProgramProcess $get */
    private static function refused(\Closure $get): ?string
    {
        try {
            $get();
        } catch (Stopped $stopped) {
            return Sentences::extensionMissing(Sentences::plain($stopped->getMessage()));
        }

        return null;
    }
}
