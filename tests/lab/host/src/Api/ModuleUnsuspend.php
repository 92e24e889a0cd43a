<?php

declare(strict_types=1);

namespace Lab\Api;

/** Runs UnsuspendAccount. */
final class ModuleUnsuspend
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        return ModuleAction::run($in, 'UnsuspendAccount');
    }
}
