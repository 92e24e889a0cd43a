<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * A refund changes nothing about a service in WHMCS, and may be meant to end it. Staff are told which plan goes on.
 */
final class Refunds
{
    /** What the lines of an invoice are called that are for a service or a product addon. */
    private const LINES = ['Hosting' => 'service', 'Addon' => 'addon'];

    public static function tell(int $invoice): void
    {
        if ($invoice <= 0 || Bridge::problem() !== null || !Schema::hasNumber()) {
            return;
        }
        Schema::with(static function () use ($invoice): void {
            Schema::check();
            $lines = Database::table('tblinvoiceitems')
                ->where('invoiceid', $invoice)
                ->whereIn('type', array_keys(self::LINES))
                ->get(['type', 'relid']);
            foreach ($lines as $line) {
                foreach (InWhmcs::rowsOf(self::LINES[$line->type], (int) $line->relid) as $row) {
                    self::tellOf($row);
                }
            }
        });
    }

    /**
     * @param array<string, mixed> $row
     */
    private static function tellOf(array $row): void
    {
        $sentence = Core::ask('show', ['row' => $row, 'now' => Database::now()])['refunded'];
        if ($sentence !== null) {
            Log::activity($sentence, (int) $row['client_id']);
            Alert::raise($sentence);
        }
    }
}
