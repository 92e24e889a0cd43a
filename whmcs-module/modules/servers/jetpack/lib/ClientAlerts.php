<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\User\Alert;

/**
 * The alert of a client one of whose sites waits for him to connect it: the one that lapses first.
 */
final class ClientAlerts
{
    /** As many of a client's rows as are looked at on every page that he opens. */
    private const ROWS = 20;

    /** @param mixed $client WHMCS's model of who is logged in */
    public static function of(mixed $client): ?Alert
    {
        $id = is_object($client) ? (int) $client->id : 0;
        if ($id <= 0 || !class_exists(Alert::class)) {
            return null;
        }
        $params = ['clientsdetails' => ['language' => $client->language]];
        $rows = Shown::all(static fn (Builder $rows): Builder => $rows
            ->where('client_id', $id)
            ->whereNotNull('pending_until')
            ->orderByDesc('pending_until')
            ->limit(self::ROWS));
        foreach (array_reverse($rows) as [$row, $shown]) {
            $step = NextStep::from($shown, $params);
            $service = $step?->waits === true ? Home::serviceOf($row->service_type, (int) $row->service_id, $id) : null;
            if ($step !== null && $service !== null) {
                // WHMCS's themes print the message as it is.
                $message = htmlspecialchars($step->text(), ENT_NOQUOTES | ENT_SUBSTITUTE, 'UTF-8');

                return new Alert($message, 'info', "clientarea.php?action=productdetails&id=$service", self::linkText($step, $params));
            }
        }

        return null;
    }

    /** @param array<string, mixed> $params */
    private static function linkText(NextStep $step, array $params): string
    {
        return $step->button() ?: ClientTexts::of($params, ['key' => 'button_details', 'site' => '', 'url' => '']);
    }
}
