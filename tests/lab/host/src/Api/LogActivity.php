<?php

declare(strict_types=1);

namespace Lab\Api;

use Lab\Api;
use Lab\Log;

/** Writes to the activity log; the client was `userid` before 8.0. */
final class LogActivity
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        Log::activity((string) ($in['description'] ?? ''), (int) ($in['clientid'] ?? $in['userid'] ?? 0));

        return Api::success();
    }
}
