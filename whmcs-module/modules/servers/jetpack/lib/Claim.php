<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use JetpackBridge\Order;

/**
 * A service that is leased to this call, with its intent in the journal.
 */
final class Claim
{
    /**
     * @param string $token identifies this call, in the lease and in the journal
     * @param array<string, string|int|null> $row the ledger's row as it was before, for the extension
     */
    public function __construct(
        public readonly Action $action,
        public readonly Order $order,
        public readonly string $token,
        public readonly array $row,
    ) {
    }
}
