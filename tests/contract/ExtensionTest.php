<?php

declare(strict_types=1);

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\TestCase;
use WHMCS\Module\Addon\Jetpack\Settings;
use WHMCS\Module\Server\Jetpack\Bridge;
use WHMCS\Module\Server\Jetpack\Sentences;

/**
 * The extension as PHP sees it.
 *
 * @group extension
 */
#[Group('extension')]
final class ExtensionTest extends TestCase
{
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
        [, $output] = Process::php(['-d', 'extension=' . Process::built('libjetpack_bridge.so'), '-d', 'jetpack_bridge.deadline=7', '--ri', 'jetpack_bridge']);

        foreach (['version', 'commit', 'rustc 1.', 'rustls', 'https://public-api.wordpress.com', '7 s'] as $text) {
            $this->assertStringContainsString($text, $output);
        }
    }

    public function testAWrongIniValueIsSaidAtTheStart(): void
    {
        [$exit, $output] = Process::asking(['deadline' => 'soon'], '');

        $this->assertSame(0, $exit);
        $this->assertStringContainsString('jetpack_bridge.deadline = "soon" is refused', $output);
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
}
