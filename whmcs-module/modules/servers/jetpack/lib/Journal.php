<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use JetpackBridge\Order;
use JetpackBridge\Outcome;
use WHMCS\Database\Capsule;

/**
 * The append-only record of what was intended and what came of it. Written inside the ledger's
 * transactions; it holds no secret and no activation address.
 */
final class Journal
{
    /** Before anything is asked (architecture.md §4, promise 1). */
    public static function intent(Claim $claim): void
    {
        self::append($claim, 'intent', $claim->action->stateUnderWay(), null);
    }

    /** After everything was answered. */
    public static function result(Claim $claim, Outcome $outcome): void
    {
        $sentence = $outcome->activity() ?? $outcome->result();
        self::append($claim, 'result', $outcome->state(), $sentence);
    }

    /** A call that was refused before it could ask anything. */
    public static function refusal(Action $action, Order $order, string $sentence): void
    {
        $row = ['site' => $order->site(), 'plan' => $order->plan(), 'partner_id' => $order->partnerId()];
        self::append(new Claim($action, $order, '', $row), 'refusal', 'refused', $sentence);
    }

    private static function append(Claim $claim, string $event, string $state, ?string $sentence): void
    {
        Capsule::table(Schema::JOURNAL)->insert([
            'call_token' => $claim->token,
            'service_type' => $claim->order->serviceType(),
            'service_id' => $claim->order->serviceId(),
            'client_id' => $claim->order->clientId(),
            'action' => $claim->action->value,
            'event' => $event,
            'state' => $state,
            'site' => $claim->row['site'],
            'plan' => $claim->row['plan'],
            'partner_id' => $claim->row['partner_id'],
            'sentence' => $sentence,
            'created_at' => gmdate('Y-m-d H:i:s'),
        ]);
    }
}
