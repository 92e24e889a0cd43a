<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Database\Capsule;

/**
 * Where a row's service is found in WHMCS. Whose it is, is WHMCS's to say: our rows may still name a former owner.
 */
final class Home
{
    /** The table of each kind, and its column that names the service. */
    public const HOMES = ['service' => ['tblhosting', 'id'], 'addon' => ['tblhostingaddons', 'hostingid']];

    /**
     * Whether the service of any row is gone, or another client's by now: one look for both, as each would read as much as that.
     */
    public static function anyAstray(): bool
    {
        foreach (self::HOMES as $type => [$table, $service]) {
            $rows = Database::table(Schema::SERVICES . ' as r')
                // Where nearly all rows are of one kind its index leads to each of them in turn.
                ->when($service === 'id', static fn (Builder $rows): Builder => $rows->fromRaw(Schema::SERVICES . ' as r ignore index (mod_jetpack_service)'))
                ->leftJoin("$table as own", 'own.id', '=', 'r.service_id')
                ->where('r.service_type', $type);
            $gone = 'own.id';
            if ($service !== 'id') {
                $rows->leftJoin('tblhosting as home', 'home.id', '=', "own.$service");
                $gone = 'home.id';
            }
            $isAstray = $rows->where(static fn (Builder $any): Builder => $any
                ->whereNull($gone)
                ->orWhere(static fn (Builder $moved): Builder => $moved
                    ->whereColumn('own.userid', '<>', 'r.client_id')
                    ->where('own.userid', '>', 0)))->exists();
            if ($isAstray) {
                return true;
            }
        }

        return false;
    }

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
