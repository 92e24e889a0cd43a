<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;

/**
 * Tells the host what a person has to see to who did not ask: his own notification rules decide where it goes (WHMCS:
 * Notifications, event "API", identifier `jetpack.attention`). It stands in the activity log in any case.
 */
final class Alert
{
    public static function raise(string $sentence): void
    {
        try {
            localAPI('TriggerNotificationEvent', [
                'notification_identifier' => 'jetpack.attention',
                'title' => 'Jetpack needs attention',
                'message' => Sentences::plain($sentence),
                'status' => 'Attention',
                'statusStyle' => 'danger',
            ]);
        } catch (Throwable $defect) {
            Log::defect('TriggerNotificationEvent', $defect);
        }
    }
}
