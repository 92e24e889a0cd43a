<?php

declare(strict_types=1);

namespace Lab\Api;

/** Runs TerminateAccount. */
final class ModuleTerminate
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        return ModuleAction::run($in, 'TerminateAccount');
    }
}
