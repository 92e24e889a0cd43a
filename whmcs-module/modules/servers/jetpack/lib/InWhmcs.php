<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;

/**
 * What WHMCS has of services and product addons, apart from any call: their status, and whose module their product is. What
 * that means for a plan is Rust's to say (the question `due`).
 */
final class InWhmcs
{
    /** For each kind: the instances, what they are instances of, the column that says of which, and those of status and module. */
    private const KINDS = [
        'service' => ['tblhosting', 'tblproducts', 'packageid', 'domainstatus', 'servertype'],
        'addon' => ['tblhostingaddons', 'tbladdons', 'addonid', 'status', 'module'],
    ];

    /** The statuses of what is in use, or about to be (whmcs-contract.md §1.4). */
    public const IN_USE = ['Pending', ...self::PAID];

    /** The statuses of what has been set up and is paid for. */
    public const PAID = ['Active', 'Suspended'];

    /**
     * @param array<int, array<string, mixed>> $rows of the ledger
     *
     * @return array<int, array{status: string, module: string, waiting_plans: string, local_user: string, email: string}|null>
     *     in their order; null for what WHMCS does not have
     */
    public static function of(array $rows): array
    {
        $known = [];
        foreach (self::KINDS as $type => [$instances, $things, $thing, $status, $module]) {
            $ids = array_column(array_filter($rows, static fn (array $row): bool => $row['service_type'] === $type), 'service_id');
            if ($ids === []) {
                continue;
            }
            $found = Database::table($instances)
                ->leftJoin($things, "$things.id", '=', "$instances.$thing")
                ->leftJoin('tblclients', 'tblclients.id', '=', "$instances.userid")
                ->whereIn("$instances.id", $ids)
                ->get(["$instances.id", "$instances.$status as status", "$things.$module as module", "$things.id as thing", 'tblclients.email']);
            $users = self::users($type, $ids);
            $options = self::waitingPlans($type, $found->pluck('thing')->all());
            foreach ($found as $one) {
                $known[$type][(int) $one->id] = [
                    'status' => (string) $one->status,
                    'module' => (string) $one->module,
                    'waiting_plans' => $options[(int) $one->thing] ?? '',
                    'local_user' => $users[(int) $one->id] ?? '',
                    'email' => (string) $one->email,
                ];
            }
        }

        return array_map(
            static fn (array $row): ?array => $known[$row['service_type']][(int) $row['service_id']] ?? null,
            array_values($rows)
        );
    }

    /**
     * The rows of which WHMCS says something else than when they were written last: ended where it was in use, or the other
     * way round.
     *
     * @return array<int, array<string, mixed>>
     */
    public static function otherwise(int $most): array
    {
        $rows = [];
        $gone = Core::ask('describe', [])['wanted_gone'];
        foreach (array_keys(self::KINDS) as $type) {
            [$instances, $things, $thing, $status, $module] = self::KINDS[$type];
            $ended = static fn (Builder $query): Builder => $query
                ->whereNotIn("$instances.$status", self::IN_USE)
                ->orWhereNull("$things.id")
                ->orWhere("$things.$module", '<>', 'jetpack');
            $found = self::rows($type)
                ->join($instances, "$instances.id", '=', 'service_id')
                ->leftJoin($things, "$things.id", '=', "$instances.$thing")
                ->where(static fn (Builder $query): Builder => $query
                    ->where(static fn (Builder $new): Builder => $new
                        ->whereNull('ended_at')
                        ->where('wanted', '<>', $gone)
                        ->where($ended))
                    ->orWhere(static fn (Builder $back): Builder => $back
                        ->whereNotNull('ended_at')
                        ->whereIn("$instances.$status", self::IN_USE)
                        ->where("$things.$module", 'jetpack')));
            array_push($rows, ...self::read($found->limit($most)));
        }

        return $rows;
    }

    /** Its status as it is now, which what was asked since may have changed. */
    public static function status(string $type, int $id): ?string
    {
        [$instances, , , $status] = self::KINDS[$type];

        return Database::table($instances)->where('id', $id)->value($status);
    }

    /**
     * The ledger's rows of a service, with its addons, or of one addon.
     *
     * @return array<int, array<string, mixed>>
     */
    public static function rowsOf(string $type, int $id): array
    {
        $rows = self::read(self::rows($type)->where('service_id', $id));
        if ($type === 'service') {
            $addons = Database::table('tblhostingaddons')->where('hostingid', $id)->pluck('id')->all();
            array_push($rows, ...self::read(self::rows('addon')->whereIn('service_id', $addons)));
        }

        return $rows;
    }

    /**
     * @return array<int, array{string, int}> kind and id of all that was ordered with it
     */
    public static function ofOrder(int $order): array
    {
        $all = [];
        foreach ($order > 0 ? self::KINDS : [] as $type => [$instances]) {
            foreach (Database::table($instances)->where('orderid', $order)->pluck('id') as $id) {
                $all[] = [$type, (int) $id];
            }
        }

        return $all;
    }

    /**
     * What the field `Local User` holds, by instance.
     *
     * @param array<int, int|string> $ids
     *
     * @return array<int, string|null>
     */
    private static function users(string $type, array $ids): array
    {
        $fields = Database::table('tblcustomfields')
            ->where('type', $type === 'addon' ? 'addon' : 'product')
            ->where(static fn (Builder $name): Builder => $name
                ->where('fieldname', 'Local User')
                ->orWhere('fieldname', 'like', 'Local User|%'))
            ->pluck('id')
            ->all();

        // Not joined: of more than a few instances MariaDB 11 reads every value that there is, instead of the index (fieldid, relid).
        return Database::table('tblcustomfieldsvalues')->whereIn('fieldid', $fields)->whereIn('relid', $ids)->pluck('value', 'relid')->all();
    }

    /**
     * Option 5, by product or product addon.
     *
     * @param array<int, int|string|null> $things
     *
     * @return array<int, string|null>
     */
    private static function waitingPlans(string $type, array $things): array
    {
        return $type === 'service'
            ? Database::table('tblproducts')->whereIn('id', $things)->pluck('configoption5', 'id')->all()
            : Database::table('tblmodule_configuration')
                ->where('entity_type', 'addon')
                ->where('setting_name', 'configoption5')
                ->whereIn('entity_id', $things)
                ->pluck('value', 'entity_id')
                ->all();
    }

    private static function rows(string $type): Builder
    {
        return Database::table(Schema::SERVICES)->where('service_type', $type);
    }

    /**
     * @return array<int, array<string, mixed>>
     */
    private static function read(Builder $rows): array
    {
        $columns = array_map(static fn (string $column): string => Schema::SERVICES . ".$column", Ledger::COLUMNS);

        return $rows->get($columns)->map(static fn (object $row): array => (array) $row)->all();
    }
}
