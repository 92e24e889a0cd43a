<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * As many calls of the cron as share a deadline: claimed, acted on at once, settled and told. What goes wrong with one does not
 * keep the others.
 */
final class Bite
{
    /**
     * @param array<int, Call> $calls
     * @param array<int, array<string, mixed>> $rows as they were before, by the same indices
     */
    public function __construct(private readonly array $calls, private readonly array $rows)
    {
    }

    /**
     * In two transactions, as looks may be.
     *
     * @return array<int, array{name: string, waits_as: string}|null> what WHMCS is to be asked to do with the services, by their indices
     */
    public function together(): array
    {
        $claims = $this->calls === [] ? [] : Log::guarded('Cron', fn (): array => Call::claimAll($this->calls));
        if ($claims === null) {
            return $this->eachByItself();
        }
        $acted = $this->act($claims);
        $settled = $acted === [] ? [] : Log::guarded('Cron', fn (): array => Call::settleAll($this->calls, $acted));

        return $this->end($claims, $acted, $settled ?? $this->settle($acted));
    }

    /**
     * In transactions of their own.
     *
     * @return array<int, array{name: string, waits_as: string}|null>
     */
    public function eachByItself(): array
    {
        $claims = array_map(static fn (Call $call): ?array => Log::guarded('Cron', $call->claim(...)), $this->calls);
        $acted = $this->act($claims);

        return $this->end($claims, $acted, $this->settle($acted));
    }

    /**
     * @param array<int, array<string, mixed>|null> $claims null where the call has ended
     *
     * @return array<int, array<string, mixed>> what came of the others
     */
    private function act(#[\SensitiveParameter] array $claims): array
    {
        $allowed = array_filter($claims, is_array(...));
        $acting = array_intersect_key($this->calls, $allowed);

        return $allowed === [] ? [] : Log::guarded('Cron', static fn (): array => Call::actAll($acting, $allowed)) ?? [];
    }

    /**
     * @param array<int, array<string, mixed>> $acted
     *
     * @return array<int, string|null> why it is not recorded
     */
    private function settle(#[\SensitiveParameter] array $acted): array
    {
        $settled = [];
        foreach ($acted as $index => $one) {
            $settled[$index] = $this->calls[$index]->settle($one);
        }

        return $settled;
    }

    /**
     * Once nothing can be lost any more: what is told may run the code of others.
     *
     * @param array<int, array<string, mixed>|null> $claims null where the call has ended
     * @param array<int, array<string, mixed>> $acted
     * @param array<int, string|null> $settled
     *
     * @return array<int, array{name: string, waits_as: string}|null>
     */
    private function end(#[\SensitiveParameter] array $claims, #[\SensitiveParameter] array $acted, array $settled): array
    {
        $ended = array_intersect_key($this->calls, array_flip(array_keys($claims, null, true)));
        $tellings = array_filter(array_map(static fn (Call $call): ?Telling => $call->endedByItself(), $ended));
        $recorded = array_intersect_key($acted, array_filter($settled, is_null(...)));
        foreach ($recorded as $index => $one) {
            $isNews = $one['news'] || $one['report']['details'] !== null || $one['report']['alert'];
            $tellings[$index] = $this->calls[$index]->telling($one, $isNews);
        }
        Telling::write($tellings);
        // The rows count alerts and mails already, so these go before what only is to be read.
        $alerts = array_filter($tellings, static fn (Telling $telling): bool => $telling->isAlert());
        self::announce($alerts);
        foreach (array_filter($recorded, static fn (array $one): bool => $one['mail']) as $index => $one) {
            Reminder::send($this->rows[$index]);
        }
        self::announce(array_diff_key($tellings, $alerts));

        return array_map(static fn (array $one): ?array => $one['command'], $recorded);
    }

    /** @param array<int, Telling> $tellings */
    private static function announce(array $tellings): void
    {
        foreach ($tellings as $telling) {
            Log::guarded('Cron', $telling->announce(...));
        }
    }
}
