<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * A command of WHMCS's own API, given from within WHMCS (whmcs-contract.md §3.1).
 */
final class Command
{
    /**
     * What hooks and modules throw in it is thrown on.
     *
     * @param array<string, mixed> $values
     *
     * @return string|null null where it was done, else WHMCS's words for why not, which may be none
     */
    public static function run(string $name, array $values): ?string
    {
        $answer = localAPI($name, $values);

        return ($answer['result'] ?? '') === 'success' ? null : trim((string) ($answer['message'] ?? $answer['error'] ?? ''));
    }
}
