<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * What people typed. WHMCS stores it with entities (whmcs-contract.md §1.3), and whether it hands parameters over so is not documented.
 */
final class Typed
{
    /** As it is meant: without entities, without what is no text, and trimmed. */
    public static function plain(mixed $typed): string
    {
        return trim(self::decoded(mb_scrub((string) $typed, 'UTF-8')));
    }

    /** To the letter, for what may begin or end with blanks, or need not be text, as secrets. */
    public static function decoded(#[\SensitiveParameter] string $typed): string
    {
        return html_entity_decode($typed, ENT_QUOTES | ENT_HTML5, 'UTF-8');
    }
}
