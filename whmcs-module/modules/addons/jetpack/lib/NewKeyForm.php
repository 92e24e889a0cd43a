<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * What was filled in to make a key, understood as a whole or refused as a whole.
 */
final class NewKeyForm
{
    /** The plans that a key has limits for (partner-api.md §9). */
    public const KINDS = ['personal', 'premium', 'professional'];

    public const LONGEST_NAME = 100;

    public const LONGEST_NOTES = 1000;

    /**
     * @param string $press what tells this form from all others, so that pressing it twice makes one key
     * @param array<string, int> $limits by kind
     */
    private function __construct(
        public readonly string $press,
        public readonly string $name,
        public readonly string $notes,
        public readonly array $limits,
    ) {
    }

    public static function newPress(): string
    {
        return bin2hex(random_bytes(16));
    }

    /**
     * @param array<string, mixed> $given what the form holds
     * @param array<string, string> $text
     *
     * @return self|Notice a mistake, of which nothing was done
     */
    public static function of(array $given, array $text): self|Notice
    {
        $press = is_string($given['press'] ?? null) ? $given['press'] : '';
        if (preg_match('/^[0-9a-f]{32}$/D', $press) !== 1) {
            return new Notice(false, $text['bad_token']);
        }
        $name = (string) preg_replace('/\s+/u', ' ', self::text($given, 'name'));
        if ($name === '' || mb_strlen($name) > self::LONGEST_NAME) {
            return new Notice(false, sprintf($text['keys_bad_name'], self::LONGEST_NAME));
        }
        $notes = self::text($given, 'notes');
        if (mb_strlen($notes) > self::LONGEST_NOTES) {
            return new Notice(false, sprintf($text['keys_bad_notes'], self::LONGEST_NOTES));
        }
        $limits = [];
        foreach (self::KINDS as $kind) {
            $typed = self::text($given, $kind);
            if (preg_match('/^\d{0,6}$/D', $typed) !== 1) {
                return new Notice(false, sprintf($text['keys_bad_limit'], $typed));
            }
            $limits[$kind] = (int) $typed;
        }

        if (array_filter($limits) === []) {
            return new Notice(false, $text['keys_no_limit']);
        }

        return new self($press, $name, $notes, $limits);
    }

    /**
     * As it was typed: WHMCS may hand it over with entities. What is beyond the basic plane many databases cannot store.
     *
     * @param array<string, mixed> $given
     */
    public static function text(array $given, string $field): string
    {
        $typed = is_string($given[$field] ?? null) ? Typed::plain($given[$field]) : '';

        return (string) preg_replace(['/[\x{10000}-\x{10FFFF}]/u', '/[^\P{Cc}\n\t]/u'], ["\u{FFFD}", ''], $typed);
    }
}
