<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\JoinClause;

/**
 * The sites that claims concern: their services', and those that are ordered.
 */
final class Sites
{
    /** @var array<int, string> */
    private readonly array $keys;

    /** @param array<int, string|null> $keys */
    public function __construct(array $keys)
    {
        $keys = array_unique(array_filter($keys));
        sort($keys);
        $this->keys = $keys;
    }

    /**
     * Writes their rows, in the order of their keys: so two claims for one site wait for each other on one database node, and
     * conflict on any cluster.
     */
    public function lock(): void
    {
        if ($this->keys !== []) {
            $rows = implode(', ', array_fill(0, count($this->keys), '(?, 1)'));
            Database::connection()->statement(
                'insert into ' . Schema::SITES . " (site_key, version) values $rows on duplicate key update version = version + 1",
                $this->keys
            );
        }
    }

    /**
     * All services' rows for them, and the database's clock, in one statement. No plain read of the transaction may come before
     * the lock: it would fix what is seen from then on.
     *
     * @param array<int, string> $columns
     *
     * @return array{int, array<int, array<string, mixed>>}
     *
     * @throws OtherSchema when the tables are of another form
     */
    public function read(array $columns): array
    {
        if ($this->keys === []) {
            return [Schema::check(), []];
        }
        $found = Database::table(Schema::SCHEMA)
            ->leftJoin(Schema::SERVICES, fn (JoinClause $join): JoinClause => $join->whereIn('site_key', $this->keys))
            ->selectRaw('number, unix_timestamp() as now')
            ->addSelect(array_map(static fn (string $column): string => Schema::SERVICES . ".$column", $columns))
            ->get();
        $rows = $found->whereNotNull('id')->map(static fn (object $row): array => array_diff_key((array) $row, ['number' => 0, 'now' => 0]));

        return [Schema::accepted($found->first()), $rows->all()];
    }
}
