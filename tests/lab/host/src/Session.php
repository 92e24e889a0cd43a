<?php

declare(strict_types=1);

namespace Lab;

/**
 * PHP's session, locked only while it is read and while it is written back.
 *
 * Between the two the request holds no lock, so two presses of one button by one person really run at the same time.
 * What a request changed in $_SESSION is merged into the stored session at its end.
 */
final class Session
{
    /** @var array<string, mixed> */
    private static array $before = [];

    public static function open(): void
    {
        $area = defined('ADMINAREA') ? 'admin' : (defined('CLIENTAREA') ? 'client' : null);
        if ($area === null) {
            $_SESSION = [];

            return;
        }
        // Cookies do not tell ports apart: two labs on one machine need two names.
        session_name('lab_' . $area . '_' . $_SERVER['SERVER_PORT']);
        session_start();
        $_SESSION['tkval'] ??= bin2hex(random_bytes(20));
        session_write_close();
        self::$before = $_SESSION;
        register_shutdown_function(self::save(...));
    }

    /** Ends who is logged in here, and what the cart held. */
    public static function clear(): void
    {
        $_SESSION = ['tkval' => bin2hex(random_bytes(20))];
    }

    private static function save(): void
    {
        $after = $_SESSION;
        if ($after === self::$before) {
            return;
        }
        session_start(['use_cookies' => '0']);
        foreach (array_keys($after + self::$before) as $key) {
            if (!array_key_exists($key, $after)) {
                unset($_SESSION[$key]);
            } elseif (!array_key_exists($key, self::$before) || $after[$key] !== self::$before[$key]) {
                $_SESSION[$key] = $after[$key];
            }
        }
        session_write_close();
    }
}
