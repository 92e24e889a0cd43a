<?php

declare(strict_types=1);

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WHMCS\Module\Server\Jetpack\Bridge;
use WHMCS\Module\Server\Jetpack\Sentences;

/**
 * What Rust answers, by whichever way it is asked.
 */
final class BridgeTest extends TestCase
{
    private const SECRET = 'canary-&+%"\' secret';

    private const IDENTITY = 'echo WHMCS\Module\Server\Jetpack\Bridge::way()->processIdentity();';

    public function testItIsThereAndOfTheModulesVersion(): void
    {
        $this->assertNull(Bridge::problem());
        $this->assertSame(Sentences::PREFIX, Bridge::way()->ask('describe', [])['prefix']);
    }

    /** @dataProvider wrongSettings */
    #[DataProvider('wrongSettings')]
    public function testAWrongSettingIsRefusedWithItsReason(string $name, string $value): void
    {
        $ask = 'echo WHMCS\Module\Server\Jetpack\Bridge::way()->ask("validate", ["settings" => ["partner_id" => "a", "partner_secret" => "b"]])["sentence"];';
        [$exit, $output] = Process::asking([$name => $value], $ask);

        $this->assertSame(0, $exit);
        $this->assertStringContainsString("$name = \"$value\" is refused", $output);
    }

    /** @return array<int, array{string, string}> */
    public static function wrongSettings(): array
    {
        return [
            ['api_url', 'http://example.com'],
            ['api_url', 'nonsense'],
            ['ca_file', '/nowhere.pem'],
            ['proxy', 'proxy.example.com'],
            ['deadline', '0'],
            ['deadline', 'soon'],
        ];
    }

    public function testAnOrderHoldsNoSecret(): void
    {
        $answer = Bridge::way()->ask('order', [
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
        $order = Bridge::way()->ask('order', [
            'action' => 'create',
            'params' => ['serviceid' => 7, 'userid' => '3', 'configoption3' => 'Personal', 'customfields' => &$fields,
                'model' => new ArrayObject(), 'endless' => &$endless, 'float' => 1.5, 'bytes' => "\xff", "key\xe9" => 1],
            'settings' => ['partner_id' => 9, 'partner_secret' => true],
        ])['order'];

        $this->assertSame([7, 3, 'service'], [$order['service_id'], $order['client_id'], $order['service_type']]);
        $this->assertSame(['https://shop.example.test', 'personal'], [$order['site'], $order['plan']]);
        $this->assertSame(['9', '5'], [$order['partner_id'], $order['local_user']]);
    }

    public function testEveryQuestionThatCannotBeReadIsAnsweredWithASentence(): void
    {
        foreach (['order', 'claim', 'act', 'nonsense', ''] as $question) {
            $answer = Bridge::way()->ask($question, ['unexpected' => [1, 2]]);
            $this->assertStringStartsWith(Sentences::PREFIX, $answer['refusal'], $question);
        }
    }

    public function testADeadProcessIsKnownToBeGoneAndALivingOneIsNot(): void
    {
        [, $dead] = Process::asking([], self::IDENTITY);
        $this->assertMatchesRegularExpression('/^[0-9a-f-]{36}:\S+:\d+:\d+$/', $dead);
        $this->assertTrue(Bridge::way()->processIsGone($dead));
        $this->assertTrue(Bridge::way()->processIsGone(Bridge::way()->processIdentity()), 'what it had begun itself it works on no more');

        $code = self::IDENTITY . 'echo "\n"; fgets(STDIN);';
        $living = proc_open([Process::binary(), '-n', ...Process::options([], $code)], [['pipe', 'r'], ['pipe', 'w']], $pipes);
        $identity = trim((string) fgets($pipes[1]));
        $this->assertFalse(Bridge::way()->processIsGone($identity));
        $this->assertTrue(Bridge::way()->processIsGone(preg_replace('/\d+$/', '1', $identity)), 'a reused id');
        $this->assertFalse(Bridge::way()->processIsGone('elsewhere:' . $identity));
        $this->assertFalse(Bridge::way()->processIsGone(''));
        fclose($pipes[0]);
        proc_close($living);
    }
}
