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
            $panel = Bridge::problem() === null ? (Shown::of(...Target::of($params))['panel'] ?? null) : null;
        } catch (OtherSchema) {
            // The next call brings the tables to this form.
            return [];
        } catch (Throwable $defect) {
            Log::defect('ClientArea', $defect, Target::label($params));

            return [];
        }

        return $panel === null ? [] : [
            'tabOverviewModuleOutputTemplate' => 'templates/overview.tpl',
            'templateVariables' => self::variables($params, $panel),
        ];
    }

    /**
     * @param array<string, mixed> $params
     * @param array<string, mixed> $panel
     *
     * @return array<string, string>
     */
    private static function variables(#[\SensitiveParameter] array $params, array $panel): array
    {
        $until = $panel['until'] === null ? '' : date('Y-m-d', (int) $panel['until']);
        $text = static fn (string $key): string => ClientTexts::of($params, [
            'key' => $key,
            'site' => $panel['site'],
            'url' => $panel['url'],
            'date' => $until,
        ]);
        // Beside a button the address need not be read.
        $key = $panel['key'] === 'activate' ? 'panel_activate' : $panel['key'];
        $button = "button_{$panel['key']}";

        return [
            'jetpack_text' => $text($key),
            'jetpack_until' => $until === '' ? '' : $text('until'),
            'jetpack_url' => $panel['url'],
            'jetpack_button' => $panel['url'] === '' ? '' : $text($button),
        ];
    }
}
