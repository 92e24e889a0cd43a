<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * What the owner of a service is told of its plan, in his language: how it stands, and one next step. The panel on the
 * product's page, the order's last page, the alert, mails and the sign-on all say the same.
 */
final class NextStep
{
    /** Where it leads: to where the site is connected, or to the site's wp-admin; empty where there is nothing to open. */
    public readonly string $url;

    public readonly string $site;

    /** Whether the plan waits for its owner. */
    public readonly bool $waits;

    /**
     * @param array<string, mixed> $panel of the question `show`
     * @param array<string, mixed> $params with the client's details, for the language
     */
    private function __construct(private readonly array $panel, #[\SensitiveParameter] private readonly array $params)
    {
        $this->url = (string) $panel['url'];
        $this->site = (string) $panel['site'];
        $this->waits = (bool) $panel['waits'];
    }

    /**
     * @param array{'service'|'addon', int} $target
     * @param array<string, mixed> $params
     */
    public static function of(array $target, #[\SensitiveParameter] array $params): ?self
    {
        return self::from(Shown::of(...$target), $params);
    }

    /**
     * @param array<string, mixed>|null $shown the answer to `show`
     * @param array<string, mixed> $params
     */
    public static function from(?array $shown, #[\SensitiveParameter] array $params): ?self
    {
        return isset($shown['panel']) ? new self($shown['panel'], $params) : null;
    }

    public function text(): string
    {
        // Beside a button the address need not be read.
        return $this->say($this->panel['key'] === 'activate' ? 'panel_activate' : $this->panel['key']);
    }

    /** Until when the step has to be taken; empty where there is no such day. */
    public function until(): string
    {
        return $this->panel['until'] === null ? '' : $this->say('until');
    }

    /** What the button says; empty where there is nothing to open. */
    public function button(): string
    {
        return $this->url === '' ? '' : $this->say("button_{$this->panel['key']}");
    }

    /** How it stands, in a word or two. */
    public function word(): string
    {
        return $this->say("state_{$this->panel['key']}");
    }

    /** As a panel, for a page that is no template of this module's; Bootstrap 3 and 4. */
    public function html(): string
    {
        $e = static fn (string $text): string => htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
        $until = $this->until() === '' ? '' : "<p><small>{$e($this->until())}</small></p>";
        $button = $this->url === ''
            ? ''
            : "<p><a class=\"btn btn-primary\" href=\"{$e($this->url)}\" target=\"_blank\" rel=\"noopener noreferrer\">{$e($this->button())}</a></p>";

        return '<div class="panel panel-default card mb-3 jetpack-panel"><div class="panel-body card-body"><h2 class="h4">Jetpack</h2>'
            . "<p>{$e($this->text())}</p>$until$button</div></div>";
    }

    private function say(string $key): string
    {
        return ClientTexts::of($this->params, [
            'key' => $key,
            'site' => $this->site,
            'url' => $this->url,
            'date' => $this->panel['until'] === null ? '' : date('Y-m-d', (int) $this->panel['until']),
        ]);
    }
}
