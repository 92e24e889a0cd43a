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

    public function problem(): ?string
    {
        if (!$this->isLookedFor) {
            $this->isLookedFor = true;
            try {
                $this->process();
            } catch (Stopped $stopped) {
                $this->problem = Sentences::extensionMissing(Sentences::plain($stopped->getMessage()));
            }
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
        return $this->ask('process_identity', [])['identity'] ?? '';
    }

    public function processIsGone(string $identity): bool
    {
        return $identity !== '' && ($this->ask('process_is_gone', ['identity' => $identity])['gone'] ?? false) === true;
    }

    /** A child of this process by `pcntl_fork` has its own: two who write into one pipe would read each other's answers. */
    private function process(): ProgramProcess
    {
        if ($this->process?->isOurs() !== true) {
            $file = ProgramFile::found(AddonSettings::program());
            $started = ProgramProcess::start($file);
            if ($started->version !== Bridge::VERSION) {
                throw new Stopped(Sentences::programVersionDiffers($file, $started->version));
            }
            if ($started->open !== '') {
                throw new Stopped(Sentences::programWritable($file, $started->open));
            }
            $this->process = $started;
        }

        return $this->process;
    }
}
