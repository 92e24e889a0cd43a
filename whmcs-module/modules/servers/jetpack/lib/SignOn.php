<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;
use WHMCS\Module\Server\CustomAction;
use WHMCS\Module\Server\CustomActionCollection;

/**
 * WHMCS's single sign-on leads to the next step: to where the site is connected while the plan waits, then to its wp-admin,
 * which asks for the login itself.
 */
final class SignOn
{
    /**
     * @param array<string, mixed> $params
     *
     * @return array{success: bool, redirectTo?: string, errorMsg?: string}
     */
    public static function answer(#[\SensitiveParameter] array $params): array
    {
        $step = self::step('ServiceSingleSignOn', $params);
        if ($step !== null && $step->url !== '') {
            return ['success' => true, 'redirectTo' => $step->url];
        }
        $text = $step?->text() ?? ClientTexts::of($params, ['key' => 'nothing_to_open', 'site' => '', 'url' => '']);

        return ['success' => false, 'errorMsg' => $text];
    }

    /**
     * The same as a button on the client area's first page, while there is something to open.
     *
     * @param array<string, mixed> $params
     */
    public static function offer(CustomActionCollection $actions, #[\SensitiveParameter] array $params): void
    {
        try {
            $step = self::step('CustomActions', $params);
            if ($step !== null && $step->url !== '') {
                $actions->add(
                    CustomAction::factory('jetpack', $step->button(), 'jetpack_ServiceSingleSignOn', [$params], ['productsso'])
                );
            }
        } catch (Throwable $defect) {
            Log::defect('CustomActions', $defect, Target::label($params));
        }
    }

    /** @param array<string, mixed> $params */
    private static function step(string $function, #[\SensitiveParameter] array $params): ?NextStep
    {
        try {
            return NextStep::of(Target::of($params), $params);
        } catch (Throwable $defect) {
            Log::defect($function, $defect, Target::label($params));

            return null;
        }
    }
}
