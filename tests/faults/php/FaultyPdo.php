<?php

declare(strict_types=1);

namespace Faults;

use Illuminate\Database\Connectors\MySqlConnector;
use PDO;
use PDOStatement;

/** A connection on which every statement passes `Statements`, BEGIN and COMMIT among them. */
final class FaultyPdo extends PDO
{
    public function exec(string $statement): int|false
    {
        return Statements::around($this, fn (): int|false => parent::exec($statement));
    }

    public function query(string $query, ?int $fetchMode = null, mixed ...$fetchModeArgs): PDOStatement|false
    {
        return Statements::around($this, fn (): PDOStatement|false => parent::query($query, $fetchMode, ...$fetchModeArgs));
    }

    public function beginTransaction(): bool
    {
        return Statements::around($this, fn (): bool => parent::beginTransaction());
    }

    public function commit(): bool
    {
        return Statements::around($this, fn (): bool => parent::commit());
    }

    public function rollBack(): bool
    {
        return Statements::around($this, fn (): bool => parent::rollBack());
    }

    /** Past the count: what a fault does itself. */
    public function undo(): void
    {
        if ($this->inTransaction()) {
            parent::rollBack();
        }
    }

    public function number(): int
    {
        return (int) parent::query('select connection_id()')->fetchColumn();
    }
}

final class FaultyStatement extends PDOStatement
{
    protected function __construct(private readonly FaultyPdo $pdo)
    {
    }

    public function execute(?array $params = null): bool
    {
        return Statements::around($this->pdo, fn (): bool => parent::execute($params));
    }
}

final class FaultyConnector extends MySqlConnector
{
    protected function createPdoConnection($dsn, $username, $password, $options)
    {
        $pdo = new FaultyPdo($dsn, $username, $password, $options);
        $pdo->setAttribute(PDO::ATTR_STATEMENT_CLASS, [FaultyStatement::class, [$pdo]]);

        return $pdo;
    }
}
