<?php

declare(strict_types=1);

namespace WHMCS\Module\Server;

/** What a client can have a module do, and where it then leads (developer docs, Custom Actions, 8.5+; class docs). */
final class CustomAction
{
    /**
     * @param array<mixed> $params
     * @param array<string> $permissions
     */
    private function __construct(
        private readonly string $identifier,
        private readonly string $display,
        private readonly mixed $callable,
        private readonly array $params,
        private readonly array $permissions,
        private readonly bool $active,
    ) {
    }

    /**
     * @param array<mixed> $params
     * @param array<string> $permissions
     */
    public static function factory(
        string $identifier,
        string $display,
        $callable,
        array $params = [],
        array $permissions = [],
        bool $active = true,
        bool $allowSamePage = false,
        bool $preferIsolation = false,
    ): self {
        return new self($identifier, $display, $callable, $params, $permissions, $active);
    }

    public function getIdentifier(): string
    {
        return $this->identifier;
    }

    public function getDisplay(): string
    {
        return $this->display;
    }

    /** @return array<string, mixed> */
    public function invokeCallable(): array
    {
        return ($this->callable)(...$this->params);
    }

    /** @return array<string> */
    public function getPermissions(): array
    {
        return $this->permissions;
    }

    public function isActive(): bool
    {
        return $this->active;
    }
}
