<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;
use WHMCS\Database\Capsule;

/**
 * The hosting account whose own access WordPress.com gets for backups. It is read from WHMCS when it is about to be sent, and
 * kept nowhere; whether it is wanted is Rust's to say, by the domains that the order names.
 */
final class HostingAccount
{
    /** What has files that a site may lie in. */
    private const TYPES = ['hostingaccount', 'reselleraccount'];

    /**
     * @param array<string, mixed> $order
     * @param array<string, mixed> $params
     * @param array{old: string, new: string}|null $changed the password that a hook has told of
     *
     * @return array{service: int, user: string, password: string, host: string}|null null where none is wanted, or there is none
     */
    public static function of(
        array $order,
        #[\SensitiveParameter] array $params,
        #[\SensitiveParameter] ?array $changed = null
    ): ?array {
        try {
            $domains = $order['access_domains'] ?? [];

            return $domains === [] || !function_exists('decrypt') ? null : self::find($order, $domains, $params, $changed);
        } catch (Throwable) {
            // The plan does not depend on it: staff read that there was none.
            return null;
        }
    }

    /**
     * @param array<string, mixed> $order
     * @param array<int, string> $domains
     * @param array<string, mixed> $params
     * @param array{old: string, new: string}|null $changed
     *
     * @return array{service: int, user: string, password: string, host: string}|null
     */
    private static function find(
        array $order,
        array $domains,
        #[\SensitiveParameter] array $params,
        #[\SensitiveParameter] ?array $changed
    ): ?array {
        [$kind, $id] = Target::of($params);
        $services = Capsule::table('tblhosting')
            ->join('tblproducts', 'tblproducts.id', '=', 'tblhosting.packageid')
            ->where('tblhosting.domainstatus', 'Active')
            ->where('tblproducts.servertype', '<>', 'jetpack');
        if ($kind === 'addon') {
            $services->where('tblhosting.id', Capsule::table('tblhostingaddons')->where('id', $id)->value('hostingid'));
        } else {
            $services->where('tblhosting.userid', $order['client_id'])
                ->where('tblhosting.id', '<>', $id)
                ->whereIn('tblhosting.domain', $domains)
                ->whereIn('tblproducts.type', self::TYPES);
        }
        $found = $services->limit(2)->get(['tblhosting.id', 'server', 'domain', 'username', 'password']);
        if ($found->count() !== 1) {
            return null;
        }
        $service = $found->first();
        $password = decrypt($service->password);
        $server = Capsule::table('tblservers')->where('id', $service->server)->value('hostname');

        return [
            'service' => (int) $service->id,
            'user' => (string) $service->username,
            // Whether WHMCS stores a changed password before or after the hook is not documented (whmcs-contract.md §5).
            'password' => $changed !== null && $password === $changed['old'] ? $changed['new'] : $password,
            'host' => trim((string) $server) === '' ? (string) $service->domain : $server,
        ];
    }
}
