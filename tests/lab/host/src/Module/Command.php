<?php

declare(strict_types=1);

namespace Lab\Module;

use Lab\Hooks;
use Lab\Log;
use Lab\Mail;
use Lab\Switches;

/**
 * Runs one module function for one service or product addon, with all that WHMCS does around it (contract, sections 1.2,
 * 1.4 and 5): the Pre hook, the call, the new status, the activity log, the queue, the welcome mail, the After hook.
 */
final class Command
{
    /** Function => [name in hooks and in the log, status after success]. */
    private const KNOWN = [
        'CreateAccount' => ['Create', 'Active'],
        'SuspendAccount' => ['Suspend', 'Suspended'],
        'UnsuspendAccount' => ['Unsuspend', 'Active'],
        'TerminateAccount' => ['Terminate', 'Terminated'],
        'ChangePackage' => ['ChangePackage', null],
        'ChangePassword' => ['ChangePassword', null],
        'Renew' => ['Renew', null],
    ];

    public function __construct(private readonly Target $target, private readonly bool $isAutomated)
    {
    }

    /**
     * @param array<string, mixed> $extra more keys for $params
     *
     * @return string 'success', or why not
     */
    public function run(string $function, array $extra = []): string
    {
        if (!ServerModule::exists($this->target->module())) {
            return 'Service not assigned to a module';
        }
        $module = ServerModule::load($this->target->module());
        if (!$module->has($function)) {
            // The wording is U.
            return 'Function Not Supported by Module';
        }
        [$name, $status] = self::KNOWN[$function] ?? ['Custom', null];
        $own = $this->target->params();
        $params = $extra + $own;
        foreach (array_filter(Hooks::run("PreModule$name", ['params' => $params]), 'is_array') as $answer) {
            if (!empty($answer['abortcmd'])) {
                // The wording is U.
                return 'Function Aborted by Action Hook Code';
            }
            $params = $answer + $params;
        }

        $answer = self::text($module->call($function, $params));
        if ($answer === 'success') {
            $this->target->succeed($function, $status, $params);
            $this->finish($function, $name, $params, (string) $own['password']);
        } else {
            $this->fail($function, $name, $answer, $params);
        }

        return $answer;
    }

    /** An array answer reads "Array", null reads as nothing (observed). */
    private static function text(mixed $answer): string
    {
        return is_array($answer) ? 'Array' : (is_scalar($answer) ? (string) $answer : '');
    }

    /** @param array<string, mixed> $params */
    private function finish(string $function, string $name, array $params, string $oldPassword): void
    {
        // The wording is U (contract, Q1).
        $this->log("Module $name Successful - {$this->target->label()}");
        Queue::resolve($this->target, $function);
        if ($function === 'CreateAccount') {
            $this->target->welcome();
        }
        if ($function === 'ChangePassword') {
            Hooks::run('AfterModuleChangePassword', [
                'serviceid' => $params['serviceid'],
                'oldpassword' => $oldPassword,
                Switches::get('change_password_hook_tells') => $params['password'],
            ]);
        } elseif ($function !== 'Renew') {
            Hooks::run("AfterModule$name", ['params' => $params]);
        }
    }

    /** @param array<string, mixed> $params */
    private function fail(string $function, string $name, string $answer, array $params): void
    {
        $line = "Module $name Failed - {$this->target->label()} - Error: $answer";
        $this->log($line);
        if ($this->isAutomated) {
            Mail::failureNotice($line);
        }
        if ($this->isAutomated || Switches::isOn('queue_manual_failures')) {
            Queue::add($this->target, $function, $answer);
        }
        if ($function !== 'Renew') {
            Hooks::run("AfterModule{$name}Failed", ['params' => $params, 'failureResponseMessage' => $answer]);
        }
    }

    private function log(string $line): void
    {
        Log::activity($line, $this->target->clientId());
    }
}
