<?php

declare(strict_types=1);

namespace Lab\Api;

/** Runs the module's function `func_name`. */
final class ModuleCustom
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        return ModuleAction::run($in, (string) ($in['func_name'] ?? ''));
    }
}
