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

    /** As many services or clients as are looked for by their numbers. */
    private const FEW = 2000;

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
        $text = static fn (string $name): string => is_string($given[$name] ?? null) ? Typed::plain($given[$name]) : '';

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
        if ($after > 0) {
            $rows->where('id', $this->oldestFirst ? '>' : '<', $after);
        }

        return $this->among($rows)->orderBy('id', $this->oldestFirst ? 'asc' : 'desc')->limit($most);
    }

    /** All that are found, in no order. */
    public function among(Builder $rows): Builder
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
            $rows->where('service_type', 'service')->whereIn('service_id', self::fewOrAll(
                Capsule::table('tblhosting')->where('packageid', $this->product)->select('id')
            ));
        }
        if ($this->key !== '') {
            $rows->where('partner_id', $this->key);
        }

        return $rows;
    }

    /** A site, a client, or the number of a service. */
    private function matching(Builder $any): Builder
    {
        $any->where('site', 'like', self::like($this->text));
        if (preg_match('/^#?(\d{1,9})$/', $this->text, $number) === 1) {
            return $any->orWhere('service_id', (int) $number[1]);
        }
        // What clients typed WHMCS stores with entities (whmcs-contract.md §1.3).
        $named = array_unique([self::like($this->text), self::like(htmlspecialchars($this->text, ENT_QUOTES))]);
        $clients = Capsule::table('tblclients')->select('id');
        foreach ($named as $like) {
            $clients->orWhere('email', 'like', $like)
                ->orWhere('companyname', 'like', $like)
                ->orWhereRaw("concat(firstname, ' ', lastname) like ?", [$like]);
        }

        return $any->orWhereIn('client_id', self::fewOrAll($clients));
    }

    private static function like(string $text): string
    {
        return '%' . addcslashes($text, '%_\\') . '%';
    }

    /**
     * Where they are few their numbers, by which the rows are found at once; else what each row is compared with.
     *
     * @return Builder|array<int, int>
     */
    private static function fewOrAll(Builder $ids): Builder|array
    {
        $few = (clone $ids)->limit(self::FEW + 1)->pluck('id')->all();

        return count($few) > self::FEW ? $ids : $few;
    }
}
