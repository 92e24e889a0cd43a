<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Api;
use ContractTest\Report;
use ContractTest\Stage;
use ContractTest\Watch;

/** What AfterModuleChangePassword tells, and when it runs. */
final class Passwords
{
    private const NEW = 'Ct-new-password-1';

    public static function ask(Stage $stage, Report $report): void
    {
        $told = null;
        $stored = null;
        $see = static function (string $point, array $vars) use ($stage, &$told, &$stored): void {
            if ($point === 'AfterModuleChangePassword') {
                $told = $vars;
                $stored = Api::must('GetClientsProducts', ['serviceid' => $stage->service])['products']['product'][0]['password'] ?? '';
            }
        };
        $change = ['serviceid' => $stage->service, 'servicepassword' => self::NEW];
        Watch::each(static fn (): array => Watch::during(static fn (): array => Api::must('ModuleChangePw', $change)), $see);
        if ($told === null) {
            $report->open('change_password_hook_tells', '5', 'the hook did not run');

            return;
        }
        $report->found('change_password_hook_tells', '5', (string) (array_search(self::NEW, $told, true) ?: 'nothing'), 'keys: ' . implode(', ', array_keys($told)));
        $report->found('password_is_stored_by_then', '5', $stored === self::NEW ? 'yes' : 'no');
    }
}
