<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;
use WHMCS\Module\Server\Jetpack\Command;
use WHMCS\Module\Server\Jetpack\Database;
use WHMCS\Module\Server\Jetpack\InWhmcs;
use WHMCS\Module\Server\Jetpack\Ledger;
use WHMCS\Module\Server\Jetpack\Log;
use WHMCS\Module\Server\Jetpack\ModuleCall;
use WHMCS\Module\Server\Jetpack\RowCall;
use WHMCS\Module\Server\Jetpack\Schema;
use WHMCS\Module\Server\Jetpack\Stopped;
use WHMCS\Module\Server\Jetpack\StoredParams;
use WHMCS\Service\Addon;

/**
 * One service's part of a bulk action, by the door that its button has: WHMCS's API where the service is in use; the module's function
 * for a product addon, for which there is no such API (whmcs-contract.md §11); the ledger's row for what WHMCS has ended or deleted.
 */
final class BulkDoor
{
    /** Each action by Rust's word for it: WHMCS's command for a service, and the module's function. */
    private const DOORS = [
        'look' => ['ModuleCustom', 'LookNow'],
        'create' => ['ModuleCreate', 'TryAgain'],
        'renew' => ['ModuleCustom', 'NewLink'],
        'adopt' => ['ModuleCustom', 'AdoptPlan'],
        'terminate' => ['ModuleTerminate', 'TerminateAccount'],
        'letgo' => [null, 'LetGo'],
    ];

    public const ACTIONS = ['look', 'create', 'renew', 'adopt', 'terminate', 'letgo'];

    /** What is done to a plan whose service is not in use: anything else would take it for in use again. */
    private const OF_ENDED = ['look', 'terminate', 'letgo'];

    /** What gives a service a plan, and the statuses that a service has then: of all that were found, some may be suspended or over on purpose. */
    private const GIVES = ['create', 'renew', 'adopt'];
    private const MAY_BE_GIVEN = ['Pending', 'Active'];

    /**
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $text)
    {
    }

    /**
     * Nothing is thrown out of it.
     *
     * @param int $row the number of the ledger's row
     *
     * @return array{bool, string} whether it was done, and what is to be said of it
     */
    public function through(string $action, int $row): array
    {
        try {
            $found = Database::table(Schema::SERVICES)->where('id', $row)->first(Ledger::COLUMNS);
            if ($found === null) {
                return [false, $this->text['bulk_gone']];
            }
            $last = (int) Database::table(Schema::JOURNAL)->max('id');
            $result = $this->call($action, (array) $found);
            $isDone = $result === 'success';

            return [$isDone, Language::plain($isDone ? self::journaled($found, $last) : $result)];
        } catch (Stopped $stopped) {
            return [false, Language::plain($stopped->getMessage())];
        } catch (Throwable $defect) {
            return [false, Language::plain(Log::defect('bulk', $defect, "row #$row"))];
        }
    }

    /**
     * @param array<string, mixed> $row
     *
     * @return string 'success', or why not
     */
    private function call(string $action, array $row): string
    {
        $in = InWhmcs::of([$row])[0];
        // What was given to another module would have that one's account terminated.
        $isOurs = $row['ended_at'] === null && ($in['module'] ?? '') === 'jetpack';
        if ($action === 'letgo' || (!$isOurs && in_array($action, self::OF_ENDED, true))) {
            return $this->byRow($action, $row);
        }
        if (!$isOurs) {
            return $this->text['bulk_ended'];
        }
        if (in_array($action, self::GIVES, true) && !in_array($in['status'], self::MAY_BE_GIVEN, true)) {
            return sprintf($this->text['bulk_not_tried'], $in['status']);
        }
        // What has ended otherwise, as by fraud, stays so.
        if ($action === 'terminate' && !in_array($in['status'], InWhmcs::IN_USE, true)) {
            return $this->byRow($action, $row);
        }

        return $row['service_type'] === 'service'
            ? $this->byWhmcs($action, (int) $row['service_id'])
            : $this->byModule($action, (int) $row['service_id']);
    }

    private function byWhmcs(string $action, int $service): string
    {
        [$command, $function] = self::DOORS[$action];
        $named = $command === 'ModuleCustom' ? ['func_name' => $function] : [];

        return $this->command($command, ['serviceid' => $service] + $named);
    }

    private function byModule(string $action, int $addon): string
    {
        $params = StoredParams::ofAddon($addon);
        if ($params === null) {
            return $this->text['bulk_ended'];
        }
        $params['model'] = class_exists(Addon::class) ? Addon::find($addon) : null;
        $result = ModuleCall::run(self::DOORS[$action][1], $action, $params);
        if ($result !== 'success' || $action !== 'terminate') {
            return $result;
        }
        // No command has set it, as ModuleTerminate does for a service.
        $set = $this->command('UpdateClientAddon', ['id' => $addon, 'status' => 'Terminated']);

        return $set === 'success' ? $set : sprintf($this->text['bulk_status_left'], $set);
    }

    /**
     * @param array<string, mixed> $row
     */
    private function byRow(string $action, array $row): string
    {
        return Database::apart(function () use ($action, $row): string {
            [$calls] = RowCall::of(self::DOORS[$action][1], [$row], $action);

            return isset($calls[0]) ? $calls[0]->through()['result'] : $this->text['bulk_unreadable'];
        });
    }

    /**
     * @param array<string, mixed> $values
     *
     * @return string 'success', or why not
     */
    private function command(string $name, array $values): string
    {
        $said = Command::run($name, $values);

        return match ($said) {
            null => 'success',
            '' => $this->text['bulk_no_word'],
            default => $said,
        };
    }

    /** What the journal says of it; nothing where it had nothing to say. */
    private static function journaled(object $row, int $last): string
    {
        return (string) Database::table(Schema::JOURNAL)
            ->where('service_type', $row->service_type)
            ->where('service_id', $row->service_id)
            ->where('id', '>', $last)
            ->whereNotNull('sentence')
            ->orderByDesc('id')
            ->value('sentence');
    }
}
