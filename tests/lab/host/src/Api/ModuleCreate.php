<?php

declare(strict_types=1);

namespace Lab\Api;

/** Runs CreateAccount. */
final class ModuleCreate
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        return ModuleAction::run($in, 'CreateAccount');
    }
}
