<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Whose a row is, after services or clients were moved or merged. Calls that are under way do not mind: they never write the
 * owner when they settle, so the version stays.
 */
final class Owners
{
    public static function follow(): void
    {
        $schema = Database::connection()->getSchemaBuilder();
        foreach (['service' => 'tblhosting', 'addon' => 'tblhostingaddons'] as $type => $home) {
            if ($schema->hasTable(Schema::SERVICES) && $schema->hasColumn($home, 'userid')) {
                Database::table(Schema::SERVICES)
                    ->join($home, "$home.id", '=', 'service_id')
                    ->where('service_type', $type)
                    ->whereColumn('client_id', '<>', "$home.userid")
                    ->where("$home.userid", '>', 0)
                    ->update(['client_id' => Database::connection()->raw("$home.userid")]);
            }
        }
    }
}
