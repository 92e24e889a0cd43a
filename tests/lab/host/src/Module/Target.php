<?php

declare(strict_types=1);

namespace Lab\Module;

/** What a module function is run for: a service, or a product addon of one (contract, section 1.9). */
interface Target
{
    /** `service` or `addon`, as in tblmodulequeue.service_type. */
    public function kind(): string;

    public function id(): int;

    public function clientId(): int;

    /** The server module, or '' when it is assigned to none. */
    public function module(): string;

    /** How lines of the activity log name it. */
    public function label(): string;

    /** @return array<string, mixed> $params */
    public function params(): array;

    /**
     * Stores what a success means: the new status, and what goes with it.
     *
     * @param array<string, mixed> $params what the function was called with
     */
    public function succeed(string $function, ?string $status, array $params): void;

    /** Sends the welcome mail, if one was chosen. */
    public function welcome(): void;
}
