<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** Deleting, merging, moving: which rows go where, and which hooks tell of it. The hooks write down the rows left. */
final class DeletionTest extends LabTestCase
{
    private int $service;
    private int $addon;

    /** Alice has two services, and the second has an addon. */
    private function furnish(): void
    {
        $this->activateAddon();
        $product = $this->makeProduct();
        $this->order($product);
        $this->service = $this->order($product);
        $this->addon = $this->addAddon($this->service, $this->makeProductAddon());
    }

    private function openService(): Browser
    {
        return $this->admin->open("admin/clientsservices.php?userid=1&id=$this->service");
    }

    private function rows(string $table, string $condition = '1'): int
    {
        return (int) $this->value("SELECT COUNT(*) FROM $table WHERE $condition");
    }

    /** @dataProvider fates */
    public function testADeletedServiceIsGoneBeforeItsHookAndTheFateOfItsAddonsIsASwitch(string $fate, bool $isTold, int $left): void
    {
        $this->furnish();
        self::lab('switch', 'addons_of_deleted_service', $fate);
        $this->openService()->press('Delete');

        self::assertSame([
            ...($isTold ? ["AddonDeleted {\"id\":$this->addon} 2+0"] : []),
            "ServiceDelete {\"userid\":1,\"clientId\":1,\"serviceid\":$this->service} 1+$left",
        ], $this->events('ServiceDelete', 'AddonDeleted'));
        self::assertSame($left, $this->rows('tblhostingaddons'));
        self::assertSame(0, $this->rows('tblcustomfieldsvalues v JOIN tblcustomfields f ON f.id = v.fieldid',
            "f.type = 'product' AND v.relid = $this->service"));
        self::assertNotSame(0, $this->rows('tblcustomfieldsvalues'), "the other service's values stay");
        self::assertNotContains("Module Terminate Successful - Service ID: $this->service", $this->activity());
    }

    public static function fates(): array
    {
        return ['with hooks' => ['hooks', true, 0], 'silently' => ['silent', false, 0], 'kept' => ['kept', false, 1]];
    }

    public function testADeletedAddonIsToldByItsIdOnly(): void
    {
        $this->furnish();
        $this->openAddon($this->service, $this->addon)->press('Delete');

        self::assertSame(["AddonDeleted {\"id\":$this->addon} 2+0"], $this->events('AddonDeleted', 'ServiceDelete'));
        self::assertSame("Service #$this->service", $this->admin->text('//h2'));
    }

    public function testADeletedClientIsToldBeforeAndAfter(): void
    {
        $this->furnish();
        $this->admin->open('admin/clientssummary.php?userid=1')->press("Delete Client's Account");

        self::assertSame(['PreDeleteClient {"userid":1} 2+1', 'ClientDelete {"userid":1} 0+0'],
            $this->events('PreDeleteClient', 'ClientDelete', 'ServiceDelete', 'AddonDeleted'));
        foreach (['tblclients' => 'id', 'tblorders' => 'userid', 'tblemails' => 'userid'] as $table => $column) {
            self::assertSame(0, $this->rows($table, "$column = 1"), $table);
        }
        self::assertSame(0, $this->rows('tblcustomfieldsvalues'));
        self::assertSame(2, $this->rows('tblclients'));
    }

    public function testTheHooksOfADeletedClientsServicesAreASwitch(): void
    {
        $this->furnish();
        self::lab('switch', 'client_delete_runs_service_hooks', 'on');
        self::assertSame(['result' => 'success', 'clientid' => 1], $this->api('DeleteClient', ['clientid' => 1]));

        self::assertCount(2, $this->events('ServiceDelete'));
        self::assertCount(1, $this->events('AddonDeleted'));
        self::assertSame('Client ID Not Found', $this->api('DeleteClient', ['clientid' => 1])['message']);
    }

    public function testMergedClientsAreOneAndTheHookTellsBoth(): void
    {
        $this->furnish();
        $this->admin->open('admin/clientssummary.php?userid=1')->press('Merge Clients Accounts', ['newuserid' => '2']);

        self::assertSame(['AfterClientMerge {"toUserID":2,"fromUserID":1} 2+1'],
            $this->events('AfterClientMerge', 'ServiceEdit', 'PreDeleteClient', 'ClientDelete', 'ServiceDelete'));
        self::assertSame([2, 1, 2], [
            $this->rows('tblhosting', 'userid = 2'), $this->rows('tblhostingaddons', 'userid = 2'), $this->rows('tblorders', 'userid = 2'),
        ]);
        self::assertSame(0, $this->rows('tblclients', 'id = 1'));
    }

    public function testTheDeletionHooksOfAMergeAreASwitch(): void
    {
        $this->furnish();
        self::lab('switch', 'merge_runs_client_delete_hooks', 'on');
        $this->admin->open('admin/clientssummary.php?userid=1')->press('Merge Clients Accounts', ['newuserid' => '2']);

        self::assertSame(
            ['PreDeleteClient {"userid":1} 2+1', 'ClientDelete {"userid":1} 2+1', 'AfterClientMerge {"toUserID":2,"fromUserID":1} 2+1'],
            $this->events('AfterClientMerge', 'PreDeleteClient', 'ClientDelete', 'ServiceDelete'),
        );
    }

    public function testAMovedServiceTakesItsAddonsAlongAndItsHookIsASwitch(): void
    {
        $this->furnish();
        $this->openService()->press('Move Product/Service', ['newuserid' => '3']);

        self::assertSame(["ServiceEdit {\"userid\":3,\"serviceid\":$this->service} 2+1"], $this->events('ServiceEdit'));
        self::assertSame("Service #$this->service", $this->admin->text('//h2'));
        self::assertSame([1, 1], [$this->rows('tblhosting', 'userid = 3'), $this->rows('tblhostingaddons', 'userid = 3')]);

        self::lab('switch', 'move_runs_service_edit', 'off');
        $this->admin->press('Move Product/Service', ['newuserid' => '2']);
        self::assertCount(1, $this->events('ServiceEdit'));
        self::assertSame(1, $this->rows('tblhosting', 'userid = 2'));
    }

    public function testWhatIsDeletedCannotBeRetried(): void
    {
        self::lab('switch', 'queue_manual_failures', 'on');
        $this->service = $this->order($this->makeProduct(['packageconfigoption[1]' => 'fail']));
        $this->openService()->press('Create');
        $this->openService()->press('Delete');
        $this->admin->open('admin/modulequeue.php')->press('Retry');

        self::assertStringContainsString('Service ID not found', $this->admin->text("//*[@class='errorbox']"));
    }
}
