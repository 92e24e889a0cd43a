<?php

declare(strict_types=1);

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WHMCS\Module\Server\Jetpack\ClientTexts;

/**
 * What clients read, in their language where there is a file for it.
 */
final class ClientTextsTest extends TestCase
{
    private const LANG = MODULES . '/servers/jetpack/lang';

    /** @dataProvider languages */
    #[DataProvider('languages')]
    public function testAnUnknownLanguageIsEnglish(string $language): void
    {
        $text = $this->text($language, 'active');

        $this->assertSame('Jetpack is active on https://a.test. There is nothing left to do.', $text);
        $this->assertSame('Jetpack ist auf https://a.test aktiv. Es ist nichts weiter zu tun.', $this->text('german', 'active'));
    }

    /** @return array<int, array{string}> */
    public static function languages(): array
    {
        return [[''], ['klingon'], ['../../../addons/jetpack/lang/english'], ['english'], ["english\n"]];
    }

    public function testATranslationIsUsedAndCompletedFromEnglish(): void
    {
        $file = self::LANG . '/test-language.php';
        file_put_contents($file, "<?php return ['active' => '{site} läuft.'];");
        try {
            $this->assertSame('https://a.test läuft.', $this->text('test-language', 'active'));
            $this->assertSame('URL to Activate Jetpack: https://b.test', $this->text('test-language', 'activate'));
        } finally {
            unlink($file);
        }
    }

    public function testEveryLanguageHasEveryTextWithItsValues(): void
    {
        $english = require self::LANG . '/english.php';
        foreach (glob(self::LANG . '/*.php') as $file) {
            $texts = require $file;
            $this->assertSame(array_keys($english), array_keys($texts), $file);
            foreach ($texts as $key => $text) {
                preg_match_all('/\{\w+\}/', $text . $english[$key], $values);
                // Each value as often as in English: none is forgotten, none is spelled differently.
                $this->assertSame([2], array_values(array_unique(array_count_values($values[0]))) ?: [2], "$file $key");
            }
        }
        $this->assertSame(
            ['active', 'activate', 'waiting', 'cancelled', 'suspended', 'informed', 'missing', 'panel_activate', 'button_activate', 'button_active',
                'button_details', 'until', 'nothing_to_open', 'state_active', 'state_activate', 'state_waiting', 'state_cancelled',
                'state_suspended', 'state_informed', 'state_missing', 'bad_address', 'bad_user', 'reminder_subject', 'reminder_greeting'],
            array_keys($english)
        );
    }

    private function text(string $language, string $key): string
    {
        $details = ['key' => $key, 'site' => 'https://a.test', 'url' => 'https://b.test'];

        return ClientTexts::of(['clientsdetails' => ['language' => $language]], $details);
    }
}
