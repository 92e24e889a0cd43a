<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Api;
use ContractTest\Report;
use ContractTest\Stage;
use ContractTest\Watch;
use WHMCS\Database\Capsule;

/** What a module function is handed, and what becomes of its success. */
final class Parameters
{
    private const DOCUMENTED = ['serviceid', 'userid', 'domain', 'username', 'password', 'producttype', 'moduletype', 'customfields', 'configoptions',
        'clientsdetails', 'configoption1', 'model'];

    /** Seen in a dump, and not documented. */
    private const FURTHER = ['status', 'whmcsVersion', 'accountid', 'qty'];

    public static function ask(Stage $stage, Report $report): void
    {
        $seen = Watch::during(static fn (): array => Api::must('ModuleCreate', ['serviceid' => $stage->service]));
        $params = Watch::of('PreModuleCreate', $seen)[0]['params'] ?? [];
        $missing = array_diff(self::DOCUMENTED, array_keys($params));
        $report->check('$params hold every documented key', $missing === [], 'missing: ' . implode(', ', $missing));
        $isOurs = (int) ($params['serviceid'] ?? 0) === $stage->service && (int) ($params['userid'] ?? 0) === $stage->client;
        $report->check('serviceid and userid are the service\'s and the client\'s', $isOurs);
        $isService = ($params['model'] ?? null) instanceof \WHMCS\Service\Service;
        $report->check('model is a WHMCS\Service\Service', $isService);
        $status = (string) Capsule::table('tblhosting')->where('id', $stage->service)->value('domainstatus');
        $report->check('a success makes the service Active', $status === 'Active', "it is $status");
        self::encoding($params, $report);
        self::further($params, $report);
        $order = array_map(static fn (array $one): int => $one['of'], Watch::of('priority', $seen));
        $report->found('hooks_run_by_priority', '5', $order === [3, 7] ? 'ascending' : ($order === [7, 3] ? 'descending' : 'otherwise'));
        $entries = array_column(Watch::of('LogActivity', $seen), 'description');
        $report->found('success_is_logged_as', '10', $entries === [] ? 'nothing' : 'text', implode(' / ', $entries));
    }

    /** @param array<string, mixed> $params */
    private static function encoding(array $params, Report $report): void
    {
        $kinds = [
            'customfields' => $params['customfields']['Planted'] ?? null,
            'configoptionN' => $params['configoption3'] ?? null,
            'clientsdetails' => $params['clientsdetails']['companyname'] ?? null,
        ];
        $how = array_map(self::encoded(...), $kinds);
        $text = implode(', ', array_map(static fn (string $kind): string => "$kind $how[$kind]", array_keys($how)));
        $all = array_unique(array_values($how));
        $report->found('entity_encoding', '1.3', match ($all) {
            ['encoded'] => 'on',
            ['as typed'] => 'off',
            default => 'mixed',
        }, "$text; as stored by the API, which may differ from what a form stores");
    }

    private static function encoded(mixed $value): string
    {
        $decoded = html_entity_decode((string) $value, ENT_QUOTES | ENT_HTML5);

        return match (true) {
            $value === Stage::PLANTED => 'as typed',
            $decoded === Stage::PLANTED => 'encoded',
            html_entity_decode($decoded, ENT_QUOTES | ENT_HTML5) === Stage::PLANTED => 'encoded twice',
            default => 'otherwise (' . json_encode($value) . ')',
        };
    }

    /** @param array<string, mixed> $params */
    private static function further(array $params, Report $report): void
    {
        $there = array_intersect(self::FURTHER, array_keys($params));
        $value = count($there) === count(self::FURTHER) ? 'on' : ($there === [] ? 'off' : 'some');
        $report->found('undocumented_keys', '11', $value, $there === [] ? '' : implode(', ', $there));
    }
}
