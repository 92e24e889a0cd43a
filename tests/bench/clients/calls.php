<?php

declare(strict_types=1);

require __DIR__ . '/api.php';

/**
 * One provision, as each of the compared clients makes it.
 */
final class Calls
{
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

    /** Ours: the call alone, as the module makes it, with its order and row at hand. */
    private static function ours(): Closure
    {
        return static function (): void {
            $site = Api::site();
            $order = JetpackBridge\read_order([
                'serviceid' => 1,
                'configoption3' => 'personal',
                'customfields' => ['Site URL' => $site, 'Local User' => 'admin'],
            ], ['partner_id' => 'sandbox-partner', 'partner_secret' => 'sandbox-secret']);
            $outcome = JetpackBridge\create_account($order, [
                'deadline' => JetpackBridge\deadline(),
                'state' => 'none', 'site' => $site, 'plan' => 'personal',
            ]);
            if ($outcome->result() !== 'success') {
                throw new RuntimeException($outcome->result());
            }
        };
    }
}
