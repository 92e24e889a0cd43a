<?php

declare(strict_types=1);

namespace ContractTest;

use WHMCS\Database\Capsule;

/**
 * How rows of a run are told from all others: by names that hold its number. So they are found again also after a run was killed, and nothing
 * else is.
 */
final class Marks
{
    public const MODULE = 'contracttest';
    public const TABLE = 'mod_contracttest';

    private const NUMBER = '/^Contract test ([0-9a-f]{12})/';

    public static function newNumber(): string
    {
        return bin2hex(random_bytes(6));
    }

    public static function name(string $number, string $what = ''): string
    {
        return rtrim("Contract test $number $what");
    }

    public static function email(string $number, string $which = ''): string
    {
        return "contract-test-$number$which@example.com";
    }

    /** @return list<int> the product groups of all runs */
    public static function groups(): array
    {
        return self::named('tblproductgroups');
    }

    /** @return list<int> the products in them, and those whose name says so */
    public static function products(): array
    {
        return self::named('tblproducts');
    }

    /** @return list<int> */
    public static function addons(): array
    {
        return self::named('tbladdons');
    }

    /** @return list<int> */
    public static function clients(): array
    {
        $rows = Capsule::table('tblclients')->where('email', 'like', 'contract-test-%@example.com')->pluck('email', 'id')->all();

        return array_keys(array_filter($rows, static fn (string $email): bool => preg_match('/^contract-test-[0-9a-f]{12}\w*@/', $email) === 1));
    }

    /** The number of the run that is under way, or was killed. */
    public static function number(): ?string
    {
        $names = Capsule::table('tblproductgroups')->whereIn('id', self::groups())->orderBy('id', 'desc')->pluck('name')->all();

        return preg_match(self::NUMBER, (string) ($names[0] ?? ''), $found) === 1 ? $found[1] : null;
    }

    /** @return list<int> */
    private static function named(string $table): array
    {
        $rows = Capsule::table($table)->where('name', 'like', 'Contract test %')->pluck('name', 'id')->all();

        return array_keys(array_filter($rows, static fn (string $name): bool => preg_match(self::NUMBER, $name) === 1));
    }
}
