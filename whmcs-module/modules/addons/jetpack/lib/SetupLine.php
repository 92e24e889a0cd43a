<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * A line of the set-up's checklist: how it stands, why, and the one thing to do about it.
 */
final class SetupLine
{
    public const DONE = 'done';

    /** Plans cannot be sold, or not be looked after, without it. */
    public const TODO = 'todo';

    /** It may be meant so. */
    public const NOTE = 'note';

    /**
     * @param string $name names it in the page
     * @param array{link?: string, button?: string, text: string, by_itself?: bool}|null $action a link, or a button with what it asks
     *     for; the page presses one by itself once it is open, if that is said
     * @param string|null $forInstaller what the installer takes
     */
    public function __construct(
        public readonly string $name,
        public readonly string $state,
        public readonly string $reason,
        public readonly ?array $action = null,
        public readonly ?string $forInstaller = null,
    ) {
    }
}
