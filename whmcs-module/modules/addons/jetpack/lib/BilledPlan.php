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
    private const AT_ONCE = 500;

    /** As many as are named of those who may have the plan. */
    private const NAMED = 10;

    /**
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $text)
    {
    }

    /**
     * By WHMCS's own door, which runs its hooks and writes its log.
     *
     * @param int $service that the button named
     */
    public function adopt(int $id, int $service): Notice
    {
        $billed = self::nobodys($id);
        if ($billed === null || $billed->services !== (string) $service || !Unrecorded::has($service) || !MovingQuestion::isStillOf($service, $billed)) {
            return new Notice(false, $this->text['billed_no_more']);
        }
        $said = Command::run('ModuleCustom', ['serviceid' => $service, 'func_name' => 'AdoptPlan']);

        return $said === null
            ? new Notice(true, sprintf($this->text['billed_adopted'], $billed->site, $service))
            : new Notice(false, $said);
    }

    /**
     * It becomes a row of the ledger first, by which it can be cancelled like a plan whose service was deleted: so it is on the books
     * whatever becomes of the request.
     *
     * @param string $plan that the button named: the report may have been read anew since
     * @param string $typed the site's name, as a sign that it was read
     */
    public function cancel(int $id, string $plan, string $typed): Notice
    {
        $billed = self::nobodys($id);
        if ($billed === null || $billed->site_key === null || $billed->plan !== $plan) {
            return new Notice(false, $this->text['billed_no_more']);
        }
        if ((Core::ask('describe', ['sites' => [$typed]])['site_keys'][$typed] ?? null) !== $billed->site_key) {
            return new Notice(false, sprintf($this->text['billed_typed_other'], $billed->site));
        }
        if ($billed->partner_id !== trim((string) AddonSettings::forOrders()['partner_id']) && Keys::stored($billed->partner_id)[0] === null) {
            return new Notice(false, sprintf($this->text['billed_no_key'], $billed->partner_id));
        }
        $row = $this->claimant($billed) ?? self::record($billed) ?? $this->text['billed_no_more'];
        if (is_string($row)) {
            return new Notice(false, $row);
        }
        $notice = EndedPlans::press('cancel_now', $row, $this->text);
        if ($notice->success) {
            Transaction::run(static fn (): int => Database::table(Schema::BILLED)->where('id', $id)->delete());
        }

        return $notice;
    }

    private static function nobodys(int $id): ?object
    {
        return Database::table(Schema::BILLED)->where('id', $id)->whereIn('word', BilledWeights::NOBODYS)->first();
    }

    /**
     * Who may have the plan although the report's address is not his: the report may name one site by its home and the service by
     * where WordPress is, and to cancel the one ends the other's. Also who has no record here, as before he is moved in.
     *
     * @return string|null the sentence that says so
     */
    private function claimant(object $billed): ?string
    {
        $like = addcslashes((string) $billed->host, '\\%_');
        $onHost = Database::table(Schema::SERVICES)
            ->where(static fn ($any) => $any->where('site', 'like', "%://$like%")->orWhere('site', 'like', "%://www.$like%"));
        $near = null;
        $onHost->select(Ledger::COLUMNS)->chunkById(self::AT_ONCE, function ($found) use ($billed, &$near): bool {
            $near = $this->near($billed, $found->map(static fn (object $row): array => (array) $row)->all());

            return $near === null;
        });
        $unrecorded = $near === null ? SiteField::unrecordedOn((string) $billed->host) : [];

        return $unrecorded === []
            ? $near
            : sprintf($this->text['billed_named'], implode(', ', array_slice($unrecorded, 0, self::NAMED)), $billed->site);
    }

    /**
     * @param array<int, array<string, mixed>> $rows of the ledger whose sites may be of the same host
     */
    private function near(object $billed, array $rows): ?string
    {
        $sites = array_map(static fn (array $row): string => (string) $row['site'], $rows);
        $hosts = Core::ask('describe', ['sites' => array_values(array_unique($sites))])['site_hosts'];
        foreach ($rows as $row) {
            $host = $hosts[(string) $row['site']] ?? null;
            $weight = $host === $billed->host ? BilledWeights::of([$billed], [$row])[0] : null;
            $isTheirs = $weight !== null && (!in_array($weight['word'], BilledWeights::NOBODYS, true)
                // What it had, its service may get again, as long as WHMCS sells it.
                || ($weight['row'] !== null && SiteField::isInUse((string) $row['service_type'], (int) $row['service_id'])));
            if ($host === null || ($isTheirs && $weight['row'] === null)) {
                return $this->text['billed_unreadable'];
            }
            if ($isTheirs) {
                $owner = EndedPlans::KINDS[$row['service_type']] . " #$row[service_id]";

                return sprintf($this->text[$row['service_type'] === 'orphan' ? 'billed_near_orphan' : 'billed_near'], $row['site'], $owner, $billed->site);
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
}
