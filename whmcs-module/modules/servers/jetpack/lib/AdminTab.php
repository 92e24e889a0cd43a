<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;

/**
 * What staff see of a service on the client's products tab: how it stands, and what was said of it last. WHMCS prints it as
 * it is, so every value is escaped. Nothing remote happens while the page is built.
 */
final class AdminTab
{
    /** How many of the last lines of the journal are shown. */
    private const LINES = 3;

    /**
     * @param array<string, mixed> $params
     *
     * @return array<string, string> labels and HTML
     */
    public static function fields(#[\SensitiveParameter] array $params): array
    {
        try {
            $problem = Bridge::problem();

            return $problem === null
                ? Schema::with(static fn (): array => self::of(...Target::of($params)))
                : ['Jetpack' => self::e($problem)];
        } catch (Stopped $stopped) {
            return ['Jetpack' => self::e($stopped->getMessage())];
        } catch (Throwable $defect) {
            return ['Jetpack' => self::e(Log::defect('AdminServicesTabFields', $defect, Target::label($params)))];
        }
    }

    /**
     * @return array<string, string>
     */
    private static function of(string $type, int $id): array
    {
        if (!Schema::exists()) {
            return ['Jetpack' => self::e(Sentences::tablesMissing())];
        }
        Schema::check();
        $shown = Shown::of($type, $id);
        if ($shown === null) {
            return ['Jetpack' => 'No record: this module has never acted on this service.'];
        }
        $fields = [];
        foreach ($shown['fields'] as $field) {
            $fields[$field['name']] = self::e(Shown::line($field));
        }

        return $fields + self::journal(['service_type' => $type, 'service_id' => $id]);
    }

    /**
     * @param array{service_type: string, service_id: int} $service
     *
     * @return array<string, string>
     */
    private static function journal(array $service): array
    {
        $lines = Database::table(Schema::JOURNAL)
            ->where($service)
            ->whereNotNull('sentence')
            ->orderByDesc('id')
            ->limit(self::LINES)
            ->get(['created_at', 'action', 'sentence'])
            ->map(static fn (object $line): string => self::e(sprintf(
                '%s UTC, %s: %s',
                $line->created_at,
                $line->action,
                preg_replace('/^JETPACK MODULE: /', '', (string) $line->sentence)
            )));

        return $lines->isEmpty() ? [] : ['Jetpack journal' => $lines->implode('<br>')];
    }

    private static function e(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
}
