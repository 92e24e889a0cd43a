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
     *
     * @return array<string, mixed> a line, to be written
     */
    public static function line(string $token, array $row, array $entry): array
    {
        return $entry + [
            'call_token' => $token,
            'service_type' => $row['service_type'],
            'service_id' => $row['service_id'],
            'client_id' => $row['client_id'],
            'created_at' => gmdate('Y-m-d H:i:s'),
        ];
    }

    /** @param array<int, array<string, mixed>> $lines */
    public static function append(array $lines): void
    {
        if ($lines !== []) {
            Database::table(Schema::JOURNAL)->insert($lines);
        }
    }
}
