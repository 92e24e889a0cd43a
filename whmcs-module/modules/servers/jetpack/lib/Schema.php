<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Closure;
use Illuminate\Database\QueryException;

/**
 * The module's tables, and the number of their form. WHMCS runs a module's upgrade only when someone opens the addon, so a
 * call that meets an older form brings it to this one.
 */
final class Schema
{
    public const SERVICES = 'mod_jetpack_services';
    public const SITES = 'mod_jetpack_sites';
    public const KEYS = 'mod_jetpack_keys';
    public const JOURNAL = 'mod_jetpack_journal';
    public const SEEN = 'mod_jetpack_seen';
    public const BULK = 'mod_jetpack_bulk';
    public const BULK_ROWS = 'mod_jetpack_bulk_rows';
    public const MOVING = 'mod_jetpack_moving';
    public const NEW_KEYS = 'mod_jetpack_new_keys';
    public const BILLED = 'mod_jetpack_billed';
    public const REVOKED = 'mod_jetpack_revoked';
    public const SCHEMA = 'mod_jetpack_schema';

    /** The form that this code works with. Release 0.1.0 had the first one, and no number. */
    public const NUMBER = 8;

    /** Seconds that a module call spends on it; what is left then, the next one goes on with. */
    private const IN_A_CALL = 5;

    /** MySQL's error numbers for a table and for a column that do not exist. */
    private const MISSING = [1146, 1054];

    /**
     * Runs what needs the tables; where they are missing or of an older form, they are brought to this one first.
     *
     * @template T
     *
     * @param Closure(): T $body
     *
     * @return T
     *
     * @throws Stopped when that cannot be done, or not in time
     */
    public static function with(Closure $body): mixed
    {
        try {
            return $body();
        } catch (OtherSchema) {
            // Brought below.
        } catch (QueryException $error) {
            if (!self::isMissing($error)) {
                throw $error;
            }
        }
        try {
            Transaction::repeat(static fn () => self::bring(microtime(true) + self::IN_A_CALL));
        } catch (QueryException $error) {
            Log::defect('bring tables', $error);
            throw new Stopped(Sentences::tablesMissing());
        }

        return $body();
    }

    /**
     * @return int the database's clock, in the same statement
     *
     * @throws OtherSchema when the tables are of another form
     */
    public static function check(): int
    {
        return self::accepted(Database::connection()->selectOne('select number, unix_timestamp() as now from ' . self::SCHEMA));
    }

    /** The same where both were read with something else. */
    public static function accepted(?object $found): int
    {
        if ($found === null || (int) $found->number !== self::NUMBER) {
            throw new OtherSchema();
        }

        return (int) $found->now;
    }

    /** Whether there is a ledger, of whatever form: the module has been in use. */
    public static function exists(): bool
    {
        return Database::connection()->getSchemaBuilder()->hasTable(self::SERVICES);
    }

    /** The same of any form that has a number: what no call asked for does not bring the tables of release 0.1.0. */
    public static function hasNumber(): bool
    {
        return Database::connection()->getSchemaBuilder()->hasTable(self::SCHEMA);
    }

    /** Whether extension and tables are there, both of this version: what only shows something, or can wait, brings nothing. */
    public static function isReady(): bool
    {
        return self::isHere() && Bridge::problem() === null;
    }

    /**
     * Brings the tables to this form, step by step. Each step may be taken again, also by two at once.
     *
     * @param float $until when to stop, in seconds of the epoch; what is done by then stays done
     *
     * @throws Stopped when time ran out, or the tables are of a newer form
     */
    public static function bring(float $until): void
    {
        if (!self::exists()) {
            TableForms::createMissing();
            self::record(self::NUMBER);
        }
        for ($number = self::number(); $number < self::NUMBER; $number = self::number()) {
            $left = match ($number) {
                1 => Step2::take(),
                2 => Step3::take($until),
                3 => Step4::take($until),
                4 => Step5::take(),
                5 => Step6::take(),
                6 => Step7::take($until),
                default => Step8::take(),
            };
            if ($left > 0) {
                throw new Stopped(Sentences::tablesHalfWay($left));
            }
            self::record($number + 1);
        }
        if ($number > self::NUMBER) {
            throw new Stopped(Sentences::tablesNewer());
        }
        TableForms::createMissing();
    }

    /**
     * In a transaction what must not be done twice at once, on whichever node of a cluster: the guard is written first, so that
     * the second of two sees what the first has made.
     *
     * @template T
     *
     * @param Closure(): T $do
     *
     * @return T
     */
    public static function together(Closure $do): mixed
    {
        return self::with(static fn (): mixed => Transaction::run(static function () use ($do): mixed {
            if (Database::table(self::SCHEMA)->increment('guard') !== 1) {
                throw new OtherSchema();
            }

            return $do();
        }));
    }

    /**
     * Whether this run of the cron does what is done once in so many seconds. Of two at once, one does; of a time that lies
     * ahead the clock was set back.
     *
     * @param string $column of the schema's table that says when it was done last
     */
    public static function isTime(string $column, int $seconds): bool
    {
        $now = Database::now();

        return Database::table(self::SCHEMA)
            ->where(static fn ($time) => $time->where($column, '<=', $now - $seconds)->orWhere($column, '>', $now))
            ->update([$column => $now]) === 1;
    }

    /** Whether the tables are there, of this version. */
    public static function isHere(): bool
    {
        try {
            self::check();

            return true;
        } catch (OtherSchema) {
            return false;
        } catch (QueryException $error) {
            return self::isMissing($error) ? false : throw $error;
        }
    }

    private static function isMissing(QueryException $error): bool
    {
        return in_array((int) ($error->errorInfo[1] ?? 0), self::MISSING, true);
    }

    private static function number(): int
    {
        if (!self::hasNumber()) {
            return 1;
        }

        return (int) (Database::table(self::SCHEMA)->value('number') ?? 1);
    }

    private static function record(int $number): void
    {
        Database::connection()->statement(
            'insert into ' . self::SCHEMA . ' (id, number) values (1, ?) on duplicate key update number = greatest(number, ?)',
            [$number, $number]
        );
    }
}
