<?php

declare(strict_types=1);

namespace Lab\Api;

/** Runs ChangePackage. */
final class ModuleChangePackage
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        return ModuleAction::run($in, 'ChangePackage');
    }
}
