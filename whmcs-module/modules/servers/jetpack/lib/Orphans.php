<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;

/**
 * Services and product addons that WHMCS has deleted. It makes no module call for them and tells ids only, so their plans
 * stay on the books as rows of their own (architecture.md §4, promise 10).
 */
final class Orphans
{
    /** As many as a page can bear; the rest is found by the next sweep. */
    private const AT_ONCE = 200;

    public static function take(string $type, int $id): void
    {
        if ($id > 0 && Schema::exists()) {
            self::takeRows(self::rows()->where('service_type', $type)->where('service_id', $id));
        }
    }

    /**
     * Before a client is deleted: its services and addons go with it. Whose they are is WHMCS's to say: after a merge, the
     * client that is left empty may be deleted while our rows still name it.
     */
    public static function takeAllOf(int $client): void
    {
        foreach ($client > 0 && Schema::exists() ? Home::HOMES : [] as $type => [$home]) {
            self::takeRows(self::rows()
                ->join($home, "$home.id", '=', 'service_id')
                ->where('service_type', $type)
                ->where("$home.userid", $client));
        }
    }

    /** What is gone although no hook told so: hooks are not run for everything, and not while the module is being replaced. */
    public static function sweep(): void
    {
        if (!Schema::exists()) {
            return;
        }
        self::takeRows(self::rows()
            ->leftJoin('tblhosting', 'tblhosting.id', '=', 'service_id')
            ->where('service_type', 'service')
            ->whereNull('tblhosting.id'));
        // An addon whose row was left behind by its service's deletion cannot be reached by staff any more.
        self::takeRows(self::rows()
            ->leftJoin('tblhostingaddons', 'tblhostingaddons.id', '=', 'service_id')
            ->leftJoin('tblhosting', 'tblhosting.id', '=', 'tblhostingaddons.hostingid')
            ->where('service_type', 'addon')
            ->whereNull('tblhosting.id'));
    }

    private static function takeRows(Builder $rows): void
    {
        $found = $rows->limit(self::AT_ONCE)->get([Schema::SERVICES . '.service_type', Schema::SERVICES . '.service_id']);
        foreach ($found as $row) {
            $given = $row->service_type === 'addon' ? ['addonId' => $row->service_id] : ['serviceid' => $row->service_id];
            // What cannot be taken now, as without the extension, the next sweep finds.
            ModuleCall::run('Orphan', 'orphan', $given);
        }
    }

    private static function rows(): Builder
    {
        return Database::table(Schema::SERVICES)->whereIn('service_type', array_keys(Home::HOMES));
    }
}
