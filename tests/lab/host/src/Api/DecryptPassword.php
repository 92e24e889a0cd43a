<?php

declare(strict_types=1);

namespace Lab\Api;

use Lab\Api;
use Lab\Crypt;

/** Decrypts `password2`. */
final class DecryptPassword
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        return Api::success(['password' => Crypt::decrypt((string) ($in['password2'] ?? ''))]);
    }
}
