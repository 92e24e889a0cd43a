<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Report;
use WHMCS\Database\Capsule;

/** What the cron makes of a service whose cancellation it has carried out: seen in those that there are, of which only statuses are counted. */
final class Cancellations
{
    public static function ask(Report $report): void
    {
        $counts = Capsule::table('tblcancelrequests')->join('tblhosting', 'tblhosting.id', '=', 'tblcancelrequests.relid')
            ->whereIn('tblhosting.domainstatus', ['Cancelled', 'Terminated'])->groupBy('tblhosting.domainstatus')
            ->selectRaw('tblhosting.domainstatus AS status, COUNT(DISTINCT tblhosting.id) AS many')->pluck('many', 'status')->all();
        if ($counts === []) {
            $report->open('cancellation_sets', '1.4', 'no cancellation request has been carried out here');

            return;
        }
        $text = implode(', ', array_map(static fn (string $status): string => "$counts[$status] $status", array_keys($counts)));
        $report->found('cancellation_sets', '1.4', count($counts) === 1 ? (string) array_key_first($counts) : 'both', "services with a request: $text");
    }
}
