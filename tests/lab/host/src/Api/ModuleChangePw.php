<?php

declare(strict_types=1);

namespace Lab\Api;

/** Runs ChangePassword with `servicepassword`. */
final class ModuleChangePw
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        return ModuleAction::run($in, 'ChangePassword', ['password' => (string) ($in['servicepassword'] ?? '')]);
    }
}
