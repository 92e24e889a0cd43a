<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Api;
use ContractTest\Marks;
use ContractTest\Report;
use ContractTest\Stage;
use ContractTest\Watch;
use WHMCS\Database\Capsule;

/** What WHMCS makes of the answers that are no success. */
final class Results
{
    private const SENTENCE = 'The contract test refuses this.';

    public static function ask(Stage $stage, Report $report): void
    {
        $service = $stage->order()['services'][0];
        $fail = static fn (mixed $answer): array => self::answering('CreateAccount', $answer, static fn (): array => Api::ask('ModuleCreate', ['serviceid' => $service]));

        $answer = [];
        $seen = Watch::during(static function () use ($fail, &$answer): void {
            $answer = $fail(self::SENTENCE);
        });
        $says = (string) ($answer['message'] ?? '');
        $report->check('a failure\'s text reaches whoever called', str_contains($says, self::SENTENCE), $says);
        $entries = array_column(Watch::of('LogActivity', $seen), 'description');
        $isLogged = array_filter($entries, static fn (string $entry): bool => str_contains($entry, self::SENTENCE)) !== [];
        $report->check('a failure\'s text is in the activity log', $isLogged, implode(' / ', $entries));
        $report->found('failure_is_logged_as', '1.4', $entries === [] ? 'nothing' : 'text', implode(' / ', $entries));
        $status = (string) Capsule::table('tblhosting')->where('id', $service)->value('domainstatus');
        $report->found('failed_create_leaves', '1.4', $status);
        $queued = (int) (Api::must('GetModuleQueue', ['serviceType' => 'service', 'relatedId' => $service])['count'] ?? 0);
        $report->found('queue_manual_failures', '1.4', $queued > 0 ? 'on' : 'off', 'a failure of the Module... API');

        $report->found('array_is_read_as', '1.4', 'text', json_encode($fail(['x'])['message'] ?? null));
        $report->found('null_is_read_as', '1.4', 'text', json_encode($fail(null)['message'] ?? null));
        $missing = Api::ask('ModuleCustom', ['serviceid' => $service, 'func_name' => 'nosuchfunction']);
        $report->found('missing_function_says', '1.2', $missing['result'] ?? '', (string) ($missing['message'] ?? ''));
        $aborted = [];
        Watch::abort('PreModuleSuspend', static function () use ($service, &$aborted): void {
            $aborted = Api::ask('ModuleSuspend', ['serviceid' => $service]);
        });
        $report->found('aborted_call_says', '1.4', $aborted['result'] ?? '', (string) ($aborted['message'] ?? ''));
        $calls = Capsule::table(Marks::TABLE)->where('what', 'SuspendAccount')->count();
        $report->check('a hook keeps a call from the module', $calls === 0);
    }

    /**
     * @param callable(): array<string, mixed> $call
     *
     * @return array<string, mixed>
     */
    private static function answering(string $function, mixed $answer, callable $call): array
    {
        $GLOBALS['contracttest_answers'] = [$function => $answer];
        try {
            return $call();
        } finally {
            unset($GLOBALS['contracttest_answers']);
        }
    }
}
