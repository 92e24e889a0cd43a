<?php

declare(strict_types=1);

namespace Lab\Conformance;

use PHPUnit\Framework\TestCase;

/**
 * The contract that WHMCS's own sample test suites put on every module: each function that exists takes an empty array
 * and answers with its type (contract, section 1.10). Here on the lab's samples; the product has its own.
 *
 * @runTestsInSeparateProcesses
 * @preserveGlobalState disabled
 */
final class SampleModuleTest extends TestCase
{
    private const TYPES = [
        'array' => [
            'ConfigOptions', 'MetaData', 'TestConnection', 'AdminCustomButtonArray', 'ClientAreaCustomButtonArray',
            'AdminServicesTabFields', 'ServiceSingleSignOn', 'AdminSingleSignOn', 'ClientArea',
        ],
        'string' => ['CreateAccount', 'SuspendAccount', 'UnsuspendAccount', 'TerminateAccount', 'ChangePassword', 'ChangePackage'],
        'null' => ['AdminServicesTabFieldsSave'],
    ];

    protected function setUp(): void
    {
        define('WHMCS', true);
        eval('function logModuleCall(...$all): void {} function logActivity(...$all): void {}');
        $samples = dirname(__DIR__) . '/samples';
        require_once "$samples/servers/labserver/lib/Behaviour.php";
        require_once "$samples/servers/labserver/labserver.php";
        require_once "$samples/addons/labaddon/labaddon.php";
    }

    public function testEveryFunctionTakesAnEmptyArray(): void
    {
        foreach (self::TYPES as $type => $functions) {
            foreach (array_filter($functions, static fn (string $name): bool => function_exists("labserver_$name")) as $name) {
                self::assertSame($type, strtolower(gettype("labserver_$name"([]))), $name);
            }
        }
    }

    public function testTheAddonDescribesItself(): void
    {
        foreach (['name', 'description', 'author', 'language', 'version', 'fields'] as $key) {
            self::assertArrayHasKey($key, labaddon_config());
        }
    }
}
