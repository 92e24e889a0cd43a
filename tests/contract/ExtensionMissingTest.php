<?php

declare(strict_types=1);

use PHPUnit\Framework\TestCase;

/**
 * A PHP that has not loaded the extension and finds no program either: a sentence, never a fatal.
 */
final class ExtensionMissingTest extends TestCase
{
    public function testEveryFunctionSaysWhichPhpLacksItAndWhatToDo(): void
    {
        foreach (['jetpack_CreateAccount', 'jetpack_TerminateAccount'] as $function) {
            $output = $this->withoutExtension("echo $function(['serviceid' => 1]);");

            $this->assertStringStartsWith('JETPACK MODULE: ', $output);
            foreach ([PHP_VERSION, 'cli', 'extension=', 'restart', 'it is not at /nowhere/jetpack-bridge/jetpack-partner nor at /usr/local/bin/jetpack-partner'] as $text) {
                $this->assertStringContainsString($text, $output);
            }
        }
    }

    public function testTheAddonStillDescribesItself(): void
    {
        $output = $this->withoutExtension("echo jetpack_config()['name'], count(jetpack_ConfigOptions());");

        $this->assertSame('Jetpack6', $output);
    }

    private function withoutExtension(string $code): string
    {
        $bootstrap = var_export(__DIR__ . '/bootstrap.php', true);
        [$exit, $output] = Process::php(['-r', "define('ROOTDIR', '/nowhere/whmcs'); require $bootstrap; $code"]);
        $this->assertSame(0, $exit, $output);

        return $output;
    }
}
