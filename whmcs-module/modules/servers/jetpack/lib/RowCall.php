<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Database\Capsule;

/**
 * Calls that begin with a row of the ledger instead of WHMCS's `$params`: the cron's, and those about what WHMCS has ended or
 * deleted. What is to be done about each row is Rust's to say (the question `due`).
 */
final class RowCall
{
    /**
     * @param array<int, array<string, mixed>> $rows
     * @param string|null $action what people want done; null for what time has brought
     * @param bool $asksNothing whether only what WHMCS has made of the services counts, so that nothing is sent
     *
     * @return array{array<int, Call>, array<int, array{name: string, waits_as: string}|null>, array<int, bool>} by the rows' indices: the calls to make, the
     *     commands that WHMCS is to be given for the services, and whether the call only looks
     */
    public static function of(string $function, array $rows, ?string $action = null, bool $asksNothing = false): array
    {
        $settings = AddonSettings::all();
        $answer = Core::ask('due', [
            'rows' => $rows,
            'in_whmcs' => InWhmcs::of($rows),
            'settings' => $settings,
            'now' => Database::now(),
            'action' => $action,
            'asks_nothing' => $asksNothing,
        ]);
        $languages = Capsule::table('tblclients')->whereIn('id', array_column($rows, 'client_id'))->pluck('language', 'id');
        $calls = [];
        foreach ($rows as $index => $row) {
            $order = $answer['orders'][$index] ?? null;
            if ($order !== null) {
                $calls[$index] = new Call($function, $order, new Keys($order, [], $settings), self::params($row, $languages[$row['client_id']] ?? null));
            }
        }

        return [$calls, $answer['commands'], $answer['looks']];
    }

    /**
     * As much of WHMCS's `$params` as telling needs. What belongs to no service is named by the ledger's number, which is
     * some service's as well, so it must not stand where a service's would.
     *
     * @param array<string, mixed> $row
     *
     * @return array<string, mixed>
     */
    private static function params(array $row, ?string $language): array
    {
        $names = ['service' => 'serviceid', 'addon' => 'addonId'];
        $name = $names[$row['service_type']] ?? 'orphan';

        return [
            $name => $row['service_id'],
            'clientsdetails' => ['language' => $language],
        ];
    }
}
