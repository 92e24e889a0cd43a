<?php

/**
 * What of WHMCS the lab has by other means: its alias of Illuminate's manager, and the array that language files fill.
 */

namespace WHMCS\Database;

use Illuminate\Database\Connection;
use Illuminate\Database\Query\Builder;
use Illuminate\Database\Schema\Builder as SchemaBuilder;

class Capsule
{
    public static function connection(): Connection
    {
    }

    public static function table(string $table): Builder
    {
    }

    public static function schema(): SchemaBuilder
    {
    }
}
