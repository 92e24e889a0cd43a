<?php

declare(strict_types=1);

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * A script of another module's runs in the same PHP, before the first call. It must not be able to lead the secret elsewhere.
 */
final class RedirectionTest extends TestCase
{
    private const ASK = 'echo WHMCS\Module\Server\Jetpack\Bridge::way()->ask("validate", ["settings" => ["partner_id" => "id", "partner_secret" => "s"]])["sentence"];';

    /** @dataProvider proxyVariables */
    #[DataProvider('proxyVariables')]
    public function testAProxyOfTheEnvironmentIsNotUsed(string $variable): void
    {
        [$said, $heard] = $this->withListener(fn (string $address): array => [
            ['api_url' => 'https://api.example.test', 'deadline' => '2'],
            "putenv('$variable=http://$address');",
        ]);

        $this->assertNull($heard, $said);
    }

    /** @return array<int, array{string}> */
    public static function proxyVariables(): array
    {
        return [['HTTPS_PROXY'], ['https_proxy'], ['ALL_PROXY'], ['all_proxy']];
    }

    public function testAProxyOfTheSettingsIsUsed(): void
    {
        [$said, $heard] = $this->withListener(fn (string $address): array => [
            ['api_url' => 'https://api.example.test', 'deadline' => '2', 'proxy' => "http://$address"],
            '',
        ]);

        $this->assertStringStartsWith('CONNECT api.example.test:443 ', (string) $heard, $said);
    }

    /** @dataProvider certificateVariables */
    #[DataProvider('certificateVariables')]
    public function testACertificateAuthorityOfTheEnvironmentIsNotBelieved(string $variable): void
    {
        [$url, $ca, $sandbox] = $this->sandboxWithTls();
        $value = $variable === 'SSL_CERT_DIR' ? dirname($ca) : $ca;
        [, $said] = Process::asking(['api_url' => $url], "putenv('$variable=$value');" . self::ASK);
        [, $believed] = Process::asking(['api_url' => $url, 'ca_file' => $ca], self::ASK);
        proc_terminate($sandbox);
        proc_close($sandbox);
        array_map('unlink', glob(dirname($ca) . '/*'));
        rmdir(dirname($ca));

        $this->assertStringContainsString('certificate', $said);
        $this->assertStringContainsString('refused the partner id or secret', $believed);
    }

    /** @return array<int, array{string}> */
    public static function certificateVariables(): array
    {
        return [['SSL_CERT_FILE'], ['SSL_CERT_DIR']];
    }

    /**
     * @param Closure(string): array{array<string, string>, string} $attack the settings and the script, given the listener's address
     *
     * @return array{string, string|null} what the call said, and the first line that the listener heard
     */
    private function withListener(Closure $attack): array
    {
        $listener = stream_socket_server('tcp://127.0.0.1:0');
        [$settings, $script] = $attack(stream_socket_get_name($listener, false));
        [, $said] = Process::asking($settings, $script . self::ASK);
        $caller = @stream_socket_accept($listener, 0);

        return [$said, $caller === false ? null : (string) fgets($caller)];
    }

    /** @return array{string, string, resource} address, CA file in a folder of its own, process */
    private function sandboxWithTls(): array
    {
        $folder = sys_get_temp_dir() . '/jetpack-' . bin2hex(random_bytes(6));
        mkdir($folder);
        $sandbox = proc_open(
            [Process::built('jetpack-sandbox'), '--listen', '127.0.0.1:0', '--tls-ca', "$folder/ca.pem"],
            [['file', '/dev/null', 'r'], ['pipe', 'w']],
            $pipes
        );
        preg_match('#https://\S+#', (string) fgets($pipes[1]), $url);

        return [$url[0], "$folder/ca.pem", $sandbox];
    }
}
