<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Api;
use ContractTest\Report;
use ContractTest\Stage;
use ContractTest\Watch;
use WHMCS\Database\Capsule;
use WHMCS\Service\Addon;

/** How a module is told that a call is about a product addon. */
final class Addons
{
    public static function ask(Stage $stage, Report $report): void
    {
        $ordered = $stage->order(addons: [$stage->addon]);
        $accept = static fn (): array => Api::ask('AcceptOrder', ['orderid' => $ordered['order'], 'autosetup' => true, 'sendemail' => false]);
        $seen = Watch::during($accept);
        $addon = $ordered['addons'][0] ?? 0;
        $params = self::paramsOf($addon, $ordered['services'][0], $seen);
        if ($params === null) {
            foreach (['addon_told_by' => '11', 'addon_packageid' => '1.9'] as $name => $section) {
                $report->open($name, $section, 'AcceptOrder did not run the module for the addon of the order');
            }

            return;
        }
        $byModel = ($params['model'] ?? null) instanceof Addon;
        $byId = (int) ($params['addonId'] ?? 0) === $addon;
        $value = match (true) {
            $byModel && $byId => 'both',
            $byModel => 'model',
            $byId => 'addonId',
            default => 'neither',
        };
        $report->found('addon_told_by', '11', $value);
        $package = (int) ($params['packageid'] ?? $params['pid'] ?? 0);
        $report->found('addon_packageid', '1.9', match ($package) {
            $stage->product => 'parent',
            $stage->addon => 'addon',
            default => 'otherwise',
        }, 'serviceid is ' . ((int) ($params['serviceid'] ?? 0) === $ordered['services'][0] ? "the parent's" : 'otherwise'));
        $friendly = array_intersect(['First', 'Secret', 'Planted'], array_keys($params));
        $report->found('addon_options_by_label', '1.3', $friendly === [] ? 'no' : 'yes', 'whether options of a product addon are keys by their labels, too');
        $status = (string) Capsule::table('tblhostingaddons')->where('id', $addon)->value('status');
        $report->check('a success makes the product addon Active', $status === 'Active', "it is $status");
    }

    /**
     * Of two calls for one order, that for the addon: it says so, or it is the second for the same service.
     *
     * @param list<array{string, array<string, mixed>}> $seen
     *
     * @return array<string, mixed>|null
     */
    private static function paramsOf(int $addon, int $service, array $seen): ?array
    {
        $calls = array_column(Watch::of('PreModuleCreate', $seen), 'params');
        foreach ($calls as $params) {
            if (($params['model'] ?? null) instanceof Addon || ($addon !== 0 && (int) ($params['addonId'] ?? 0) === $addon)) {
                return $params;
            }
        }
        $ofService = array_values(array_filter($calls, static fn (array $params): bool => (int) ($params['serviceid'] ?? 0) === $service));

        return $ofService[1] ?? null;
    }
}
