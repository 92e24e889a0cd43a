<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;

/**
 * How all plans stand, and which need somebody: what the widget and the addon's page both show. It needs the tables.
 */
final class Attention
{
    /**
     * @return array<string, mixed> the answer to `overview`
     */
    public static function overview(): array
    {
        // As the index has them: so they are counted in its order.
        $each = Database::table(Schema::SERVICES)
            ->selectRaw('service_type, state, missing, count(*) as number')
            ->groupBy('state', 'service_type', 'missing');
        $groups = Database::connection()->query()->fromSub($each, 'one')
            ->selectRaw('service_type, state, missing is not null as differs, cast(sum(number) as unsigned) as count')
            ->groupBy('service_type', 'state', 'differs')
            ->get()
            ->map(static fn (object $group): array => (array) $group)
            ->all();

        return Core::ask('overview', ['groups' => $groups, 'now' => Database::now()]);
    }

    /**
     * @param array<string, mixed> $overview
     *
     * @return array<int, array{site: string, text: string, link: string, concern: array<string, mixed>}> the newest first
     */
    public static function named(array $overview, int $most): array
    {
        $rows = Shown::all(static fn (Builder $rows): Builder => $rows
            ->where(static function (Builder $any) use ($overview): void {
                $any->whereNotNull('ended_at')->orWhereNotNull('missing');
                foreach ($overview['attention'] as $group) {
                    // All of it at once: with `orWhere` alone one would do.
                    $any->orWhere(static fn (Builder $all): Builder => $all->where($group));
                }
                foreach ($overview['waiting'] as $group) {
                    $any->orWhere(static fn (Builder $long): Builder => $long
                        ->where($group)
                        ->where('pending_until', '<', $overview['waiting_until']));
                }
            })
            ->orderByDesc('updated_at')
            ->orderByDesc('id')
            ->limit($most));
        $rows = array_filter($rows, static fn (array $pair): bool => $pair[1]['attention'] !== null);

        return array_map(static fn (array $pair): array => self::item(...$pair), array_values($rows));
    }

    /**
     * @param array<string, mixed> $shown
     *
     * @return array{site: string, text: string, link: string, concern: array<string, mixed>}
     */
    private static function item(object $row, array $shown): array
    {
        $fields = array_column($shown['fields'], null, 'name');

        return [
            'site' => (string) $row->site ?: "$row->service_type #$row->service_id",
            'text' => Shown::line($fields['Jetpack end'] ?? $fields['Jetpack difference'] ?? $shown['fields'][0]),
            'link' => Home::adminLink($row->service_type, (int) $row->service_id, (int) $row->client_id),
            'concern' => $shown['attention'],
        ];
    }
}
