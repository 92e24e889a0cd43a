<?php

declare(strict_types=1);

namespace Lab\Api;

/** Runs SuspendAccount; `suspendreason` is optional. */
final class ModuleSuspend
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        return ModuleAction::run($in, 'SuspendAccount', ['suspendreason' => (string) ($in['suspendreason'] ?? '')]);
    }
}
