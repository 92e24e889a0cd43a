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

    /**
     * A form of one button.
     *
     * @param string $link where it is sent
     * @param string $class its look in WHMCS's pages
     * @param array<string, int|string> $hidden what goes with it; a form without any is named after its action
     */
    public static function button(string $link, string $action, string $label, string $class, array $hidden = []): string
    {
        $id = $hidden === [] ? sprintf(' id="%s"', self::e(strtr($action, '_', '-'))) : '';
        $fields = '';
        foreach (['jetpack_action' => $action] + $hidden as $name => $value) {
            $fields .= sprintf('<input type="hidden" name="%s" value="%s">', self::e($name), self::e($value));
        }

        return sprintf(
            '<form method="post" action="%s"%s style="display: inline-block">%s%s<button type="submit" class="btn %s">%s</button></form> ',
            self::e($link),
            $id,
            generate_token(),
            $fields,
            self::e($class),
            self::e($label)
        );
    }

    private static function e(string|int $value): string
    {
        return htmlspecialchars((string) $value, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }
}
