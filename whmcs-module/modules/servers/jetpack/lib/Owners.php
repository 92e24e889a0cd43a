<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Whose a row is, after services or clients were moved or merged. Calls that are under way do not mind: they never write the
 * owner when they settle, so the version stays.
 */
final class Owners
{
    /** @param int|null $service the one that was moved, with its addons; null for all */
    public static function follow(?int $service = null): void
    {
        if (!Schema::exists()) {
            return;
        }
        foreach (Home::HOMES as $type => [$home, $belongs]) {
            $rows = Database::table(Schema::SERVICES)
                ->join($home, "$home.id", '=', 'service_id')
                ->where('service_type', $type)
                ->whereColumn('client_id', '<>', "$home.userid")
                ->where("$home.userid", '>', 0);
            if ($service !== null) {
                $rows->where("$home.$belongs", $service);
            }
            $rows->update(['client_id' => Database::connection()->raw("$home.userid")]);
        }
    }
}
