<?php

declare(strict_types=1);

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * What staff read on the addon's page, in the languages that have a file for it.
 */
final class AddonTextsTest extends TestCase
{
    private const LANG = MODULES . '/addons/jetpack/lang';

    /** WHMCS hands no language to the functions that say these, and the mail is made once, for everybody (whmcs-contract.md §2.6). */
    private const ENGLISH_ALONE = ['activated', 'deactivated', 'tables_failed', 'mail_subject', 'mail_message'];

    /** @dataProvider languages */
    #[DataProvider('languages')]
    public function testALanguageHasEveryTextOfThePageInItsOrder(string $language): void
    {
        $english = array_diff(array_keys($this->texts('english')), self::ENGLISH_ALONE);

        $this->assertSame(array_values($english), array_keys($this->texts($language)));
    }

    /** @dataProvider languages */
    #[DataProvider('languages')]
    public function testEachTextTakesTheSameValues(string $language): void
    {
        $english = $this->texts('english');
        foreach ($this->texts($language) as $key => $text) {
            $this->assertSame(self::values($english[$key]), self::values($text), "$language $key");
            $this->assertSame($english[$key] === '', $text === '', "$language $key");
            $this->assertSame(strip_tags($text), $text, "$language $key");
        }
    }

    /** @dataProvider languages */
    #[DataProvider('languages')]
    public function testNoSentenceIsLeftInEnglish(string $language): void
    {
        $same = array_intersect_assoc($this->texts($language), $this->texts('english'));

        $this->assertSame([], array_filter($same, static fn (string $text): bool => str_word_count($text) > 2));
    }

    /** @return array<int, array{string}> */
    public static function languages(): array
    {
        return [['german'], ['french'], ['spanish']];
    }

    public function testThereIsAFileForEachLanguageThatClientsReadToo(): void
    {
        $names = static fn (string $folder): array => array_map(basename(...), glob(MODULES . "/$folder/jetpack/lang/*.php"));

        $this->assertSame($names('servers'), $names('addons'));
    }

    /**
     * What is put into a text, by its place: unnumbered values in their order, numbered ones by their numbers.
     *
     * @return array<int, string>
     */
    private static function values(string $text): array
    {
        preg_match_all('/%(\d+\$)?([ds])/', $text, $found, PREG_SET_ORDER);
        $values = [];
        foreach ($found as $index => $one) {
            $values[$one[1] === '' ? $index + 1 : (int) $one[1]] = $one[2];
        }
        ksort($values);

        return $values;
    }

    /** @return array<string, string> */
    private function texts(string $language): array
    {
        $_ADDONLANG = [];
        require self::LANG . "/$language.php";

        return $_ADDONLANG;
    }
}
