<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** Product addons of services: their settings, their commands, how a module tells them. */
final class ProductAddonTest extends LabTestCase
{
    private int $service;
    private int $productAddon;

    /** A service whose id is not the addon's, so that the two cannot be mistaken for each other. */
    private function addon(array $settings = []): int
    {
        $this->activateAddon();
        $product = $this->makeProduct();
        $this->order($product);
        $this->service = $this->order($product);
        $this->productAddon = $this->makeProductAddon($settings);

        return $this->addAddon($this->service, $this->productAddon);
    }

    private function addonStatus(int $addon): string
    {
        return $this->value("SELECT status FROM tblhostingaddons WHERE id = $addon");
    }

    /** @return array<string, mixed> what the module saw in $params */
    private function seen(int $addon): array
    {
        $this->openAddon($this->service, $addon)->press('Who', [], "section[@id='modulecommands']");
        $title = $this->admin->text("//*[@class='errorbox']/strong");

        return json_decode(substr($this->admin->text("//*[@class='errorbox']"), strlen($title)), true, 512, JSON_THROW_ON_ERROR);
    }

    public function testSettingsLieInTheConfigurationTable(): void
    {
        $this->addon(['packageconfigoption[5]' => 'a <text>']);

        self::assertSame(['addon', 'configoption5', 'Text', 'a <text>'], $this->db->query(
            "SELECT entity_type, setting_name, friendly_name, value FROM tblmodule_configuration
             WHERE entity_id = $this->productAddon AND setting_name = 'configoption5'",
        )->fetch(\PDO::FETCH_NUM));
        self::assertSame(["AddonConfigSave {\"id\":$this->productAddon} 2+0"], $this->events('AddonConfigSave'));
    }

    public function testTheButtonsMoveAnAddonThroughItsLifeAndLeaveItsParentAlone(): void
    {
        $addon = $this->addon();
        self::assertSame('Pending', $this->addonStatus($addon));

        $life = ['Create' => 'Active', 'Suspend' => 'Suspended', 'Unsuspend' => 'Active', 'Terminate' => 'Terminated'];
        foreach ($life as $button => $status) {
            $this->openAddon($this->service, $addon)->press($button, [], "section[@id='modulecommands']");
            self::assertSame('Module Command Successful', $this->admin->text("//*[@class='successbox']//*[@class='title']"));
            self::assertSame($status, $this->addonStatus($addon));
        }
        self::assertSame('Pending', $this->status($this->service));
        $told = "{\"id\":$addon,\"userid\":1,\"serviceid\":$this->service,\"addonid\":$this->productAddon} 2+1";
        $points = ['AddonAdd', 'AddonActivated', 'AddonSuspended', 'AddonUnsuspended', 'AddonTerminated'];
        self::assertSame(
            array_map(static fn (string $point): string => "$point $told", $points),
            $this->events('AddonEdit', 'AddonCancelled', ...$points),
        );
    }

    public function testAFailureKeepsTheStatusAndIsQueuedAsAnAddons(): void
    {
        self::lab('switch', 'queue_manual_failures', 'on');
        $addon = $this->addon(['packageconfigoption[1]' => 'fail']);
        $this->openAddon($this->service, $addon)->press('Create', [], "section[@id='modulecommands']");

        self::assertSame('Pending', $this->addonStatus($addon));
        $queue = $this->api('GetModuleQueue', ['serviceType' => 'addon'])['queue'];
        self::assertSame([$addon, 'labserver', 'CreateAccount'], [$queue[0]['serviceId'], $queue[0]['moduleName'], $queue[0]['moduleAction']]);

        $this->db->exec("UPDATE tblmodule_configuration SET value = 'succeed' WHERE setting_name = 'configoption1'");
        $this->admin->open('admin/modulequeue.php')->press('Retry');
        self::assertSame('Active', $this->addonStatus($addon));
    }

    public function testPropertiesAreCustomFieldsOfTheAddon(): void
    {
        $addon = $this->addon();
        $this->openAddon($this->service, $addon)->press('Create', [], "section[@id='modulecommands']");

        self::assertSame([['addon', $this->productAddon, $addon, "https://example.test/?for=$this->service"]], $this->db->query(
            "SELECT f.type, f.relid, v.relid, v.value FROM tblcustomfieldsvalues v JOIN tblcustomfields f ON f.id = v.fieldid
             WHERE f.fieldname = 'activation' AND v.value != ''",
        )->fetchAll(\PDO::FETCH_NUM));
        self::assertSame("https://example.test/?for=$this->service", $this->seen($addon)['customfields']['activation']);
    }

    public function testSavingRunsTheHookForOtherChangesThanOfTheStatus(): void
    {
        $addon = $this->addon();
        $this->openAddon($this->service, $addon)->press('Save Changes', ['status' => 'Cancelled']);
        self::assertCount(1, $this->events('AddonCancelled'));
        self::assertSame([], $this->events('AddonEdit'));

        $this->admin->press('Save Changes', ['labserver_note' => 'a note']);
        self::assertCount(1, $this->events('AddonEdit'));
        self::assertSame('a note', $this->seen($addon)['customfields']['Note']);
    }

    /** @dataProvider ways */
    public function testHowAnAddonIsToldIsASwitch(string $way, bool $hasModel, bool $hasId): void
    {
        $addon = $this->addon(['packageconfigoption[5]' => 'mine']);
        self::lab('switch', 'addon_told_by', $way);
        $seen = $this->seen($addon);

        self::assertSame($hasModel ? "WHMCS\\Service\\Addon $addon" : null, $seen['model']);
        self::assertSame($hasId ? $addon : null, $seen['addonId'] ?? null);
        self::assertSame([$this->service, 1, 'alice.test', 'labserver', 'mine'], [
            $seen['serviceid'], $seen['userid'], $seen['domain'], $seen['moduletype'], $seen['configoption5'],
        ]);
    }

    public static function ways(): array
    {
        return ['both' => ['both', true, true], 'model' => ['model', true, false], 'id' => ['addonId', false, true]];
    }

    public function testWhosePackageItIsIsASwitch(): void
    {
        $this->makeProductAddon();
        $addon = $this->addon();
        self::assertSame((int) $this->value("SELECT packageid FROM tblhosting WHERE id = $this->service"), $this->seen($addon)['packageid']);

        self::lab('switch', 'addon_packageid', 'addon');
        self::assertSame($this->productAddon, $this->seen($addon)['packageid']);
    }

    public function testUndocumentedKeysHoldTheSettingsByTheirNames(): void
    {
        $addon = $this->addon(['packageconfigoption[5]' => 'mine']);
        self::assertSame('mine', $this->seen($addon)['Text']);

        self::lab('switch', 'undocumented_keys', 'off');
        self::assertArrayNotHasKey('Text', $this->seen($addon));
    }

    public function testModuleBuildParamsAndTheModelsWorkOnTheCommandLine(): void
    {
        $addon = $this->addon();
        $code = 'require getenv("LAB_SITE") . "/init.php"; $params = ModuleBuildParams((int) $argv[1], (int) $argv[2]);'
            . '$model = $params["model"]; $model->serviceProperties->save(["Username" => "ann", "Extra" => "x"]);'
            . 'echo json_encode([$model instanceof \WHMCS\Service\Addon, $model->serviceId, $model["addonId"], $model->service->id,'
            . '$model->productAddon->name, $model->serviceProperties->get("Username"), $model->serviceProperties->get("Extra"),'
            . '$model->service->serviceProperties->get("Username"), $model->service->addons()->count()]);';
        $seen = json_decode(self::lab('php', '-r', $code, '--', (string) $this->service, (string) $addon), true);

        self::assertSame([true, $this->service, $this->productAddon, $this->service, 'Extra', 'ann', 'x', '', 1], $seen);
    }

    public function testEverythingHoldsInStrictMode(): void
    {
        self::lab('switch', 'sql_mode', 'strict');
        $addon = $this->addon();
        $this->openAddon($this->service, $addon)->press('Create', [], "section[@id='modulecommands']");

        self::assertSame('Active', $this->addonStatus($addon));
    }
}
