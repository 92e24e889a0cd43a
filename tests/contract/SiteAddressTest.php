<?php

declare(strict_types=1);

use PHPUnit\Framework\TestCase;
use WHMCS\Module\Addon\Jetpack\CustomFields;
use WHMCS\Module\Server\Jetpack\Bridge;

/**
 * What WHMCS lets a client order with must be what Rust can provision, as far as a regular expression can tell.
 */
final class SiteAddressTest extends TestCase
{
    private const SOLD = [
        'example.com', ' https://example.com ', 'HTTPS://Example.COM/', 'http://example.com:8080/wp', 'https://www.example.co.uk/a/b/',
        'https://bücher.example', 'https://правда.рф/путь', 'https://xn--bcher-kva.example', 'https://例え.テスト', 'my_site.example.com',
        'https://a-b.example.com/x%20y', 'https://example.com.', 'shop.example.test/für&wider', "https://example.com/it's",
        'https://हिन्दी.भारत',
    ];

    private const NOT_SOLD = [
        '', ' ', 'my site', 'example', 'localhost', 'http://', 'https://example .com', 'ftp://example.com', 'https://192.168.0.1',
        'https://[::1]/', 'user@example.com', 'https://user:pw@example.com', 'https://example.com/?p=1', 'https://example.com/#top',
        'printer.local', 'https://app.localhost', 'https://nas.local/blog', 'mailto:me@example.com', 'https://example..com', 'http:///x',
        'javascript:alert(1)', 'https://example.com\\x', '<b>example.com</b>', 'example.com, example.org', 'https://-/',
    ];

    public function testWhatCanBeProvisionedCanBeOrdered(): void
    {
        foreach (self::SOLD as $address) {
            $this->assertTrue($this->isSold($address), $address);
            $this->assertNotNull($this->key($address), "Rust refuses $address");
        }
    }

    public function testWhatCannotBeProvisionedCannotBeOrdered(): void
    {
        foreach (self::NOT_SOLD as $address) {
            $this->assertFalse($this->isSold($address), $address);
            $this->assertNull($this->key($address), "Rust takes $address");
        }
    }

    private function isSold(string $address): bool
    {
        return preg_match(CustomFields::SITE_URL, $address) === 1;
    }

    private function key(string $address): ?string
    {
        return Bridge::way()->ask('describe', ['sites' => [$address]])['site_keys'][$address];
    }
}
