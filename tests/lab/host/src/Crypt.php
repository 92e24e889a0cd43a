<?php

declare(strict_types=1);

namespace Lab;

/** Behind encrypt() and decrypt(). The form of the text is ours; only that it is reversible is known (contract, section 3). */
final class Crypt
{
    private const MARK = 'lab1:';
    private const CIPHER = 'aes-256-cbc';

    public static function encrypt(string $plain): string
    {
        $iv = random_bytes(16);

        return self::MARK . base64_encode($iv . openssl_encrypt($plain, self::CIPHER, self::key(), OPENSSL_RAW_DATA, $iv));
    }

    /** Text that encrypt() did not make decrypts to nothing. */
    public static function decrypt(string $secret): string
    {
        if (!self::isEncrypted($secret)) {
            return '';
        }
        $raw = (string) base64_decode(substr($secret, strlen(self::MARK)), true);

        return (string) openssl_decrypt(substr($raw, 16), self::CIPHER, self::key(), OPENSSL_RAW_DATA, substr($raw, 0, 16));
    }

    public static function isEncrypted(string $text): bool
    {
        return str_starts_with($text, self::MARK);
    }

    private static function key(): string
    {
        return hash('sha256', Settings::get('cc_encryption_hash'), true);
    }
}
