<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use Illuminate\Database\Query\JoinClause;
use WHMCS\Module\Server\Jetpack\Command;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\InWhmcs;
use WHMCS\Module\Server\Jetpack\Licence;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * Licence keys that the licensing module has issued and not revoked (whmcs-contract.md §12). They are of another interface, which this module does not
 * speak: its table is only read, and a key is never shown whole. A service gets a plan from this module only when asked for.
 */
final class Licences
{
    /** As many as a page shows. */
    private const SHOWN = 100;

    private const COLUMNS = ['order_id', 'product_id', 'license_key', 'issued_at', 'revoked_at'];

    public static function exist(): bool
    {
        $schema = Database::connection()->getSchemaBuilder();

        return $schema->hasTable(Licence::TABLE)
            && array_diff(self::COLUMNS, array_map(strtolower(...), $schema->getColumnListing(Licence::TABLE))) === [];
    }

    /** How many were not revoked. */
    public static function count(): int
    {
        return self::exist() ? self::table()->count() : 0;
    }

    /** Whether these are options 1 and 2 of the licensing module: its API token, and the slug of its product. */
    public static function areOptions(string $first, string $second): bool
    {
        return trim($first) !== '' && preg_match('/^\s*jetpack[-_]/', $second) === 1;
    }

    /**
     * @return array<int, array<string, mixed>> as `shown`, with `advice`, and `canProvision`
     */
    public static function all(): array
    {
        return self::exist() ? self::rows()->limit(self::SHOWN)->get()->map(static fn (object $row): array => self::shown($row) + [
            'advice' => self::advice($row),
            'canProvision' => self::advice($row) === 'moving_licence_ready',
        ])->all() : [];
    }

    /**
     * @param object $row one of `rows`
     *
     * @return array{order: int, of: int, licence: string, service: int, link: string, client: string, product: string, key: string, issued: string}
     *     `order`, `of` and `licence` are what it is known by
     */
    public static function shown(object $row): array
    {
        return [
            'order' => (int) $row->order_id,
            'of' => (int) $row->product_id,
            'licence' => (string) $row->licence,
            'service' => (int) $row->id,
            'link' => $row->id === null ? '' : "clientsservices.php?userid=$row->userid&id=$row->id",
            'client' => Typed::decoded((string) $row->client),
            'product' => (string) ($row->product ?? "#$row->product_id"),
            'key' => Licence::masked((string) $row->license_key),
            'issued' => substr((string) $row->issued_at, 0, 10),
        ];
    }

    /**
     * @param array<string, string> $text
     */
    public static function provision(int $service, array $text): Notice
    {
        $row = self::exist() ? self::rows()->where('h.id', $service)->first() : null;
        $advice = $row === null ? 'moving_no_licence' : self::advice($row);
        if ($advice !== 'moving_licence_ready') {
            return new Notice($advice === 'moving_licence_done', $text[$advice]);
        }
        $said = Command::run('ModuleCreate', ['serviceid' => $service]);

        return $said === null
            ? new Notice(true, sprintf($text['moving_provisioned'], $service))
            : new Notice(false, $said === '' ? $text['bulk_no_word'] : $said);
    }

    /** The name of the text that says what is next. */
    private static function advice(object $row): string
    {
        return match (true) {
            $row->id === null => 'moving_licence_alone',
            !in_array($row->domainstatus, InWhmcs::IN_USE, true) => 'moving_licence_ended',
            $row->servertype !== 'jetpack' => 'moving_licence_module',
            (bool) $row->is_replaced => 'moving_licence_done',
            // Create makes a service active, whatever it was: one that is not paid is none of this button's.
            $row->domainstatus === 'Suspended' => 'moving_licence_suspended',
            $row->domainstatus !== 'Active' => 'moving_licence_pending',
            self::areOptions((string) $row->configoption1, (string) $row->configoption2) => 'moving_licence_settings',
            trim((string) $row->configoption3) === '' => 'moving_licence_plan',
            default => 'moving_licence_ready',
        };
    }

    /**
     * Each with the service that it was issued for, its client and product.
     *
     * @param Builder|null $licences as `l`; null for those that may be billed
     */
    public static function rows(?Builder $licences = null): Builder
    {
        return ($licences ?? self::table())
            ->leftJoin('tblhosting as h', static fn (JoinClause $own): JoinClause => $own
                ->on('h.orderid', '=', 'l.order_id')
                ->on('h.packageid', '=', 'l.product_id')
                ->where('l.order_id', '>', 0))
            ->leftJoin('tblproducts as p', 'p.id', '=', 'l.product_id')
            ->leftJoin('tblclients as c', 'c.id', '=', 'h.userid')
            ->leftJoin(Schema::SERVICES . ' as s', static fn (JoinClause $row): Builder => Licence::whereReplaced($row
                ->on('s.service_id', '=', 'h.id')
                ->where('s.service_type', 'service'), 's'))
            ->orderBy('l.order_id')
            ->orderBy('l.product_id')
            ->orderBy('h.id')
            ->selectRaw(Licence::digest('l') . " as licence, h.id, h.userid, h.domainstatus, l.order_id, l.product_id, l.license_key, l.issued_at, p.name as product, p.servertype, p.configoption1, p.configoption2,
                p.configoption3, concat(c.firstname, ' ', c.lastname) as client, s.id is not null as is_replaced");
    }

    private static function table(): Builder
    {
        return Licence::whereOpen(Database::table(Licence::TABLE . ' as l'), 'l');
    }
}
