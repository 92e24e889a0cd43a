<?php

declare(strict_types=1);

namespace Faults;

use Illuminate\Database\Capsule\Manager;
use Lab\EscapeLog;
use Lab\Module\AddonTarget;
use Lab\Module\Command;
use ReflectionProperty;
use Throwable;
use WHMCS\Database\Capsule;

/** Does one call in a process of its own, as WHMCS does a page or a run of the cron. */
final class Performer
{
    private const API = [
        'CreateAccount' => 'ModuleCreate',
        'TerminateAccount' => 'ModuleTerminate',
        'SuspendAccount' => 'ModuleSuspend',
        'UnsuspendAccount' => 'ModuleUnsuspend',
        'ChangePackage' => 'ModuleChangePackage',
    ];

    /**
     * @param array<string, mixed> $call
     *
     * @return array<string, mixed>
     */
    public static function perform(array $call): array
    {
        if (isset($call['at'])) {
            while (microtime(true) < $call['at']) {
                usleep(200);
            }
        }
        Clock::$ahead = $call['clock'] ?? 0;
        $begun = microtime(true);
        $before = ob_get_length();
        try {
            self::connect($call);
            $answer = ['result' => self::act($call)];
        } catch (Throwable $thrown) {
            // As the page that breaks: the host's own log of what escaped.
            EscapeLog::write('escaped ' . $thrown::class . ': ' . $thrown->getMessage() . ' in ' . $thrown->getFile());
            $answer = ['thrown' => substr($thrown->getMessage(), 0, 1000)];
        }
        $printed = ob_get_length() > $before ? ['printed' => substr((string) ob_get_contents(), 0, 300)] : [];

        return $answer + $printed + [
            'seconds' => round(microtime(true) - $begun, 3),
            'statements' => Statements::$count,
            'struck' => Statements::$hasStruck,
        ];
    }

    /**
     * @param array<string, mixed> $call
     */
    private static function connect(array $call): void
    {
        $config = array_filter([
            'modes' => $call['modes'],
            'charset' => $call['charset'],
            'collation' => $call['charset'] . '_general_ci',
            'unix_socket' => $call['socket'] ?? null,
        ]) + Capsule::connection()->getConfig();
        // Also for a connection that is made anew after this one was lost.
        $capsule = (new ReflectionProperty(Manager::class, 'instance'))->getValue();
        $capsule->addConnection($config);
        $capsule->getDatabaseManager()->purge('default');
        Capsule::connection()->setPdo((new FaultyConnector())->connect($config));
        Statements::begin($call['statement'] ?? [], $config);
    }

    /**
     * @param array<string, mixed> $call
     */
    private static function act(array $call): mixed
    {
        $id = (int) ($call['id_in_whmcs'] ?? 0);
        switch ($call['do']) {
            case 'cron':
                require ROOTDIR . '/includes/lab/cli/cron.php';

                return 'success';
            case 'addon':
                return (new Command(new AddonTarget($id), isAutomated: false))->run($call['function']);
            case 'service':
                $answer = localAPI(self::API[$call['function']], ['serviceid' => $id]);

                return $answer['result'] === 'success' ? 'success' : substr((string) ($answer['message'] ?? ''), 0, 1500);
            case 'tokens':
                return array_map(decrypt(...), Capsule::table('mod_jetpack_keys')->whereNotNull('token')->pluck('token')->all());
            case 'encrypt':
                return array_map(encrypt(...), $call['texts']);
        }
        throw new \LogicException("nobody can do {$call['do']}");
    }
}
