<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * What was seen at some moment and is of use later, as on the addon's page: only the last of each name is kept.
 */
final class Seen
{
    /** The cron's PHP, and that it ran at all. */
    public const CRON = 'cron';

    /** Months that the cron has counted. */
    public const MONTHS = 'months';

    /** What a month of each plan costs the host, as was typed in. */
    public const COSTS = 'costs';

    /** Which products and product addons got their custom fields when they were saved. */
    public const FIELDS = 'fields';

    /** How far the report of what is billed is read. */
    public const BILLED = 'billed';

    /** How much of older modules was there to move in. */
    public const MOVING = 'moving';

    /** What came of the last validation of the addon's credentials. */
    public const VALIDATION = 'validation';

    /**
     * @param array<string, mixed> $what without any secret
     */
    public static function note(string $name, array $what): void
    {
        $text = self::text($what);
        // Two nodes of a cluster may see something at once.
        Transaction::run(static fn (): bool => Database::connection()->statement(
            'insert into ' . Schema::SEEN . ' (name, seen_at, what) values (?, unix_timestamp(), ?)
                on duplicate key update seen_at = values(seen_at), what = values(what)',
            [$name, $text]
        ));
    }

    /**
     * Only over what was read, so that of two at work on it one goes on.
     *
     * @param array<string, mixed> $before
     * @param array<string, mixed> $what other than that, without any secret
     */
    public static function replace(string $name, array $before, array $what): bool
    {
        return Transaction::run(static fn (): bool => Database::table(Schema::SEEN)
            ->where('name', $name)
            ->where('what', self::text($before))
            ->update(['seen_at' => Database::now(), 'what' => self::text($what)]) === 1);
    }

    /**
     * @return array{array<string, mixed>, int}|null what it was, and how many seconds ago
     */
    public static function last(string $name): ?array
    {
        $row = Database::table(Schema::SEEN)
            ->where('name', $name)
            ->selectRaw('what, unix_timestamp() - seen_at as ago')
            ->first();

        return $row === null ? null : [(array) json_decode($row->what, true), max(0, (int) $row->ago)];
    }

    /** At every run of the cron, also where Rust cannot be asked: that is what staff then read. */
    public static function cron(): void
    {
        if (Database::connection()->getSchemaBuilder()->hasTable(Schema::SEEN)) {
            self::note(self::CRON, [
                'php' => PHP_VERSION,
                'sapi' => PHP_SAPI,
                'files' => Bridge::VERSION,
                'problem' => Bridge::problem(),
                'way' => Bridge::way()->name(),
            ]);
        }
    }

    /** @param array<string, mixed> $what */
    private static function text(array $what): string
    {
        return json_encode($what, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
    }
}
