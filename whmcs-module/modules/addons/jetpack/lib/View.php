<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * Turns data into HTML. Every value passes through `e()` in the template.
 */
final class View
{
    /**
     * @param string $template the name of a file in `templates`
     * @param array<string, mixed> $data
     */
    public static function render(string $template, array $data): string
    {
        $e = self::e(...);
        ob_start();
        try {
            (static function () use ($template, $data, $e): void {
                extract($data);
                require dirname(__DIR__) . "/templates/$template.php";
            })();

            return (string) ob_get_contents();
        } finally {
            ob_end_clean();
        }
    }

    /**
     * @param array<string, string> $text
     */
    public static function notice(Notice $notice, array $text): string
    {
        return sprintf(
            '<div class="%s" style="overflow-wrap: anywhere"><strong><span class="title">%s</span></strong><br>%s</div>',
            $notice->success ? 'successbox' : 'errorbox',
            self::e($notice->success ? $text['success'] : $text['problem']),
            self::e($notice->sentence)
        );
    }

    private static function e(string|int $value): string
    {
        return htmlspecialchars((string) $value, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
}
