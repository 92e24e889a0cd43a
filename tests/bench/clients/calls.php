<?php

declare(strict_types=1);

require __DIR__ . '/api.php';

/**
 * One provision, as each of the compared clients makes it.
 */
final class Calls
{
    private const KEY = ['partner_id' => 'sandbox-partner', 'partner_secret' => 'sandbox-secret'];

    public static function of(string $client): Closure
    {
        return match ($client) {
            'floor' => self::floor(),
            'common' => self::common(),
            'fresh' => self::fresh(),
            'ours' => self::ours(),
        };
    }

    /** One connection that is kept and one token: nothing can be faster. */
    private static function floor(): Closure
    {
        $curl = Api::handle();
        $token = Api::token($curl);

        return static fn () => Api::provision($curl, $token);
    }

    /** What common modules do: a token and a provision, each on a new connection. */
    private static function common(): Closure
    {
        return static function (): void {
            $token = Api::token(Api::handle());
            Api::provision(Api::handle(), $token);
        };
    }

    /** The best that PHP can do in a new request: one handle for both. */
    private static function fresh(): Closure
    {
        return static function (): void {
            $curl = Api::handle();
            Api::provision($curl, Api::token($curl));
        };
    }

    /** Ours: the call alone, as the module makes it, with its row at hand. */
    private static function ours(): Closure
    {
        return static function (): void {
            $site = Api::site();
            $order = JetpackBridge\ask('order', ['action' => 'create', 'params' => [
                'serviceid' => 1,
                'configoption3' => 'personal',
                'customfields' => ['Site URL' => $site, 'Local User' => 'admin'],
            ], 'settings' => self::KEY])['order'];
            $claimed = JetpackBridge\ask('claim', ['order' => $order, 'found' => [
                'now' => time(), 'clock' => time(), 'holder_is_gone' => false, 'token' => 't', 'holder' => 'h',
                'row' => ['id' => 1, 'version' => 0, 'service_type' => 'service', 'service_id' => 1, 'client_id' => 1,
                    'state' => '', 'state_before' => '', 'wanted' => '', 'lease_token' => '', 'lease_holder' => '',
                    'lease_until' => 0, 'details_due' => 0] + array_fill_keys(['site', 'plan', 'plan_before', 'partner_id',
                    'next_url', 'pending_until', 'doubt_until', 'next_look_at', 'orphan_of'], null),
            ]]);
            $acted = JetpackBridge\ask('act', ['intent' => $claimed['intent'], 'keys' => [
                ['from' => 'order', 'partner_id' => self::KEY['partner_id'], 'secret' => self::KEY['partner_secret']],
            ]]);
            if ($acted['report']['result'] !== 'success') {
                throw new RuntimeException($acted['report']['result']);
            }
        };
    }
}
