<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;

/** The activity log and the module log. */
final class Log
{
    /** Columns and the LogActivity hook's keys: contract, sections 4.6 and 5. */
    public static function activity(string $message, int $clientId = 0): void
    {
        $entry = [
            'description' => $message,
            'user' => self::userName(),
            'userid' => $clientId,
            'ipaddress' => $_SERVER['REMOTE_ADDR'] ?? '',
        ];
        Database::insert('tblactivitylog', [
            'date' => date('Y-m-d H:i:s'),
            'description' => $entry['description'],
            'user' => $entry['user'],
            'userid' => $clientId,
            'admin_id' => $_SESSION['adminid'] ?? 0,
            'ipaddr' => $entry['ipaddress'],
        ]);
        Hooks::run('LogActivity', $entry);
    }

    /**
     * Writes only when the module log is on, and replaces exactly the strings it is given, in no other spelling: how
     * WHMCS masks is not public (contract, section 3), and a kinder lab would hide a leak.
     *
     * @param array<mixed> $secrets
     */
    public static function moduleCall(
        string $module,
        string $action,
        mixed $request,
        mixed $response,
        mixed $processed,
        array $secrets,
    ): void {
        if (Capsule::table('tblconfiguration')->where('setting', 'ModuleDebugMode')->value('value') !== 'on') {
            return;
        }
        $mask = static fn (mixed $value): string => self::mask(is_string($value) ? $value : print_r($value, true), $secrets);
        Database::insert('tblmodulelog', [
            'date' => date('Y-m-d H:i:s'),
            'module' => $module,
            'action' => $action,
            'request' => $mask($request),
            'response' => $mask($response),
            'arrdata' => $mask($processed),
        ]);
    }

    /** @param array<mixed> $secrets */
    private static function mask(string $text, array $secrets): string
    {
        foreach ($secrets as $secret) {
            if (is_scalar($secret) && (string) $secret !== '') {
                $text = str_replace((string) $secret, str_repeat('*', mb_strlen((string) $secret)), $text);
            }
        }

        return $text;
    }

    private static function userName(): string
    {
        if (isset($_SESSION['adminid'])) {
            return (string) Capsule::table('tbladmins')->where('id', $_SESSION['adminid'])->value('username');
        }

        return isset($_SESSION['uid']) ? 'Client' : 'System';
    }
}
