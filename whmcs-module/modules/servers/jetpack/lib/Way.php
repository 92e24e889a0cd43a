<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * A way to the Rust that makes every decision: into it as an extension of PHP, or to it as a program.
 */
interface Way
{
    /** The word for it, for pages: `extension` or `program`. */
    public function name(): string;

    /** Begins what it takes to go it, which goes on beside what is done next. What keeps it from being gone, if that is known at once. */
    public function begin(): ?string;

    /** What keeps it from being gone, as a sentence for staff; null when nothing does. */
    public function problem(): ?string;

    /**
     * @param array<string, mixed> $given
     *
     * @return array<string, mixed>
     *
     * @throws Stopped when no answer came in time
     */
    public function ask(string $question, #[\SensitiveParameter] array $given): array;

    /** Names this thread as the holder of leases; empty where that cannot be done. */
    public function processIdentity(): string;

    /** Whether the thread of that name certainly works no more on what it began. */
    public function processIsGone(string $identity): bool;
}
