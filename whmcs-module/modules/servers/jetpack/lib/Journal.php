<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The append-only record of what was intended and what came of it. Written inside the ledger's transactions; it holds no
 * secret and no activation address.
 */
final class Journal
{
    /**
     * @param string $token identifies the call
     * @param array<string, mixed> $row whose
     * @param array<string, mixed> $entry event, action, state, site, plan, partner_id, sentence
     */
    public static function append(string $token, array $row, array $entry): void
    {
        Database::table(Schema::JOURNAL)->insert($entry + [
            'call_token' => $token,
            'service_type' => $row['service_type'],
            'service_id' => $row['service_id'],
            'client_id' => $row['client_id'],
            'created_at' => gmdate('Y-m-d H:i:s'),
        ]);
    }
}
