<?php

declare(strict_types=1);

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * Files that WHMCS loads by itself, and what they need to answer, are read by a PHP as old as 7.2. `make audit` runs them on
 * a real one.
 */
final class OldPhpTest extends TestCase
{
    /** What PHP 7.2 does not know. */
    private const LATER = ['fn', 'match', 'enum', 'readonly', '?->', '??=', '...$', 'mixed', 'never', 'static fn'];

    /**
     * For PHP 7 an attribute is a comment to the end of its line. Read like that, the file must be the same.
     *
     * @dataProvider files
     */
    #[DataProvider('files')]
    public function testAFileThatWhmcsLoadsByItselfIsReadAlikeByAnOldPhp(string $file): void
    {
        $code = (string) file_get_contents(MODULES . "/$file");
        $asOld = preg_replace('/#\[.*/', '//', $code);

        $this->assertSame($this->tokens($code), $this->tokens((string) $asOld));
    }

    /** @dataProvider files */
    #[DataProvider('files')]
    public function testItUsesNothingThatCameLater(string $file): void
    {
        $texts = array_column($this->tokens((string) file_get_contents(MODULES . "/$file")), 1);

        $this->assertSame([], array_intersect(self::LATER, array_map('strtolower', $texts)));
        // A comma behind the last parameter or argument of a call came later, one behind the last of an array did not.
        $this->assertDoesNotMatchRegularExpression('/,\)/', implode('', $texts));
        $this->assertDoesNotMatchRegularExpression('/(private|protected|public)(static)?\??\w+\$/', implode('', $texts), 'typed property');
        $this->assertDoesNotMatchRegularExpression('/\w\|\w|\(\.\.\.\)/', implode('', array_diff($texts, ['||'])), 'union type');
    }

    /** @return array<string, array{string}> */
    public static function files(): array
    {
        $files = [
            'servers/jetpack/jetpack.php', 'servers/jetpack/hooks.php', 'servers/jetpack/lib/PhpVersion.php',
            'servers/jetpack/lib/Options.php', 'addons/jetpack/jetpack.php', 'addons/jetpack/hooks.php',
            'addons/jetpack/lib/Settings.php',
        ];

        return array_combine($files, array_map(static fn (string $file): array => [$file], $files));
    }

    /**
     * What counts: no blanks, comments, attributes nor texts.
     *
     * @return array<int, array{string, string}>
     */
    private function tokens(string $code): array
    {
        $tokens = [];
        $attribute = 0;
        foreach (PhpToken::tokenize($code) as $token) {
            if ($token->is(T_ATTRIBUTE) || $attribute > 0) {
                $attribute += match ($token->text) {
                    '#[', '[' => 1,
                    ']' => -1,
                    default => 0,
                };
            } elseif (!$token->isIgnorable()) {
                $text = $token->is(T_CONSTANT_ENCAPSED_STRING) ? "''" : $token->text;
                $tokens[] = [$token->getTokenName(), $text];
            }
        }

        return $tokens;
    }
}
