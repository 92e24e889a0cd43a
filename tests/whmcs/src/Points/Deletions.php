<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Api;
use ContractTest\Marks;
use ContractTest\Report;
use ContractTest\Stage;
use ContractTest\Watch;
use WHMCS\Database\Capsule;

/** Which hooks tell that services are gone, when an order or a client is deleted. Comes last: the client is gone then. */
final class Deletions
{
    public static function ask(Stage $stage, Report $report): void
    {
        $ordered = $stage->order(addons: [$stage->addon]);
        Api::must('CancelOrder', ['orderid' => $ordered['order'], 'noemail' => true]);
        $seen = Watch::during(static fn (): array => Api::must('DeleteOrder', ['orderid' => $ordered['order']]));
        self::judge('order_delete_runs_service_hooks', $ordered, $seen, $report);

        $ordered = $stage->order(addons: [$stage->addon]);
        $seen = Watch::during(static fn (): array => Api::must('DeleteClient', [
            'clientid' => $stage->client, 'deleteusers' => true, 'deletetransactions' => true,
        ]));
        self::judge('client_delete_runs_service_hooks', $ordered, $seen, $report);
        $told = array_column(Watch::of('PreDeleteClient', $seen), 'userid');
        $report->check('PreDeleteClient tells the client', array_map('intval', $told) === [$stage->client], json_encode($told));
        $report->found('client_delete_hook_still_runs', '11', Watch::of('ClientDelete', $seen) === [] ? 'no' : 'yes', 'ClientDelete, which is deprecated');
        $terminated = Capsule::table(Marks::TABLE)->where('what', 'TerminateAccount')->count();
        $report->check('no module function is called for what is deleted', $terminated === 0);
    }

    /**
     * @param array{order: int, services: list<int>, addons: list<int>} $ordered
     * @param list<array{string, array<string, mixed>}> $seen
     */
    private static function judge(string $name, array $ordered, array $seen, Report $report): void
    {
        $services = array_map('intval', array_column(Watch::of('ServiceDelete', $seen), 'serviceid'));
        $addons = array_map('intval', array_column(Watch::of('AddonDeleted', $seen), 'id'));
        $isTold = array_intersect($ordered['services'], $services) !== [];
        $addonIsTold = array_intersect($ordered['addons'], $addons) !== [];
        $report->found($name, '11', $isTold ? 'on' : 'off', 'AddonDeleted for its addon: ' . ($addonIsTold ? 'yes' : 'no'));
        $isGone = !Capsule::table('tblhosting')->whereIn('id', $ordered['services'])->exists();
        $report->check("its services are gone ($name)", $isGone);
    }
}
