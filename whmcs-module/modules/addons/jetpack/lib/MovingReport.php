<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Transaction;

/**
 * What was reported of each service that is to be moved in: kept in a table, so that asking can stop anywhere and go on later.
 */
final class MovingReport
{
    public const ON_A_PAGE = 50;

    /** The site has the plan from our key: it can be taken over. */
    public const OURS = 'ours';

    /** The site has no such plan. */
    public const NOTHING = 'nothing';

    /** Another service names the same plan of the same site: only people know whose it is. */
    public const TWICE = 'twice';

    /** The words of those who gave no answer. */
    public const IN_VAIN = ['key', 'unheard'];

    public const MOVED = 'moved';

    /** Not asked yet. */
    public const OPEN = 'open';

    /**
     * @return array<int, int> the services to ask about next
     */
    public static function open(int $most): array
    {
        return self::ids(self::opened()->orderBy('h.id')->limit($most));
    }

    /**
     * @param array<int, int> $services
     *
     * @return array<int, int> those of them that nobody has asked about meanwhile
     */
    public static function stillOpen(array $services): array
    {
        return self::ids(self::opened()->whereIn('h.id', $services)->orderBy('h.id'));
    }

    /**
     * @return array<int, int> the services to take over next
     */
    public static function movable(int $most): array
    {
        return self::ids(self::ours()->orderBy('h.id')->limit($most));
    }

    /** What was reported of one that can be taken over; null where it cannot any more, as when somebody else did. */
    public static function ofMovable(int $service): ?object
    {
        return self::ours()->where('h.id', $service)->first(['m.site', 'm.site_key', 'm.plan', 'm.damaged']);
    }

    /**
     * @return array<string, int> how many services there are of each word
     */
    public static function counts(): array
    {
        $word = 'case when m.asked_at is null then ? else m.word end';
        $counts = Unrecorded::all()->selectRaw("$word as kind, count(*) as number", [self::OPEN])->groupBy('kind')->pluck('number', 'kind');
        $counts[self::MOVED] = self::moved()->count();

        return $counts->map(static fn (int|string $one): int => (int) $one)->filter()->all();
    }

    /**
     * @param string $word those of which is asked for; empty for all that are left
     * @param int $after the service after which to go on
     *
     * @return array<int, object> one more than a page has where there is another
     */
    public static function page(string $word, int $after): array
    {
        $rows = $word === self::MOVED
            ? Database::table(Schema::MOVING . ' as m')
                ->join('tblhosting as h', 'h.id', '=', 'm.service_id')
                ->join('tblproducts as p', 'p.id', '=', 'h.packageid')
                ->whereNotNull('m.moved_at')
            : Unrecorded::all();
        match ($word) {
            '', self::MOVED => null,
            self::OPEN => $rows->whereNull('m.asked_at'),
            default => $rows->whereNotNull('m.asked_at')->where('m.word', $word),
        };

        return $rows
            ->leftJoin('tblclients as c', 'c.id', '=', 'h.userid')
            ->where('h.id', '>', $after)
            ->orderBy('h.id')
            ->limit(self::ON_A_PAGE + 1)
            ->selectRaw("h.id, h.userid, p.name as product, concat(c.firstname, ' ', c.lastname) as client")
            ->addSelect(['m.word', 'm.sentence', 'm.site', 'm.plan', 'm.damaged', 'm.asked_at', 'm.moved_at'])
            ->get()
            ->all();
    }

    /** @param array<string, string|int|null> $columns */
    public static function write(int $service, array $columns): void
    {
        Transaction::run(static function () use ($service, $columns): void {
            Database::table(Schema::MOVING)->insertOrIgnore(['service_id' => $service, 'word' => '']);
            Database::table(Schema::MOVING)->where('service_id', $service)->update($columns);
        });
    }

    /** Everything that was not moved in is asked about once more. */
    public static function forget(): void
    {
        Transaction::run(static fn (): int => Database::table(Schema::MOVING)->whereNull('moved_at')->update(['sentence' => null, 'asked_at' => null]));
    }

    /**
     * One that could not be asked about counts as well: it may be the one whose site it is.
     *
     * @param string $sentence with the numbers of the others in it
     * @param array<int, string|null> $sites the keys of those that may have got another one
     */
    public static function nameTwins(string $sentence, array $sites): void
    {
        $named = Unrecorded::all()
            ->whereIn('m.site_key', array_values(array_unique(array_filter($sites, is_string(...)))))
            ->whereIn('m.word', [self::OURS, self::TWICE, ...self::IN_VAIN])
            ->whereNotNull('m.asked_at');
        $twins = (clone $named)->groupBy('m.site_key', 'm.plan')->havingRaw('count(*) > 1')->get(['m.site_key', 'm.plan']);
        foreach ($twins as $twin) {
            $ids = (clone $named)->where('m.site_key', $twin->site_key)->where('m.plan', $twin->plan)->orderBy('h.id')->pluck('h.id')->all();
            $others = '#' . implode(', #', array_slice($ids, 0, 10)) . (count($ids) > 10 ? ', …' : '');
            Transaction::run(static fn (): int => Database::table(Schema::MOVING)->whereIn('service_id', $ids)->whereIn('word', [self::OURS, self::TWICE])->update([
                'word' => self::TWICE,
                'sentence' => sprintf($sentence, $others),
            ]));
        }
    }

    public static function moved(): Builder
    {
        return Database::table(Schema::MOVING)->whereNotNull('moved_at');
    }

    private static function opened(): Builder
    {
        return Unrecorded::all()->whereNull('m.asked_at');
    }

    private static function ours(): Builder
    {
        return Unrecorded::all()->where('m.word', self::OURS)->whereNotNull('m.asked_at');
    }

    /** @return array<int, int> */
    private static function ids(Builder $services): array
    {
        return $services->pluck('h.id')->map(static fn (int|string $one): int => (int) $one)->all();
    }
}
