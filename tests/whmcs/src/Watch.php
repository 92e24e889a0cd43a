<?php

declare(strict_types=1);

namespace ContractTest;

/** What WHMCS's hooks tell while something is done in this process. It lets no mail out. */
final class Watch
{
    private const POINTS = [
        'PreModuleCreate', 'PreModuleSuspend', 'AfterModuleCreate', 'AfterModuleSuspendFailed', 'AfterModuleChangePassword', 'LogActivity',
        'ServiceDelete', 'AddonDeleted', 'PreDeleteClient', 'ClientDelete', 'DeleteOrder',
    ];

    /** Priorities of two hooks that show which of them runs first. */
    private const LOWER = 3;
    private const HIGHER = 7;

    /** @var list<array{string, array<string, mixed>}> */
    private static array $seen = [];

    /** The hook that stops a call, if one is to. */
    private static string $aborted = '';

    /** @var (callable(string, array<string, mixed>): void)|null */
    private static $whenSeen = null;

    public static function begin(): void
    {
        foreach (self::POINTS as $point) {
            add_hook($point, 1, static fn (mixed $vars): ?array => self::see($point, (array) $vars));
        }
        // The one with the higher number is added first, so that it cannot be first by that.
        foreach ([self::HIGHER, self::LOWER] as $priority) {
            add_hook('PreModuleCreate', $priority, static function () use ($priority): void {
                self::$seen[] = ['priority', ['of' => $priority]];
            });
        }
        add_hook('EmailPreSend', 1, static function (mixed $vars): array {
            self::$seen[] = ['EmailPreSend', (array) $vars];

            return ['abortsend' => true];
        });
    }

    /**
     * @param callable(): mixed $act
     *
     * @return list<array{string, array<string, mixed>}> the hooks that ran meanwhile, each with what it was told
     */
    public static function during(callable $act): array
    {
        self::$seen = [];
        $act();

        return self::$seen;
    }

    /** The same, while a hook stops the call. */
    public static function abort(string $point, callable $act): void
    {
        self::$aborted = $point;
        try {
            $act();
        } finally {
            self::$aborted = '';
        }
    }

    /** The same, and something is looked at as soon as a hook runs. */
    public static function each(callable $act, callable $whenSeen): void
    {
        self::$whenSeen = $whenSeen;
        try {
            $act();
        } finally {
            self::$whenSeen = null;
        }
    }

    /**
     * What one kind of hook was told, each time it ran.
     *
     * @param list<array{string, array<string, mixed>}> $seen
     *
     * @return list<array<string, mixed>>
     */
    public static function of(string $point, array $seen): array
    {
        return array_values(array_map(
            static fn (array $one): array => $one[1],
            array_filter($seen, static fn (array $one): bool => $one[0] === $point),
        ));
    }

    /**
     * @param array<string, mixed> $vars
     *
     * @return array<string, mixed>|null
     */
    private static function see(string $point, array $vars): ?array
    {
        self::$seen[] = [$point, $vars];
        if (self::$whenSeen !== null) {
            (self::$whenSeen)($point, $vars);
        }

        return $point === self::$aborted ? ['abortcmd' => true] : null;
    }
}
