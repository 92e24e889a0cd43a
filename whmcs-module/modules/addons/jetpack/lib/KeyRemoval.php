<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Sentences;

/**
 * Forgets a key that nothing needs. A claim locks the key that its plan will have, so on one server either the removal sees the claim,
 * or the claim finds no key. On a cluster a claim may win unseen on another node: hence the second look, after the commit.
 */
final class KeyRemoval
{
    /**
     * @param array<string, mixed> $vars
     * @param array<string, string> $text
     */
    public function __construct(#[\SensitiveParameter] private readonly array $vars, private readonly array $text)
    {
    }

    public function remove(string $partnerId, bool $isSure): Notice
    {
        if (!$isSure) {
            return new Notice(false, $this->text['keys_not_sure']);
        }

        return Database::apart(function () use ($partnerId): Notice {
            [$row, $objection] = Schema::together(fn (): array => $this->forget($partnerId));
            if ($row === null) {
                return new Notice(false, $objection);
            }
            $objection = $this->objection($partnerId);
            if ($objection !== null) {
                Schema::together(fn () => $this->remember($partnerId, $row));
            } else {
                Log::activity(Sentences::keyForgotten($partnerId), 0);
            }

            return new Notice($objection === null, $objection ?? sprintf($this->text['keys_removed'], $partnerId));
        });
    }

    /** @return array{object|null, string|null} the row that was removed, or else why not */
    private function forget(string $partnerId): array
    {
        $rows = Database::table(Schema::KEYS)->where('partner_id', $partnerId);
        $row = (clone $rows)->lockForUpdate()->first();
        if ($row === null) {
            return [null, $this->text['keys_gone']];
        }
        $objection = $this->objection((string) $row->partner_id);
        if ($objection !== null) {
            return [null, $objection];
        }
        $rows->delete();
        Database::table(Schema::NEW_KEYS)->where('partner_id', $partnerId)->whereNull('ended_at')->update(['ended_at' => Database::now()]);

        return [$row, null];
    }

    private function remember(string $partnerId, #[\SensitiveParameter] object $row): void
    {
        Database::table(Schema::KEYS)->insertOrIgnore((array) $row);
        Database::table(Schema::NEW_KEYS)->where('partner_id', $partnerId)->update(['ended_at' => null]);
    }

    private function objection(string $partnerId): ?string
    {
        return (new KeyObjections($this->vars, $this->text, $partnerId))->of($partnerId);
    }
}
