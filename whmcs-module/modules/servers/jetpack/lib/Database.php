<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use Illuminate\Container\Container;
use Illuminate\Database\Connection;
use Illuminate\Database\Connectors\ConnectionFactory;
use Illuminate\Database\Query\Builder;
use Throwable;
use WHMCS\Database\Capsule;

/**
 * The connection that the books are kept on: WHMCS's, unless a transaction is open there that is not ours. Whoever opened it
 * can undo it, and with it the record of a request that was sent (architecture.md §4, promise 1).
 */
final class Database
{
    private static ?Connection $own = null;

    public static function connection(): Connection
    {
        return self::$own ?? Capsule::connection();
    }

    /** Whether that is not WHMCS's. */
    public static function isApart(): bool
    {
        return self::$own !== null;
    }

    public static function table(string $name): Builder
    {
        return self::connection()->table($name);
    }

    /** The database's clock, in seconds since the epoch: web nodes' clocks differ. */
    public static function now(): int
    {
        return (int) self::connection()->selectOne('select unix_timestamp() as now')->now;
    }

    /**
     * Runs a call with books that nobody else can undo.
     *
     * @template T
     *
     * @param Closure(): T $call
     *
     * @return T
     *
     * @throws Stopped when no second connection can be had
     */
    public static function apart(Closure $call): mixed
    {
        $whmcs = Capsule::connection();
        if (self::$own !== null || ($whmcs->transactionLevel() === 0 && !$whmcs->getPdo()->inTransaction())) {
            return $call();
        }
        try {
            self::$own = (new ConnectionFactory(new Container()))->make($whmcs->getConfig());
            self::$own->getPdo();
        } catch (Throwable) {
            self::$own = null;
            throw new Stopped(Sentences::transactionOpen());
        }
        try {
            return $call();
        } finally {
            self::$own->disconnect();
            self::$own = null;
        }
    }
}
