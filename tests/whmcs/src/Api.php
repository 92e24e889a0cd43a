<?php

declare(strict_types=1);

namespace ContractTest;

use RuntimeException;

/** WHMCS's local API. */
final class Api
{
    /**
     * @param array<string, mixed> $values
     *
     * @return array<string, mixed> the answer, whatever it is
     */
    public static function ask(string $command, array $values = []): array
    {
        return (array) localAPI($command, $values);
    }

    /**
     * @param array<string, mixed> $values
     *
     * @return array<string, mixed> the answer
     *
     * @throws RuntimeException when it is no success
     */
    public static function must(string $command, array $values = []): array
    {
        $answer = self::ask($command, $values);
        if (($answer['result'] ?? '') !== 'success') {
            throw new RuntimeException("$command answers: " . ($answer['message'] ?? json_encode($answer)));
        }

        return $answer;
    }
}
