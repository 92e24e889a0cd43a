<?php

declare(strict_types=1);

use PHPUnit\Framework\TestCase;

/**
 * The line that the addon's page prints for the installer.
 */
final class PhpFactsTest extends TestCase
{
    public function testTheLineCanBePutBetweenApostrophesInAShell(): void
    {
        $bootstrap = var_export(__DIR__ . '/bootstrap.php', true);
        $code = "define('ROOTDIR', \"/srv/o'brien/whmcs\"); require $bootstrap; echo WHMCS\\Module\\Addon\\Jetpack\\PhpFacts::line();";
        [$exit, $line] = Process::php(['-r', $code]);
        $this->assertSame(0, $exit, $line);

        $echoed = shell_exec("printf %s '$line'");

        $this->assertSame("/srv/o'brien/whmcs", json_decode((string) $echoed, true, 8, JSON_THROW_ON_ERROR)['whmcs']);
    }
}
