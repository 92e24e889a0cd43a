<?php

declare(strict_types=1);

namespace Lab\Api;

use Lab\Api;
use Lab\Database;

/** A custom notification event. What the host's rules would do with it is not imitated: it is kept. */
final class TriggerNotificationEvent
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $style = (string) ($in['statusStyle'] ?? 'info');
        if (!in_array($style, ['success', 'danger', 'info'], true)) {
            return Api::error('Invalid statusStyle');
        }
        Database::insert('lab_notifications', [
            'identifier' => (string) ($in['notification_identifier'] ?? ''),
            'title' => (string) ($in['title'] ?? ''),
            'message' => (string) ($in['message'] ?? ''),
            'url' => (string) ($in['url'] ?? ''),
            'status' => (string) ($in['status'] ?? ''),
        ]);

        return Api::success();
    }
}
