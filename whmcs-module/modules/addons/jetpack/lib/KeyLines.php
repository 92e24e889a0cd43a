<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Keys;
use WHMCS\Module\Server\Jetpack\KnownKeys;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * The set-up of the partner's key: the settings, whether WordPress.com took the key when it was asked last, and how it could
 * be reached then.
 */
final class KeyLines
{
    /**
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     */
    public function __construct(#[\SensitiveParameter] private readonly array $vars, private readonly array $text)
    {
    }

    /**
     * @return array<int, SetupLine>
     */
    public function all(): array
    {
        $last = Credentials::last($this->vars);
        $given = trim(($this->vars['partner_id'] ?? '') . ($this->vars['partner_secret'] ?? ''));
        if ($given === '' && Sold::haveOwnKeys()) {
            $credentials = new SetupLine('credentials', SetupLine::DONE, $this->text['setup_key_of_products']);

            // What is wrong with the other settings shows all the same.
            return [...$this->settings(['partner_id' => '-', 'partner_secret' => '--------']), $credentials];
        }

        return [...$this->settings(), $this->credentials($last), ...$this->reached($last), ...$this->others()];
    }

    /**
     * @param array<string, string> $instead of what is set
     *
     * @return array<int, SetupLine> one for each mistake
     */
    private function settings(array $instead = []): array
    {
        $problems = Core::ask('describe', ['settings' => $instead + array_diff_key($this->vars, ['_lang' => 0])])['problems'];
        $unknown = Roles::unknown($this->vars);
        if ($unknown !== []) {
            $problems[] = sprintf($this->text['setup_settings_roles'], implode(', ', $unknown));
        }
        $configure = ['link' => Settings::PAGE, 'text' => $this->text['setup_configure']];

        return $problems === []
            ? [new SetupLine('settings', SetupLine::DONE, $this->text['setup_settings_done'])]
            : array_map(static fn (string $problem): SetupLine => new SetupLine(
                'settings',
                SetupLine::TODO,
                Language::plain($problem),
                $configure
            ), $problems);
    }

    /**
     * @param array{array<string, mixed>, int}|null $last
     */
    private function credentials(?array $last): SetupLine
    {
        $ask = ['button' => 'validate', 'text' => $this->text['credentials_button']];
        if (trim((string) ($this->vars['partner_id'] ?? '')) === '') {
            $get = ['link' => 'https://jetpack.com/for/hosts/', 'text' => $this->text['setup_key_get']];

            return new SetupLine('credentials', SetupLine::TODO, $this->text['setup_key_none'], $get);
        }
        if ($last === null) {
            return new SetupLine('credentials', SetupLine::TODO, $this->text['setup_key_todo'], $ask + ['by_itself' => true]);
        }
        [$seen, $ago] = $last;
        $step = $this->text['setup_step_' . ($seen['step'] ?? '')] ?? '';
        $said = sprintf($this->text['setup_checked'], trim("$step " . Language::plain((string) $seen['sentence'])), Age::of($ago, $this->text));

        return new SetupLine('credentials', $seen['ok'] === true ? SetupLine::DONE : SetupLine::TODO, $said, $ask);
    }

    /**
     * @param array{array<string, mixed>, int}|null $last
     *
     * @return array<int, SetupLine> none before anything was asked: that the credentials' line says
     */
    private function reached(?array $last): array
    {
        [$seen, $ago] = $last ?? [[], 0];
        $reached = $seen['reached'] ?? null;
        if (!is_array($reached)) {
            return [];
        }
        $said = sprintf($this->text['setup_api_done'], $reached['milliseconds'], Age::of($ago, $this->text));
        $api = new SetupLine('api', SetupLine::DONE, $said);
        if ($reached['clock_ahead'] === null) {
            return [$api];
        }
        $ahead = (int) $reached['clock_ahead'];

        $differs = sprintf($this->text[$ahead < 0 ? 'setup_clock_behind' : 'setup_clock_ahead'], abs($ahead));

        return [$api, $reached['clock_is_wrong'] === true
            ? new SetupLine('clock', SetupLine::TODO, "$differs {$this->text['setup_clock_todo']}")
            : new SetupLine('clock', SetupLine::DONE, $differs)];
    }

    /**
     * @return array<int, SetupLine> the other keys that still hold plans, as after a change of credentials
     */
    private function others(): array
    {
        $over = Core::ask('prunable', ['now' => Database::now(), 'rows' => [], 'settings' => []])['states'];
        $plans = Database::table(Schema::SERVICES)
            ->whereNotIn('state', $over)
            ->whereNotNull('partner_id')
            ->whereNotIn('partner_id', ['', trim((string) ($this->vars['partner_id'] ?? ''))])
            ->groupBy('partner_id')
            ->orderBy('partner_id')
            ->selectRaw('partner_id, count(*) as plans')
            ->pluck('plans', 'partner_id');

        if ($plans->keys()->diff(self::kept($plans->keys()->all()))->isNotEmpty()) {
            // It may stand in a product's settings by now.
            KnownKeys::keep();
        }
        $kept = self::kept($plans->keys()->all());

        return $plans->map(fn (int|string $plans, int|string $id): SetupLine => new SetupLine(
            'others',
            in_array((string) $id, $kept, true) ? SetupLine::NOTE : SetupLine::TODO,
            sprintf($this->text[in_array((string) $id, $kept, true) ? 'setup_others_kept' : 'setup_others_lost'], $plans, $id)
        ))->values()->all();
    }

    /**
     * @param array<int, int|string> $ids
     *
     * @return array<int, string> those whose secret is kept
     */
    private static function kept(array $ids): array
    {
        return array_values(array_intersect(Keys::ids(), array_map('strval', $ids)));
    }
}
