<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * Why keys cannot be removed: without its key a plan can never be ended.
 */
final class KeyObjections
{
    private readonly string $own;

    /** @var array<int|string, int> */
    private readonly array $needs;

    /** @var array<int|string, int> what the report lists of each */
    private readonly array $billed;

    /** @var array<int, array<string, mixed>> */
    private readonly array $sold;

    /** @var array<int, string> those that were made here: no plan of before is theirs */
    private readonly array $made;

    private ?bool $hasUnrecorded = null;

    /**
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     * @param string|null $only the key that is asked about; null for all
     */
    public function __construct(#[\SensitiveParameter] array $vars, private readonly array $text, ?string $only = null)
    {
        $this->own = Typed::plain($vars['partner_id'] ?? '');
        $this->needs = KeyUse::needs($only);
        $this->sold = KeyUse::sold($vars);
        $billed = Database::table(Schema::BILLED)->whereNotNull('activation');
        // Without its settings the report is not read any more, and what it said is out of date.
        $this->billed = !Billed::isSet($vars) ? [] : ($only === null ? $billed : $billed->where('partner_id', $only))
            ->groupBy('partner_id')
            ->selectRaw('partner_id, count(*) as plans')
            ->pluck('plans', 'partner_id')
            ->all();
        $this->made = array_map('strval', Database::table(Schema::NEW_KEYS)->whereNotNull('partner_id')->pluck('partner_id')->all());
    }

    /** @return string|null null where it can be removed */
    public function of(string $id): ?string
    {
        [$products, $addons] = [$this->users($id, false), $this->users($id, true)];

        return match (true) {
            $id === $this->own => $this->text['keys_is_own'],
            ($this->needs[$id] ?? 0) > 0 => sprintf($this->text['keys_is_needed'], $this->needs[$id]),
            $products !== [] => sprintf($this->text['keys_is_used'], implode(', ', $products)),
            $addons !== [] => sprintf($this->text['keys_is_used_by_addons'], implode(', ', $addons)),
            (int) ($this->billed[$id] ?? 0) > 0 => sprintf($this->text['keys_is_billed'], $this->billed[$id]),
            !in_array($id, $this->made, true) && $this->hasUnrecorded() => $this->text['keys_is_perhaps_needed'],
            default => null,
        };
    }

    /** Looked for when it counts, and once: all services are read for it. */
    private function hasUnrecorded(): bool
    {
        return $this->hasUnrecorded ??= Unrecorded::mayHavePlans()->exists();
    }

    /** @return array<int, string> */
    private function users(string $id, bool $isAddon): array
    {
        return array_column(array_filter($this->sold, static fn (array $one): bool => $one['key'] === $id && $one['isAddon'] === $isAddon), 'name');
    }
}
