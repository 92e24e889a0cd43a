<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

/**
 * The texts that clients read, in their language. WHMCS has no mechanism for server modules (whmcs-contract.md §2.6), so the
 * files of `lang/` are read here.
 */
final class ClientTexts
{
    /** After a failure of which Rust could not be asked. */
    public const INFORMED = ['key' => 'informed', 'site' => '', 'url' => ''];

    private const FALLBACK = 'english';

    /**
     * @param array<string, mixed> $params of the module call: the client's language is among the client's details
     * @param array{key: string, site: string, url: string, date?: string} $details
     */
    public static function of(array $params, array $details): string
    {
        $client = $params['clientsdetails'] ?? null;
        $wanted = is_array($client) ? (string) ($client['language'] ?? '') : '';
        $texts = self::file($wanted ?: (string) ($GLOBALS['CONFIG']['Language'] ?? '')) + self::file(self::FALLBACK);

        return strtr($texts[$details['key']], [
            '{site}' => $details['site'],
            '{url}' => $details['url'],
            '{date}' => $details['date'] ?? '',
        ]);
    }

    /** A text that is kept in one language, such as a template's. */
    public static function in(string $language, string $key): string
    {
        return (self::file($language) + self::file(self::FALLBACK))[$key];
    }

    /**
     * @return array<string, string>
     */
    private static function file(string $language): array
    {
        static $files = [];
        $file = dirname(__DIR__) . "/lang/$language.php";

        return $files[$language] ??= preg_match('/^[a-z][a-z-]*$/D', $language) === 1 && is_file($file) ? require $file : [];
    }
}
