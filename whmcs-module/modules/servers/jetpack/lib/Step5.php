<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Columns for what is tried again by itself, and for the access token that all processes share.
 */
final class Step5
{
    private const COLUMNS = [
        Schema::SERVICES => ['attempts' => 'int unsigned not null default 0'],
        Schema::KEYS => ['token' => 'text null'],
    ];

    /** @return int what is left: nothing */
    public static function take(): int
    {
        TableForms::addMissing(self::COLUMNS);

        return 0;
    }
}
