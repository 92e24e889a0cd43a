<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;

/**
 * The panel on the client's product page: how the plan stands, and one next step. Nothing remote happens while the page is
 * built.
 */
final class ClientPanel
{
    /**
     * @param array<string, mixed> $params
     *
     * @return array<string, mixed> what WHMCS wants of `ClientArea`; empty where there is nothing to show
     */
    public static function of(#[\SensitiveParameter] array $params): array
    {
        try {
            $step = NextStep::of(Target::of($params), $params);

            return $step === null ? [] : [
                'tabOverviewModuleOutputTemplate' => 'templates/overview.tpl',
                'templateVariables' => [
                    'jetpack_text' => $step->text(),
                    'jetpack_until' => $step->until(),
                    'jetpack_url' => $step->url,
                    'jetpack_button' => $step->button(),
                ],
            ];
        } catch (Throwable $defect) {
            Log::defect('ClientArea', $defect, Target::label($params));

            return [];
        }
    }
}
