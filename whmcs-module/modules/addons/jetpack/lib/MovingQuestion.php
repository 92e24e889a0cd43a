<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;
use WHMCS\Module\Server\Jetpack\AddonSettings;
use WHMCS\Module\Server\Jetpack\Call;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Keys;
use WHMCS\Module\Server\Jetpack\Ledger;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Sites;
use WHMCS\Module\Server\Jetpack\Stopped;
use WHMCS\Module\Server\Jetpack\StoredParams;
use WHMCS\Module\Server\Jetpack\Transaction;

/**
 * What Adopt would find for several services, with nothing written: it is claimed and acted on as the button's call is, and
 * what came of it is not settled but reported. It asks WordPress.com for the status alone, and that changes nothing there.
 */
final class MovingQuestion
{
    /** Seconds in which several services' answers must be there: a page waits for them. */
    private const SECONDS = 10;

    /** @var array<int, array{word: string, sentence: string, site: string|null, site_key: string|null, plan: string|null}> */
    private array $reports = [];

    /**
     * @param array<string, string> $text
     * @param array<int, int> $services
     */
    public function __construct(private readonly array $text, private readonly array $services)
    {
    }

    /**
     * @return array<int, array{word: string, sentence: string, site: string|null, site_key: string|null, plan: string|null}> by service
     */
    public function put(): array
    {
        $settings = AddonSettings::forOrders();
        $orders = $calls = $keys = [];
        foreach ($this->services as $id) {
            $params = self::params($id);
            if ($params === null) {
                $this->report($id, 'settings', $this->text['moving_licence_settings']);
                continue;
            }
            try {
                $order = self::inTime(self::order($params, $settings));
            } catch (Stopped $mistake) {
                $this->report($id, 'unclear', $mistake->getMessage());
                continue;
            }
            $orders[$id] = $order;
            $keys[$id] = new Keys($order, $params, $settings);
            $calls[$id] = new Call('Moving in', $order, $keys[$id], $params);
        }
        $allowed = [];
        foreach ($this->claims($orders) as $id => $claimed) {
            if ($claimed['intent'] === null) {
                $this->report($id, 'held', $claimed['report']['result'], $orders[$id]);
                continue;
            }
            $allowed[$id] = ['intent' => $claimed['intent'], 'keys' => $keys[$id]->all((string) $claimed['row']['partner_id']), 'access' => null];
        }
        $this->ask(array_intersect_key($calls, $allowed), $allowed, $orders);

        return $this->reports;
    }

    /**
     * Whether Adopt would ask about what was reported: it reads the fields of its own moment, and people edit them.
     *
     * @param object $report of the service, with `site_key` and `plan`
     */
    public static function isStillOf(int $service, object $report): bool
    {
        $params = self::params($service);
        try {
            $order = $params === null ? [] : self::order($params, AddonSettings::forOrders());
        } catch (Stopped) {
            return false;
        }

        return $report->site_key !== null
            && ($order['site_key'] ?? null) === $report->site_key
            && ($order['plan'] ?? null) === $report->plan;
    }

    /**
     * @return array<string, mixed>|null null where the product is set up for the licensing module, whose token is no partner's key
     */
    private static function params(int $service): ?array
    {
        $params = StoredParams::ofService($service);

        return $params === null || Licences::areOptions((string) $params['configoption1'], (string) $params['configoption2']) ? null : $params;
    }

    /**
     * @param array<string, mixed> $params
     * @param array<string, string|null> $settings
     *
     * @return array<string, mixed>
     *
     * @throws Stopped when that is not clear
     */
    private static function order(#[\SensitiveParameter] array $params, #[\SensitiveParameter] array $settings): array
    {
        return Core::ask('order', ['action' => 'adopt', 'params' => $params, 'settings' => $settings])['order'];
    }

    /**
     * @param array<int, Call> $calls
     * @param array<int, array<string, mixed>> $allowed
     * @param array<int, array<string, mixed>> $orders
     */
    private function ask(array $calls, #[\SensitiveParameter] array $allowed, array $orders): void
    {
        try {
            $acted = $allowed === [] ? [] : Call::actAll($calls, $allowed);
        } catch (Throwable $defect) {
            Log::defect('Moving in', $defect);
            $acted = [];
        }
        self::share(Keys::got($acted));
        foreach (array_keys($allowed) as $id) {
            $one = $acted[$id] ?? null;
            $this->report($id, match (true) {
                $one === null => 'unheard',
                $one['key_refused'] => 'key',
                default => $one['seen'] ?? 'unheard',
            }, $one === null ? $this->text['failed'] : ($one['report']['activity'] ?? $one['report']['result']), $orders[$id]);
        }
    }

    /**
     * Nothing is settled here, and with that a call shares its token: without it, others would wait for whose turn it was to get one.
     *
     * @param array<int|string, string> $tokens by partner id
     */
    private static function share(#[\SensitiveParameter] array $tokens): void
    {
        if ($tokens !== []) {
            Log::guarded('token', static function () use ($tokens): void {
                Transaction::run(static fn () => Keys::share($tokens));
                Keys::shared($tokens);
            });
        }
    }

    /**
     * The answers to `claim`, of which nothing is written.
     *
     * @param array<int, array<string, mixed>> $orders
     *
     * @return array<int, array<string, mixed>> by service
     */
    private function claims(array $orders): array
    {
        $rows = Database::table(Schema::SERVICES)
            ->where('service_type', 'service')
            ->whereIn('service_id', array_keys($orders))
            ->get(Ledger::COLUMNS)
            ->keyBy('service_id');
        [$now, $others] = (new Sites([...array_column($orders, 'site_key'), ...$rows->pluck('site_key')->all()]))->read(Ledger::COLUMNS);
        $claims = [];
        foreach ($orders as $id => $order) {
            $row = (array) ($rows[$id] ?? [
                'id' => 0, 'service_type' => 'service', 'service_id' => $id, 'client_id' => $order['client_id'],
                'site_key' => null, 'lease_token' => '', 'lease_holder' => '',
            ]);
            $sites = [$order['site_key'], $row['site_key']];
            $claims[$id] = Core::ask('claim', ['order' => $order, 'found' => [
                'now' => $now,
                'clock' => time(),
                'row' => $row,
                'others' => array_values(array_filter($others, static fn (array $one): bool => (int) $one['id'] !== (int) $row['id']
                    && in_array($one['site_key'], $sites, true))),
                'holder_is_gone' => false,
                'token' => 'dry run',
                'holder' => '',
            ]]);
        }

        return $claims;
    }

    /**
     * @param array<string, mixed> $order
     *
     * @return array<string, mixed> with a deadline that a page can wait for
     */
    private static function inTime(array $order): array
    {
        $less = max(0, $order['span'] - self::SECONDS);

        return ['span' => $order['span'] - $less, 'deadline' => $order['deadline'] - 1000 * $less] + $order;
    }

    /** @param array<string, mixed> $order */
    private function report(int $service, string $word, string $sentence, array $order = []): void
    {
        $this->reports[$service] = [
            'word' => $word,
            'sentence' => $sentence,
            'site' => $order['site'] ?? null,
            'site_key' => $order['site_key'] ?? null,
            'plan' => $order['plan'] ?? null,
        ];
    }
}
