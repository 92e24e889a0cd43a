<?php

declare(strict_types=1);

namespace Lab\Module;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Crypt;
use Lab\Hooks;
use Lab\Log;
use Lab\Mail;
use Lab\Switches;
use stdClass;

/**
 * Runs one module function for one service, with all that WHMCS does around it (contract, sections 1.2, 1.4 and 5): the
 * Pre hook, the call, the new status, the activity log, the queue, the welcome mail, the After hook.
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

    private stdClass $service;
    private stdClass $product;

    public function __construct(int $serviceId, private readonly bool $isAutomated)
    {
        $this->service = Capsule::table('tblhosting')->find($serviceId);
        $this->product = Capsule::table('tblproducts')->find($this->service->packageid);
    }

    /**
     * @param array<string, mixed> $extra more keys for $params
     *
     * @return string 'success', or why not
     */
    public function run(string $function, array $extra = []): string
    {
        if (!ServerModule::exists($this->product->servertype)) {
            return 'Service not assigned to a module';
        }
        $module = ServerModule::load($this->product->servertype);
        if (!$module->has($function)) {
            // The wording is U.
            return 'Function Not Supported by Module';
        }
        [$name, $status] = self::KNOWN[$function] ?? ['Custom', null];
        $params = $extra + Params::ofService((int) $this->service->id);
        foreach (array_filter(Hooks::run("PreModule$name", ['params' => $params]), 'is_array') as $answer) {
            if (!empty($answer['abortcmd'])) {
                // The wording is U.
                return 'Function Aborted by Action Hook Code';
            }
            $params = $answer + $params;
        }

        $answer = self::text($module->call($function, $params));
        if ($answer === 'success') {
            $this->succeed($function, $name, $status, $params);
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
    private function succeed(string $function, string $name, ?string $status, array $params): void
    {
        $change = $status === null ? [] : ['domainstatus' => $status];
        $change += match ($function) {
            'SuspendAccount' => ['suspendreason' => (string) ($params['suspendreason'] ?? '')],
            'UnsuspendAccount' => ['suspendreason' => ''],
            'TerminateAccount' => ['termination_date' => date('Y-m-d')],
            'ChangePassword' => ['password' => Crypt::encrypt((string) $params['password'])],
            default => [],
        };
        if ($change !== []) {
            Capsule::table('tblhosting')->where('id', $this->service->id)->update($change + ['updated_at' => date('Y-m-d H:i:s')]);
        }
        // The wording is U (contract, Q1).
        $this->log("Module $name Successful - Service ID: {$this->service->id}");
        Queue::resolve((int) $this->service->id, $function);
        if ($function === 'CreateAccount') {
            Mail::welcome(Capsule::table('tblhosting')->find($this->service->id), $this->product);
        }
        if ($function === 'ChangePassword') {
            Hooks::run('AfterModuleChangePassword', [
                'serviceid' => $this->service->id,
                'oldpassword' => Crypt::decrypt($this->service->password),
                'newpassword' => $params['password'],
            ]);
        } elseif ($function !== 'Renew') {
            Hooks::run("AfterModule$name", ['params' => $params]);
        }
    }

    /** @param array<string, mixed> $params */
    private function fail(string $function, string $name, string $answer, array $params): void
    {
        $line = "Module $name Failed - Service ID: {$this->service->id} - Error: $answer";
        $this->log($line);
        if ($this->isAutomated) {
            Mail::failureNotice($line);
        }
        if ($this->isAutomated || Switches::isOn('queue_manual_failures')) {
            Queue::add((int) $this->service->id, $this->product->servertype, $function, $answer);
        }
        if ($function !== 'Renew') {
            Hooks::run("AfterModule{$name}Failed", ['params' => $params, 'failureResponseMessage' => $answer]);
        }
    }

    private function log(string $line): void
    {
        Log::activity($line, (int) $this->service->userid);
    }
}
