<?php

declare(strict_types=1);

namespace ContractTest\Checks;

use ContractTest\Api;
use ContractTest\Report;
use ContractTest\Stage;
use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * The life of a plan in this WHMCS, against the sandbox: the product has the sandbox's key, and the extension is told the sandbox's address. It
 * runs only where that is certain, and where the addon's tables are there already, which are not a run's to make.
 */
final class Life
{
    /** One that the sandbox has not, and that is removed as the run's own. */
    private const UNKNOWN_KEY = 'contract-test-000000000000';

    public static function live(Stage $stage, Report $report): void
    {
        $why = self::hindrance();
        if ($why !== null) {
            $report->skip('the life of a plan', $why);

            return;
        }
        [$service, $other] = self::order($stage);
        $details = self::details($stage, $other);
        $site = "https://contract-$stage->number.example.com";

        $created = Api::ask('ModuleCreate', ['serviceid' => $service]);
        $report->check('Create succeeds', $created['result'] === 'success', (string) ($created['message'] ?? ''));
        $report->check('the service is Active', self::status($service) === 'Active');
        $report->check('the sandbox has the plan', self::plans($site) === ['personal pending']);
        $report->check('the client is told what to do', str_contains(self::details($stage, $service), 'http'), self::details($stage, $service));
        $report->check('another service\'s field stays as it is', self::details($stage, $other) === $details);
        $again = Api::ask('ModuleCreate', ['serviceid' => $service]);
        $report->check('Create may be pressed again', $again['result'] === 'success', (string) ($again['message'] ?? ''));
        $report->check('and provisions nothing more', self::plans($site) === ['personal pending']);

        self::setKey($service, self::UNKNOWN_KEY);
        $refused = Api::ask('ModuleCreate', ['serviceid' => $other]);
        $says = (string) ($refused['message'] ?? '');
        $report->check('a wrong key is a sentence for staff', str_contains($says, 'JETPACK MODULE: '), $says);
        $entries = Capsule::table('tblactivitylog')->where('description', 'like', "%Service ID: $other%JETPACK MODULE: %")->count();
        $report->check('and stands in the activity log', $entries > 0);

        self::setKey($service, (string) getenv('CONTRACT_TEST_ID'));
        $ended = Api::ask('ModuleTerminate', ['serviceid' => $service]);
        $report->check('Terminate succeeds', $ended['result'] === 'success', (string) ($ended['message'] ?? ''));
        $report->check('the service is Terminated', self::status($service) === 'Terminated');
        $report->check('the sandbox has the plan no more', self::plans($site) === ['personal cancelled']);
        $leaks = Capsule::table('tblmodulelog')->where('module', 'jetpack')->where('request', 'like', '%' . getenv('CONTRACT_TEST_SECRET') . '%')->count();
        $report->check('the module log has no secret', $leaks === 0);
    }

    /** Why it cannot be asked here, if so. */
    private static function hindrance(): ?string
    {
        $sandbox = (string) getenv('CONTRACT_TEST_API');

        return match (true) {
            $sandbox === '' => 'there is no sandbox: build target/release/jetpack-sandbox',
            !extension_loaded('jetpack_bridge') => 'this PHP does not load the extension, and by the other way the address of the API is not ours to choose',
            ini_get('jetpack_bridge.api_url') !== $sandbox => 'the extension would ask another API than the sandbox',
            !is_file(ROOTDIR . '/modules/servers/jetpack/jetpack.php') => 'the module is not there',
            !class_exists(Schema::class) || !Schema::isReady() => 'the addon Jetpack of this version is not active',
            default => null,
        };
    }

    /** @return array{int, int} two services, the second for a site that nothing is provisioned for */
    private static function order(Stage $stage): array
    {
        [$product] = $stage->addProduct('Jetpack', [
            'module' => 'jetpack', 'paytype' => 'free', 'configoption1' => (string) getenv('CONTRACT_TEST_ID'),
            'configoption2' => (string) getenv('CONTRACT_TEST_SECRET'), 'configoption3' => 'personal',
        ]);
        $fields = [];
        foreach (['Site URL' => 'on', 'Local User' => 'on', 'jetpack_provisioning_details' => ''] as $name => $onForm) {
            $fields[$name] = $stage->addField($name, $onForm, owner: $product);
        }
        $order = static fn (string $site, string $details): int => $stage->order($product, values: [
            $fields['Site URL'] => $site, $fields['Local User'] => 'admin', $fields['jetpack_provisioning_details'] => $details,
        ])['services'][0];

        return [
            $order("https://contract-$stage->number.example.com", ''),
            $order("https://other-$stage->number.example.com", 'as it was'),
        ];
    }

    /** In the Module Settings of its product. */
    private static function setKey(int $service, string $partnerId): void
    {
        Capsule::table('tblproducts')->where('id', self::product($service))->update(['configoption1' => $partnerId]);
    }

    private static function product(int $service): int
    {
        return (int) Capsule::table('tblhosting')->where('id', $service)->value('packageid');
    }

    private static function status(int $service): string
    {
        return (string) Capsule::table('tblhosting')->where('id', $service)->value('domainstatus');
    }

    private static function details(Stage $stage, int $service): string
    {
        $field = Capsule::table('tblcustomfields')->where('type', 'product')->where('relid', self::product($service))
            ->where('fieldname', 'jetpack_provisioning_details')->value('id');

        return (string) Capsule::table('tblcustomfieldsvalues')->where('fieldid', $field)->where('relid', $service)->value('value');
    }

    /** @return list<string> what the sandbox knows of a site */
    private static function plans(string $site): array
    {
        $state = json_decode((string) file_get_contents(getenv('CONTRACT_TEST_API') . '/_sandbox/state?page=all'), true);
        $known = array_values(array_filter($state['sites'] ?? [], static fn (array $one): bool => $one['url'] === $site));

        return array_map(static fn (array $plan): string => "$plan[slug] $plan[state]", $known[0]['products'] ?? []);
    }
}
