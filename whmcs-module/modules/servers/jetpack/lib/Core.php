<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * Where every decision is made: a question goes in, plain data come out (architecture.md §3).
 */
final class Core
{
    /**
     * @param array<string, mixed> $given
     *
     * @return array<string, mixed>
     *
     * @throws Stopped with the sentence of a question that ends the call
     */
    public static function ask(string $question, #[\SensitiveParameter] array $given): array
    {
        $answer = Bridge::way()->ask($question, $given);
        if (isset($answer['refusal'])) {
            throw new Stopped($answer['refusal']);
        }

        return $answer;
    }

    /**
     * The documented products, by slug; empty where Rust cannot be asked.
     *
     * @return array<string, array{slug: string, name: string, offered_first: bool}>
     */
    public static function products(): array
    {
        static $products = null;
        if ($products === null && Bridge::problem() !== null) {
            return [];
        }

        return $products ??= array_column(self::ask('describe', [])['products'], null, 'slug');
    }
}
