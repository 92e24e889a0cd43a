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
        $here = sprintf($this->text['setup_php'], PHP_VERSION, PHP_SAPI, Bridge::VERSION);

        return [
            new SetupLine('web', SetupLine::DONE, $here),
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
        $isOfPhp = !class_exists(Bridge::class) || Bridge::problem() !== null;

        return [new SetupLine($isOfPhp ? 'web' : 'tables', SetupLine::TODO, $problem)];
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
        $how = sprintf($this->text['setup_php'], $seen['php'] ?? '', $seen['sapi'] ?? '', $seen['files'] ?? '');
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
