<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Database\Capsule;

/**
 * What was searched for among the services, as the address of the page has it. Pages are found by the number of the last
 * row, so that the thousandth is as quick as the first.
 */
final class ServiceSearch
{
    public const ON_A_PAGE = 50;

    /** As many services as are found by their numbers. */
    private const FEW = 2000;

    /** As many clients as a name may mean. */
    private const CLIENTS = 200;

    private function __construct(
        public readonly string $text,
        public readonly string $state,
        public readonly int $product,
        public readonly string $key,
        public readonly bool $oldestFirst,
        private readonly int $after,
    ) {
    }

    /**
     * @param array<string, mixed> $given the parameters of the page's address
     */
    public static function of(array $given): self
    {
        $text = static fn (string $name): string => is_string($given[$name] ?? null) ? trim($given[$name]) : '';

        return new self(
            $text('q'),
            $text('state'),
            max(0, (int) $text('product')),
            $text('key'),
            $text('sort') === 'oldest',
            max(0, (int) $text('after')),
        );
    }

    /**
     * @return array<string, string> what leads to this search again
     */
    public function parameters(): array
    {
        return array_filter([
            'q' => $this->text,
            'state' => $this->state,
            'product' => $this->product === 0 ? '' : (string) $this->product,
            'key' => $this->key,
            'sort' => $this->oldestFirst ? 'oldest' : '',
        ], static fn (string $value): bool => $value !== '');
    }

    public function isAtBeginning(): bool
    {
        return $this->after === 0;
    }

    /** One more than a page has tells that there is another. */
    public function page(Builder $rows): Builder
    {
        return $this->narrow($rows, $this->after, self::ON_A_PAGE + 1);
    }

    /** @param int $after the row's number after which to go on, 0 at the beginning */
    public function narrow(Builder $rows, int $after, int $most): Builder
    {
        if ($this->text !== '') {
            $rows->where(fn (Builder $any) => $this->matching($any));
        }
        match ($this->state) {
            '' => null,
            'differs' => $rows->whereNotNull('missing'),
            'ended' => $rows->whereNotNull('ended_at'),
            default => $rows->where('state', $this->state),
        };
        if ($this->product > 0) {
            $rows->where('service_type', 'service')->whereIn('service_id', $this->ofProduct());
        }
        if ($this->key !== '') {
            $rows->where('partner_id', $this->key);
        }
        if ($after > 0) {
            $rows->where('id', $this->oldestFirst ? '>' : '<', $after);
        }

        return $rows->orderBy('id', $this->oldestFirst ? 'asc' : 'desc')->limit($most);
    }

    /**
     * Where they are few their numbers, by which the rows are found at once; else what each row is compared with.
     *
     * @return Builder|array<int, int>
     */
    private function ofProduct(): Builder|array
    {
        $services = Capsule::table('tblhosting')->where('packageid', $this->product)->select('id');
        $few = (clone $services)->limit(self::FEW + 1)->pluck('id')->all();

        return count($few) > self::FEW ? $services : $few;
    }

    /** A site, a client, or the number of a service. */
    private function matching(Builder $any): Builder
    {
        $like = '%' . addcslashes($this->text, '%_\\') . '%';
        $any->where('site', 'like', $like);
        if (preg_match('/^#?(\d{1,9})$/', $this->text, $number) === 1) {
            return $any->orWhere('service_id', (int) $number[1]);
        }
        $clients = Capsule::table('tblclients')
            ->where('email', 'like', $like)
            ->orWhere('companyname', 'like', $like)
            ->orWhereRaw("concat(firstname, ' ', lastname) like ?", [$like])
            ->limit(self::CLIENTS)
            ->pluck('id')
            ->all();

        return $any->orWhereIn('client_id', $clients);
    }
}
