<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** What staff delete, move and merge, and what hooks are told of it (contract, section 11). */
final class DeletionTest extends LabTestCase
{
    private int $service;

    protected function setUp(): void
    {
        parent::setUp();
        $this->activateAddon();
        $product = $this->makeProduct();
        $this->logIn('alice');
        $this->service = $this->order($product);
        $this->db->exec('DELETE FROM mod_labaddon');
    }

    public function testADeletedServiceIsToldOfAfterTheFact(): void
    {
        $this->page()->press('Delete');

        self::assertSame(['ServiceDelete after the fact'], $this->events());
        self::assertSame([], $this->column('SELECT id FROM tblhosting'));
    }

    public function testADeletedAddonIsToldOfByItsId(): void
    {
        $this->addAddon();
        $this->page()->press('Delete Addon');

        self::assertSame(['AddonDeleted id'], $this->events());
        self::assertSame([], $this->column('SELECT id FROM tblhostingaddons'));
    }

    /** @dataProvider ways */
    public function testAServiceTakesItsAddonsWithIt(string $switch, array $events): void
    {
        self::lab('switch', 'deleting_a_service_tells_of_its_addons', $switch);
        $this->addAddon();
        $this->page()->press('Delete');

        self::assertSame($events, $this->events());
        self::assertSame([], $this->column('SELECT id FROM tblhostingaddons'));
    }

    /** @return array<int, array{string, array<int, string>}> */
    public function ways(): array
    {
        return [
            ['off', ['ServiceDelete after the fact']],
            ['on', ['AddonDeleted id', 'ServiceDelete after the fact']],
        ];
    }

    public function testADeletedClientIsToldOfBeforeAndAfter(): void
    {
        $this->admin->open('admin/clients.php')->press('Delete Client');

        self::assertSame(['PreDeleteClient userid', 'ClientDelete userid'], $this->events());
        self::assertSame([], $this->column('SELECT id FROM tblhosting'));
    }

    public function testMovedAndMergedServicesHaveAnotherOwner(): void
    {
        $this->page()->press('Move to Another Client', ['newuserid' => '2']);
        self::assertSame('2', $this->value('SELECT userid FROM tblhosting'));
        $this->admin->open('admin/clients.php')->press('Merge Into This Client', ['fromuserid' => '2']);

        self::assertSame('1', $this->value('SELECT userid FROM tblhosting'));
        self::assertSame(['ServiceEdit userid,serviceid', 'AfterClientMerge toUserID,fromUserID'], $this->events());
    }

    public function testAnAddonsCallsHaveItsOwnModelSettingsAndFields(): void
    {
        $code = 'require getenv("LAB_SITE") . "/init.php"; $p = Lab\Module\Params::ofAddon(1);'
            . 'echo $p["serviceid"], " ", $p["addonId"], " ", get_class($p["model"]), " ", $p["configoption2"], " ", $p["customfields"]["note"];';
        $this->addAddon();

        self::assertSame("{$this->service} 1 WHMCS\Service\Addon second hello", self::lab('php', '-r', $code));
        self::lab('switch', 'addon_model_in_params', 'off');
        $code = 'require getenv("LAB_SITE") . "/init.php"; var_export(isset(Lab\Module\Params::ofAddon(1)["model"]));';
        self::assertSame('false', self::lab('php', '-r', $code));
    }

    private function page(): Browser
    {
        return $this->admin->open("admin/clientsservices.php?userid=1&id={$this->service}");
    }

    private function addAddon(): void
    {
        self::lab('php', '-r', 'require getenv("LAB_SITE") . "/init.php";'
            . '$addon = Lab\ProductAddons::define("Beside", "labserver", ["first", "second"], ["note"]);'
            . "Lab\ProductAddons::add({$this->service}, \$addon, ['note' => 'hello']);");
    }

    /** @return list<string> */
    private function events(): array
    {
        return $this->column('SELECT event FROM mod_labaddon ORDER BY id');
    }
}
