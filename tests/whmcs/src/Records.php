<?php

declare(strict_types=1);

namespace ContractTest;

use WHMCS\Database\Capsule;

/** What the recording module has written down, and what is kept between the steps of a run. */
final class Records
{
    /** @param array<string, mixed> $details */
    public static function write(string $what, array $details = []): void
    {
        Capsule::table(Marks::TABLE)->insert(['what' => $what, 'details' => json_encode($details)]);
    }

    /**
     * @return list<array<string, mixed>> what was written of one kind since a step began, or since the run did
     */
    public static function of(string $what, string $step = ''): array
    {
        $begun = $step === '' ? 0 : (int) Capsule::table(Marks::TABLE)->where('what', "step $step")->max('id');
        $rows = Capsule::table(Marks::TABLE)->where('what', $what)->where('id', '>', $begun)->orderBy('id')->pluck('details')->all();

        return array_map(static fn (string $details): array => (array) json_decode($details, true), $rows);
    }

    /** Whether one of those has this value. */
    public static function tells(string $what, string $step, string $key, int $value): bool
    {
        return in_array($value, array_map('intval', array_column(self::of($what, $step), $key)), true);
    }
}
