<?php

declare(strict_types=1);

namespace Lab;

/** What single sign-on and custom actions answer with: where to go, or why not (developer docs, Single Sign-On). */
final class SignOn
{
    /** Goes there; else gives the message, or one for an answer of another form (U). */
    public static function follow(mixed $answer): string
    {
        if (is_array($answer) && ($answer['success'] ?? false) === true && ($answer['redirectTo'] ?? '') !== '') {
            Page::redirect((string) $answer['redirectTo']);
        }

        return is_array($answer) ? (string) ($answer['errorMsg'] ?? '') : 'Single Sign-On failed';
    }
}
