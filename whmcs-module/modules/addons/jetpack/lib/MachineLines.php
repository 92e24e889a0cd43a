<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Bridge;
use WHMCS\Module\Server\Jetpack\Hooks;
use WHMCS\Module\Server\Jetpack\Seen;

/**
 * The set-up of this machine: the PHPs that WHMCS runs in, its cron, its hooks, the module's tables. WHMCS runs modules in
 * the web server's PHP and, for its cron, in the command line's, which often differ (whmcs-contract.md §6.2).
 */
final class MachineLines
{
    /** WHMCS wants its cron to run every five minutes; after so long something is wrong. */
    private const CRON_IS_LATE = 3600;

    /**
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $text)
    {
    }

    /**
     * @return array<int, SetupLine>
     */
    public function all(): array
    {
        $way = Bridge::way()->name();
        $here = sprintf($this->text['setup_php'], PHP_VERSION, PHP_SAPI, Bridge::VERSION) . ' ' . $this->way($way);

        return [
            $way === 'extension'
                ? new SetupLine('web', SetupLine::DONE, $here)
                : new SetupLine('web', SetupLine::DONE, "$here {$this->file()}", null, PhpFacts::line()),
            $this->cron(),
            new SetupLine('tables', SetupLine::DONE, $this->text['setup_tables_done']),
            Hooks::areRegistered()
                ? new SetupLine('hooks', SetupLine::DONE, $this->text['setup_hooks_done'])
                : new SetupLine('hooks', SetupLine::TODO, $this->text['setup_hooks_todo'], $this->configure()),
        ];
    }

    /**
     * @return array<int, SetupLine> what is known where the page cannot be used
     */
    public function stopped(string $problem): array
    {
        if (Folders::problem($this->text) !== null) {
            return [new SetupLine('web', SetupLine::TODO, $problem)];
        }

        return [Bridge::problem() !== null
            ? new SetupLine('web', SetupLine::TODO, "$problem {$this->file()}", null, PhpFacts::line())
            : new SetupLine('tables', SetupLine::TODO, $problem)];
    }

    /** How Rust is reached, and what the other way would gain. */
    private function way(string $name): string
    {
        return $this->text[$name === 'extension' ? 'setup_way_extension' : 'setup_way_program'];
    }

    /** Which file of the package the extension for this PHP is. */
    private function file(): string
    {
        $api = PhpFacts::api();

        return $api === null ? '' : sprintf($this->text['setup_file'], $api);
    }

    private function cron(): SetupLine
    {
        $last = Seen::last(Seen::CRON);
        if ($last === null) {
            return new SetupLine('cron', SetupLine::TODO, $this->text[Hooks::areRegistered() ? 'setup_cron_never' : 'setup_cron_unseen']);
        }
        [$seen, $ago] = $last;
        $age = Age::of($ago, $this->text);
        if (($seen['problem'] ?? null) !== null) {
            return new SetupLine('cron', SetupLine::TODO, "$age: " . Language::plain((string) $seen['problem']));
        }
        $how = sprintf($this->text['setup_php'], $seen['php'] ?? '', $seen['sapi'] ?? '', $seen['files'] ?? '')
            . ' ' . $this->way((string) ($seen['way'] ?? 'extension'));
        if (($seen['files'] ?? '') !== Bridge::VERSION) {
            return new SetupLine('cron', SetupLine::TODO, "$age: $how {$this->text['setup_cron_other']}");
        }
        if ($ago > self::CRON_IS_LATE) {
            return new SetupLine('cron', SetupLine::TODO, sprintf($this->text['setup_cron_late'], $age));
        }

        return new SetupLine('cron', SetupLine::DONE, "$how " . sprintf($this->text['setup_cron_done'], $age));
    }

    /**
     * @return array{link: string, text: string}
     */
    private function configure(): array
    {
        return ['link' => Settings::PAGE, 'text' => $this->text['setup_configure']];
    }
}
