<?php

declare(strict_types=1);

namespace ContractTest\Points;

use ContractTest\Report;
use PDO;
use WHMCS\Database\Capsule;

/** How WHMCS talks to its database. */
final class Connection
{
    public static function ask(Report $report): void
    {
        $connection = Capsule::connection();
        $now = $connection->selectOne('SELECT @@sql_mode AS mode, @@character_set_client AS charset, VERSION() AS version');
        $isStrict = str_contains($now->mode, 'STRICT_TRANS_TABLES') || str_contains($now->mode, 'STRICT_ALL_TABLES');
        $report->found('sql_mode', '4', $isStrict ? 'strict' : 'nonstrict', "$now->mode, on $now->version");
        $report->found('connection_charset', '4', $now->charset === 'utf8mb3' ? 'utf8' : $now->charset);
        $isEmulated = (bool) $connection->getPdo()->getAttribute(PDO::ATTR_EMULATE_PREPARES);
        $report->found('emulated_prepares', '4', $isEmulated ? 'on' : 'off');
        $keys = $connection->select("SHOW INDEX FROM tblcustomfieldsvalues WHERE Non_unique = 0 AND Column_name IN ('fieldid', 'relid')");
        $report->found('custom_field_value_is_unique', '4.3', $keys === [] ? 'no' : 'yes', 'whether the database keeps a service from two values of a field');
    }
}
