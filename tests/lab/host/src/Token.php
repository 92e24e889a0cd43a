<?php

declare(strict_types=1);

namespace Lab;

/** The token against forged requests: one per session, in a field or parameter `token`. */
final class Token
{
    public static function value(): string
    {
        return $_SESSION['tkval'] ?? '';
    }

    public static function field(): string
    {
        return '<input type="hidden" name="token" value="' . self::value() . '" />';
    }

    public static function isValid(): bool
    {
        $given = $_REQUEST['token'] ?? '';

        return is_string($given) && self::value() !== '' && hash_equals(self::value(), $given);
    }

    /** Whether a form was sent. One without a valid token ends the request here. */
    public static function isPosted(): bool
    {
        if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST') {
            return false;
        }
        self::require();

        return true;
    }

    /** Ends the request unless its token is right. What WHMCS answers is not public (contract, section 2.5). */
    public static function require(): void
    {
        if (!self::isValid()) {
            Page::refuse(403, 'Invalid Token', 'The form was sent without a valid token. Go back, reload, try again.');
        }
    }
}
