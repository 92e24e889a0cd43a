<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;

/**
 * Create, by the button that people look for once they have mended what it named. A service goes through WHMCS's own door,
 * which sets its status, sends the welcome mail and clears the module queue; for product addons there is none
 * (whmcs-contract.md §11), so their status stays as it is.
 */
final class TryAgain
{
    /**
     * @param array<string, mixed> $params
     *
     * @return string 'success', or a sentence for staff
     */
    public static function run(#[\SensitiveParameter] array $params): string
    {
        [$type, $id] = Target::of($params);
        if ($type !== 'service' || $id <= 0) {
            return ModuleCall::run('TryAgain', 'create', $params);
        }
        try {
            $said = Command::run('ModuleCreate', ['serviceid' => $id]);
        } catch (Throwable $defect) {
            return Log::defect('TryAgain', $defect, Target::label($params));
        }

        return match ($said) {
            null => 'success',
            '' => Sentences::createRefused(),
            default => $said,
        };
    }
}
