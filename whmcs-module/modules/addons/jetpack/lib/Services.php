<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Home;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Shown;

/**
 * The tab Services: a page of those that were searched for, and the journal of one that was opened.
 */
final class Services
{
    /** As many lines of a journal as are shown; the newest. */
    private const LINES = 200;

    /**
     * @param array<string, mixed> $given the parameters of the page's address
     * @param string $link the tab's address
     *
     * @return array<string, mixed> for the template
     */
    public static function data(array $given, string $link): array
    {
        $search = ServiceSearch::of($given);
        $found = Shown::all($search->page(...));
        $shown = array_slice($found, 0, ServiceSearch::ON_A_PAGE);
        $last = count($found) > count($shown) ? (int) end($shown)[0]->id : 0;
        $here = "$link&" . http_build_query($search->parameters());

        return [
            'search' => $search,
            'here' => $here,
            'rows' => self::rows($shown, $here),
            'count' => $last === 0 && $search->isAtBeginning() ? count($shown) : $search->among(Database::table(Schema::SERVICES))->count(),
            'export' => "$here&export=csv",
            'first' => $search->isAtBeginning() ? '' : $here,
            'next' => $last === 0 ? '' : "$here&after=$last",
            'states' => array_column(Core::ask('describe', [])['standings'], 'text', 'word'),
            'sold' => Sold::names(),
            'keys' => Database::table(Schema::KEYS)->orderBy('partner_id')->pluck('partner_id')->map(static fn (int|string $id): string => (string) $id)->all(),
            'opened' => self::opened((int) ($given['row'] ?? 0)),
        ];
    }

    /**
     * @param array<int, array{object, array<string, mixed>}> $shown
     *
     * @return array<int, array<string, string|int|bool>>
     */
    private static function rows(array $shown, string $here): array
    {
        $clients = self::names('tblclients', array_column(array_column($shown, 0), 'client_id'), "concat(firstname, ' ', lastname)");
        $products = self::products(array_column($shown, 0));

        return array_map(static fn (array $pair): array => [
            'id' => (int) $pair[0]->id,
            'open' => "$here&row={$pair[0]->id}#jetpack-opened",
            'service' => (string) ($pair[0]->orphan_of ?: EndedPlans::KINDS[(string) $pair[0]->service_type] . " #{$pair[0]->service_id}"),
            'link' => Home::adminLink($pair[0]->service_type, (int) $pair[0]->service_id, (int) $pair[0]->client_id),
            'product' => $products["{$pair[0]->service_type} {$pair[0]->service_id}"] ?? '',
            'client' => $clients[(int) $pair[0]->client_id] ?? '',
            'clientLink' => isset($clients[(int) $pair[0]->client_id]) ? "clientssummary.php?userid={$pair[0]->client_id}" : '',
            'site' => (string) $pair[0]->site,
            'plan' => (string) $pair[0]->plan,
            'state' => Shown::line($pair[1]['fields'][0]),
            'attention' => (bool) $pair[1]['attention'],
        ], $shown);
    }

    /**
     * @param array<int, object> $rows
     *
     * @return array<string, string> names by kind and number of the service
     */
    private static function products(array $rows): array
    {
        $names = [];
        foreach (['service' => ['tblhosting', 'packageid', 'tblproducts'], 'addon' => ['tblhostingaddons', 'addonid', 'tbladdons']] as $kind => [$table, $column, $of]) {
            $ids = array_column(array_filter($rows, static fn (object $row): bool => $row->service_type === $kind), 'service_id');
            $found = Capsule::table("$table as s")->join("$of as p", 'p.id', '=', "s.$column")->whereIn('s.id', $ids)->pluck('p.name', 's.id');
            foreach ($found as $id => $name) {
                $names["$kind $id"] = (string) $name;
            }
        }

        return $names;
    }

    /**
     * @param array<int, int|string> $ids
     *
     * @return array<int, string>
     */
    private static function names(string $table, array $ids, string $name): array
    {
        // What clients typed WHMCS stores with entities (whmcs-contract.md §1.3).
        return Capsule::table($table)
            ->whereIn('id', array_unique($ids))
            ->selectRaw("id, $name as name")
            ->pluck('name', 'id')
            ->map(static fn (?string $name): string => Typed::decoded((string) $name))
            ->all();
    }

    /**
     * @return array{title: string, fields: array<string, string>, journal: array<int, array<string, string>>}|null
     */
    private static function opened(int $id): ?array
    {
        [$row, $shown] = $id <= 0 ? [null, []] : Shown::all(static fn ($rows) => $rows->where('id', $id))[0] ?? [null, []];
        if ($row === null) {
            return null;
        }
        $journal = Database::table(Schema::JOURNAL)
            ->where('service_type', $row->service_type)
            ->where('service_id', $row->service_id)
            ->whereNotNull('sentence')
            ->orderByDesc('id')
            ->limit(self::LINES)
            ->get(['created_at', 'action', 'sentence'])
            ->map(static fn (object $line): array => [
                'time' => "$line->created_at UTC",
                'action' => (string) $line->action,
                'sentence' => Language::plain((string) $line->sentence),
            ]);

        return [
            'title' => (string) ($row->site ?: "$row->service_type #$row->service_id"),
            'fields' => array_column(array_map(
                static fn (array $field): array => [$field['name'], Shown::line($field)],
                $shown['fields']
            ), 1, 0),
            'journal' => $journal->all(),
        ];
    }
}
