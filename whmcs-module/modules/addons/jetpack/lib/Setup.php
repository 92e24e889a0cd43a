<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

final class Setup
{
    public function __construct(private readonly array $vars, private readonly array $text, private readonly bool $usable)
    {
    }

    public function isComplete(): bool
    {
        return !in_array(null, Products::all(), true);
    }

    public function left(): int
    {
        return 0;
    }

    public function data(): array
    {
        return ['usable' => $this->usable, 'products' => Products::all(), 'groups' => Products::groups()];
    }
}
