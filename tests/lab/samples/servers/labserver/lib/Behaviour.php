<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Labserver;

use RuntimeException;

/** How a command ends: each way that the lab has to notice. */
final class Behaviour
{
    public const ALL = ['succeed', 'fail', 'throw', 'warn', 'print', 'array', 'null', 'wait'];

    /** @param array<string, mixed> $params */
    public static function of(array $params): mixed
    {
        switch ($params['configoption1'] ?? 'succeed') {
            case 'fail':
                return 'the sample <failed>';
            case 'throw':
                throw new RuntimeException('the sample threw');
            case 'warn':
                return self::missing(['present' => 'success']);
            case 'print':
                echo 'the sample printed';

                return 'success';
            case 'array':
                return ['no text'];
            case 'null':
                return null;
            case 'wait':
                usleep(700_000);

                return 'success';
            default:
                return 'success';
        }
    }

    /** @param array<string, string> $answers */
    private static function missing(array $answers): string
    {
        return $answers['absent'] . $answers['present'];
    }
}
