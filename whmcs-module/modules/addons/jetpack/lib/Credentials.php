<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Log;

/**
 * Asks WordPress.com whether the saved credentials work.
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

        return new Notice($validation['ok'], $validation['sentence']);
    }
}
