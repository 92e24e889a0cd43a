<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\Mail;

/** Sends a templated mail of type product; `id` is tblhosting.id, `customvars` are further fields as the documentation's example has them. */
final class SendEmail
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $name = (string) ($in['messagename'] ?? '');
        $exists = Capsule::table('tblemailtemplates')->where('type', 'product')->where('name', $name)->where('disabled', 0)->exists();
        if (!$exists) {
            return Api::error('Email Template not found');
        }
        $given = base64_decode((string) ($in['customvars'] ?? ''), true);
        $fields = $given === false || $given === '' ? [] : unserialize($given, ['allowed_classes' => false]);

        return Mail::aboutService($name, (int) ($in['id'] ?? 0), is_array($fields) ? $fields : []) ? Api::success() : Api::error('Invalid related ID');
    }
}
