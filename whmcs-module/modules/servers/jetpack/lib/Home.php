<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Database\Capsule;

/**
 * Where a row's service is found in WHMCS. Whose it is, is WHMCS's to say: our rows may still name a former owner.
 */
final class Home
{
    /** The table of each kind, and its column that names the service. */
    public const HOMES = ['service' => ['tblhosting', 'id'], 'addon' => ['tblhostingaddons', 'hostingid']];

    /** The service on whose page it is, if it is the client's; an orphan has none. */
    public static function serviceOf(string $type, int $id, int $client): ?int
    {
        if (!isset(self::HOMES[$type])) {
            return null;
        }
        [$table, $service] = self::HOMES[$type];
        $found = Capsule::table($table)->where('id', $id)->where('userid', $client)->value($service);

        return $found === null ? null : (int) $found;
    }

    /** Relative, since the admin directory can be renamed; empty where there is no page any more. */
    public static function adminLink(string $type, int $id, int $client): string
    {
        $service = self::serviceOf($type, $id, $client);
        if ($service !== null) {
            return "clientsservices.php?userid=$client&id=$service" . ($type === 'addon' ? "&aid=$id" : '');
        }

        return Capsule::table('tblclients')->where('id', $client)->exists() ? "clientssummary.php?userid=$client" : '';
    }
}
