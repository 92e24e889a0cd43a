<?php

declare(strict_types=1);

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * What WHMCS's own sample tests demand of every module (whmcs-contract.md §1.10, §2.1).
 */
final class ModuleFunctionsTest extends TestCase
{
    /** @dataProvider functions */
    #[DataProvider('functions')]
    public function testEveryFunctionAcceptsAnEmptyArrayAndReturnsItsType(string $function, string $type): void
    {
        ob_start();
        $result = $function([]);
        ob_end_clean();

        $this->assertSame($type, get_debug_type($result));
    }

    /** @return array<int, array{string, string}> */
    public static function functions(): array
    {
        return [
            ['jetpack_MetaData', 'array'],
            ['jetpack_ConfigOptions', 'array'],
            ['jetpack_CreateAccount', 'string'],
            ['jetpack_TerminateAccount', 'string'],
            ['jetpack_SuspendAccount', 'string'],
            ['jetpack_UnsuspendAccount', 'string'],
            ['jetpack_ChangePackage', 'string'],
            ['jetpack_ClientArea', 'array'],
            ['jetpack_ServiceSingleSignOn', 'array'],
            // WHMCS's class for it is not there, as before 8.5.
            ['jetpack_CustomActions', 'null'],
            ['jetpack_AdminServicesTabFields', 'array'],
            ['jetpack_AdminCustomButtonArray', 'array'],
            ['jetpack_TryAgain', 'string'],
            ['jetpack_NewLink', 'string'],
            ['jetpack_AdoptPlan', 'string'],
            ['jetpack_LookNow', 'string'],
            ['jetpack_config', 'array'],
            ['jetpack_activate', 'array'],
            ['jetpack_deactivate', 'array'],
            ['jetpack_upgrade', 'null'],
            ['jetpack_output', 'null'],
        ];
    }

    public function testTheListAboveIsComplete(): void
    {
        $defined = array_filter(get_defined_functions()['user'], fn (string $name) => str_starts_with($name, 'jetpack_'));
        $listed = array_map(fn (array $row) => strtolower($row[0]), self::functions());

        $this->assertEqualsCanonicalizing($listed, array_values($defined));
    }

    public function testAFailureIsASentenceWithThePrefix(): void
    {
        foreach (['jetpack_CreateAccount', 'jetpack_TerminateAccount'] as $function) {
            $this->assertStringStartsWith('JETPACK MODULE: ', $function([]));
            $this->assertStringStartsWith('JETPACK MODULE: ', $function(['serviceid' => new stdClass(), 'model' => 1]));
        }
    }

    public function testEveryButtonHasItsFunction(): void
    {
        foreach (jetpack_AdminCustomButtonArray() as $function) {
            $this->assertTrue(function_exists("jetpack_$function"), $function);
        }
    }

    public function testTheFirstOptionsNeverMove(): void
    {
        $this->assertSame(
            [
                'Jetpack Partner Client ID',
                'Jetpack Partner Client Secret',
                'Plan',
                'When suspended',
                'Waiting plans',
                'Backup access',
            ],
            array_slice(array_keys(jetpack_ConfigOptions()), 0, 6)
        );
        $this->assertSame(['renew', 'lapse'], array_keys(jetpack_ConfigOptions()['Waiting plans']['Options']));
        $this->assertSame(['none', 'hosting'], array_keys(jetpack_ConfigOptions()['Backup access']['Options']));
        $this->assertSame('password', jetpack_ConfigOptions()['Jetpack Partner Client Secret']['Type']);
    }

    public function testTheAddonDescribesItselfAndHidesItsSecret(): void
    {
        $config = jetpack_config();

        foreach (['name', 'description', 'author', 'language', 'version', 'fields'] as $key) {
            $this->assertArrayHasKey($key, $config);
        }
        $this->assertSame(
            ['partner_id', 'partner_secret', 'further_plans', 'orphan_days', 'drift', 'reminders', 'onboarding', 'force_connect', 'cron_seconds', 'keep_days', 'user_token', 'partner_number', 'key_numbers', 'ending_roles', 'page_language', 'program'],
            array_keys($config['fields'])
        );
        $this->assertSame('password', $config['fields']['partner_secret']['Type']);
        $first = array_filter($config['fields'], static fn (array $field): bool => str_starts_with($field['Description'], '<strong>'));
        $this->assertSame(['partner_id', 'orphan_days', 'user_token', 'ending_roles', 'program'], array_keys($first), 'each group has its name');
    }

    public function testNothingButPrefixedFunctionsAndNamespacedClassesIsDefined(): void
    {
        $user = array_filter(
            get_defined_functions()['user'],
            fn (string $name) => str_contains((string) (new ReflectionFunction($name))->getFileName(), '/whmcs-module/')
        );
        foreach ($user as $name) {
            $this->assertStringStartsWith('jetpack_', $name);
        }
        foreach (get_declared_classes() as $class) {
            if (str_contains((string) (new ReflectionClass($class))->getFileName(), '/whmcs-module/')) {
                $this->assertMatchesRegularExpression('/^WHMCS\\\\Module\\\\(Server|Addon)\\\\Jetpack\\\\/', $class);
            }
        }
    }
}
