<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Module\Server\Jetpack\AddonSettings;
use WHMCS\Module\Server\Jetpack\Command;
use WHMCS\Module\Server\Jetpack\Core;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\Keys;
use WHMCS\Module\Server\Jetpack\Ledger;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Sites;
use WHMCS\Module\Server\Jetpack\Transaction;

/**
 * What is done about a plan that WordPress.com bills and nobody sold here: a service takes it over, or it is cancelled.
 */
final class BilledPlan
{
    /**
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $text)
    {
    }

    /** By WHMCS's own door, which runs its hooks and writes its log. */
    public function adopt(int $id): Notice
    {
        $billed = self::unsold($id);
        if ($billed === null || !Unrecorded::has((int) $billed->services)) {
            return new Notice(false, $this->text['billed_no_more']);
        }
        $said = Command::run('ModuleCustom', ['serviceid' => (int) $billed->services, 'func_name' => 'AdoptPlan']);

        return $said === null
            ? new Notice(true, sprintf($this->text['billed_adopted'], $billed->site, $billed->services))
            : new Notice(false, $said);
    }

    /**
     * It becomes a row of the ledger first, by which it can be cancelled like a plan whose service was deleted: so it is on the books
     * whatever becomes of the request.
     *
     * @param string $typed the site's name, as a sign that it was read
     */
    public function cancel(int $id, string $typed): Notice
    {
        $billed = self::unsold($id);
        if ($billed === null || $billed->site_key === null) {
            return new Notice(false, $this->text['billed_no_more']);
        }
        $typed = html_entity_decode(trim($typed), ENT_QUOTES | ENT_HTML5, 'UTF-8');
        if ((Core::ask('describe', ['sites' => [$typed]])['site_keys'][$typed] ?? null) !== $billed->site_key) {
            return new Notice(false, sprintf($this->text['billed_typed_other'], $billed->site));
        }
        if ($billed->partner_id !== trim((string) AddonSettings::forOrders()['partner_id']) && Keys::stored($billed->partner_id)[0] === null) {
            return new Notice(false, sprintf($this->text['billed_no_key'], $billed->partner_id));
        }
        $near = $this->near($billed);
        $row = $near ?? self::record($billed) ?? $this->text['billed_no_more'];
        if (is_string($row)) {
            return new Notice(false, $row);
        }
        $notice = EndedPlans::press('cancel_now', $row, $this->text);
        if ($notice->success) {
            Transaction::run(static fn (): int => Database::table(Schema::BILLED)->where('id', $id)->delete());
        }

        return $notice;
    }

    private static function unsold(int $id): ?object
    {
        return Database::table(Schema::BILLED)->where('id', $id)->where('word', BilledWeights::UNSOLD)->first();
    }

    /**
     * Whether a service has a plan at another address of the same host: the report may name one site by its home and the service by
     * where WordPress is, and to cancel the one ends the other's.
     */
    private function near(object $billed): ?string
    {
        $host = self::host((string) $billed->site);
        $like = addcslashes($host, '\\%_');
        $rows = Database::table(Schema::SERVICES)
            ->where(static fn ($any) => $any->where('site', 'like', "%://$like%")->orWhere('site', 'like', "%://www.$like%"))
            ->get(Ledger::COLUMNS)
            ->map(static fn (object $row): array => (array) $row)
            ->filter(static fn (array $row): bool => self::host((string) $row['site']) === $host)
            ->values()
            ->all();
        $weight = BilledWeights::of([$billed], $rows)[0];
        if ($weight['orphan'] !== null || $weight['row'] === null) {
            return null;
        }
        foreach ($rows as $row) {
            if ((int) $row['id'] === $weight['row']) {
                return sprintf($this->text['billed_near'], $row['site'], EndedPlans::KINDS[$row['service_type']] . " #$row[service_id]");
            }
        }

        return null;
    }

    /** @return int|null the row's number; null where somebody has the site meanwhile */
    private static function record(object $billed): ?int
    {
        return Schema::with(static fn (): ?int => Transaction::run(static function () use ($billed): ?int {
            $site = new Sites([$billed->site_key]);
            $site->lock();
            [, $rows] = $site->read(Ledger::COLUMNS);
            $orphan = BilledWeights::of([$billed], $rows)[0]['orphan'];

            return $orphan === null ? null : Ledger::insertOrphan($orphan);
        }));
    }

    private static function host(string $site): string
    {
        $host = strtolower((string) parse_url($site, PHP_URL_HOST));

        return str_starts_with($host, 'www.') ? substr($host, 4) : $host;
    }
}
