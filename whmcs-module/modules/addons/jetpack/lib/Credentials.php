<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Seen;

/**
 * Asks WordPress.com whether the saved credentials work, and knows later what came of it.
 */
final class Credentials
{
    /**
     * @param array<string, mixed> $vars the addon's settings are among them
     */
    public static function validate(#[\SensitiveParameter] array $vars): Notice
    {
        $validation = Core::ask('validate', ['settings' => $vars]);
        Log::exchange('ValidateCredentials', 'addon module', $validation['log'], $validation['sentence']);
        $salt = bin2hex(random_bytes(16));
        Seen::note(Seen::VALIDATION, ['salt' => $salt, 'of' => self::mark($vars, $salt)]
            + array_intersect_key($validation, ['ok' => 0, 'sentence' => 0, 'step' => 0, 'reached' => 0]));

        return new Notice($validation['ok'], $validation['sentence']);
    }

    /**
     * @param array<string, mixed> $vars
     *
     * @return array{array<string, mixed>, int}|null what came of it, and how many seconds ago; null where these were not asked about
     */
    public static function last(#[\SensitiveParameter] array $vars): ?array
    {
        $last = Seen::last(Seen::VALIDATION);

        return $last !== null && hash_equals((string) $last[0]['of'], self::mark($vars, (string) $last[0]['salt'])) ? $last : null;
    }

    /**
     * By which the same credentials are known again. WHMCS does not say which settings were saved (whmcs-contract.md §2.2).
     *
     * @param array<string, mixed> $vars
     */
    private static function mark(#[\SensitiveParameter] array $vars, string $salt): string
    {
        return hash_hmac('sha256', ($vars['partner_id'] ?? '') . "\0" . ($vars['partner_secret'] ?? ''), $salt);
    }
}
