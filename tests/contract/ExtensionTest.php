<?php

declare(strict_types=1);

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WHMCS\Module\Addon\Jetpack\Settings;
use WHMCS\Module\Server\Jetpack\Bridge;
use WHMCS\Module\Server\Jetpack\Sentences;

/**
 * The extension as PHP sees it.
 */
final class ExtensionTest extends TestCase
{
    private const SECRET = 'canary-&+%"\' secret';

    public function testItDefinesNothingOutsideItsNamespace(): void
    {
        $extension = new ReflectionExtension('jetpack_bridge');

        $names = [...array_keys($extension->getFunctions()), ...$extension->getClassNames()];
        $this->assertNotEmpty($names);
        foreach ($names as $name) {
            $this->assertStringStartsWith('jetpackbridge\\', strtolower($name));
        }
        $this->assertSame([], $extension->getConstants());
    }

    public function testAllPartsOfThePackageHaveOneVersionAndOnePrefix(): void
    {
        $this->assertSame(Bridge::VERSION, phpversion('jetpack_bridge'));
        $this->assertSame(Bridge::VERSION, Settings::VERSION);
        $this->assertSame(Sentences::PREFIX, JetpackBridge\ask('describe', [])['prefix']);
    }

    public function testItsIniValuesCannotBeChangedByAScript(): void
    {
        foreach ((new ReflectionExtension('jetpack_bridge'))->getINIEntries() as $name => $value) {
            $this->assertFalse(@ini_set($name, 'x'), $name);
        }
        $this->assertSame(['api_url', 'ca_file', 'proxy', 'deadline'], array_map(
            static fn (string $name): string => substr($name, strlen('jetpack_bridge.')),
            array_keys((new ReflectionExtension('jetpack_bridge'))->getINIEntries())
        ));
    }

    public function testItSaysFromWhatItWasBuiltAndHowItIsSet(): void
    {
        [, $output] = Process::php([...Process::extension('jetpack_bridge.deadline=7'), '--ri', 'jetpack_bridge']);

        foreach (['version', 'commit', 'rustc 1.', 'rustls', 'https://public-api.wordpress.com', '7 s'] as $text) {
            $this->assertStringContainsString($text, $output);
        }
    }

    /** @dataProvider wrongSettings */
    #[DataProvider('wrongSettings')]
    public function testAWrongIniValueIsRefusedAtStartWithItsReason(string $name, string $value): void
    {
        $code = 'echo JetpackBridge\ask("validate", ["settings" => ["partner_id" => "a", "partner_secret" => "b"]])["sentence"];';
        [$exit, $output] = Process::php([...Process::extension("$name=$value"), '-r', $code]);

        $this->assertSame(0, $exit);
        $this->assertSame(2, substr_count($output, "$name = "), $output);
        $this->assertStringContainsString('is refused', $output);
    }

    /** @return array<int, array{string, string}> */
    public static function wrongSettings(): array
    {
        return [
            ['jetpack_bridge.api_url', 'http://example.com'],
            ['jetpack_bridge.api_url', 'nonsense'],
            ['jetpack_bridge.ca_file', '/nowhere.pem'],
            ['jetpack_bridge.proxy', 'proxy.example.com'],
            ['jetpack_bridge.deadline', '0'],
            ['jetpack_bridge.deadline', 'soon'],
        ];
    }

    public function testAnOrderHoldsNoSecret(): void
    {
        $answer = JetpackBridge\ask('order', [
            'action' => 'terminate',
            'params' => ['serviceid' => 1],
            'settings' => ['partner_id' => 'id', 'partner_secret' => self::SECRET],
        ]);

        $this->assertSame(['id', 'addon'], [$answer['order']['partner_id'], $answer['order']['key']]);
        $this->assertStringNotContainsString('canary', print_r($answer, true));
    }

    public function testReferencesNumbersObjectsAndDeepArraysAreReadAsPlainData(): void
    {
        $site = 'https://shop.example.test';
        $fields = ['Site URL' => &$site, 'Local User' => 5, 'ignored' => ['deep' => ['er']]];
        $endless = [];
        $endless['self'] = &$endless;
        $order = JetpackBridge\ask('order', [
            'action' => 'create',
            'params' => ['serviceid' => 7, 'userid' => '3', 'configoption3' => 'Personal', 'customfields' => &$fields,
                'model' => new ArrayObject(), 'endless' => &$endless, 'float' => 1.5, 'bytes' => "\xff"],
            'settings' => ['partner_id' => 9, 'partner_secret' => true],
        ])['order'];

        $this->assertSame([7, 3, 'service'], [$order['service_id'], $order['client_id'], $order['service_type']]);
        $this->assertSame(['https://shop.example.test', 'personal'], [$order['site'], $order['plan']]);
        $this->assertSame(['9', '5'], [$order['partner_id'], $order['local_user']]);
    }

    public function testEveryQuestionThatCannotBeReadIsAnsweredWithASentence(): void
    {
        foreach (['order', 'claim', 'act', 'nonsense', ''] as $question) {
            $answer = JetpackBridge\ask($question, ['unexpected' => [1, 2]]);
            $this->assertStringStartsWith(Sentences::PREFIX, $answer['refusal'], $question);
        }
    }

    public function testItHasOneFunctionThatDecidesAndNoClass(): void
    {
        $extension = new ReflectionExtension('jetpack_bridge');

        $this->assertSame([], $extension->getClassNames());
        $this->assertEqualsCanonicalizing(
            ['JetpackBridge\ask', 'JetpackBridge\process_identity', 'JetpackBridge\process_is_gone'],
            array_keys($extension->getFunctions())
        );
    }

    public function testADeadProcessIsKnownToBeGoneAndALivingOneIsNot(): void
    {
        [, $dead] = Process::php([...Process::extension(), '-r', 'echo JetpackBridge\process_identity();']);
        $this->assertTrue(JetpackBridge\process_is_gone($dead));

        $living = proc_open([PHP_BINARY, '-n', ...Process::extension(), '-r',
            'echo JetpackBridge\process_identity(), "\n"; fgets(STDIN);'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
        $identity = trim((string) fgets($pipes[1]));
        $this->assertFalse(JetpackBridge\process_is_gone($identity));
        $this->assertTrue(JetpackBridge\process_is_gone(preg_replace('/\d+$/', '1', $identity)), 'a reused id');
        $this->assertFalse(JetpackBridge\process_is_gone('elsewhere:' . $identity));
        $this->assertFalse(JetpackBridge\process_is_gone(''));
        fclose($pipes[0]);
        proc_close($living);
    }
}
