<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** Addon modules: activation, settings, access, the page, hooks. */
final class AddonTest extends LabTestCase
{
    private const PANEL = "section[@id='addon-labaddon']";

    /** @param array<string, string> $values */
    private function configure(array $values): void
    {
        $this->admin->open('admin/configaddonmods.php')->press('Save Changes', $values, self::PANEL);
    }

    public function testActivationSettingsAndPage(): void
    {
        $this->activateAddon();
        self::assertStringContainsString('made a table', $this->admin->body);
        self::assertSame('proposed', $this->value("SELECT value FROM tbladdonmodules WHERE setting = 'label'"));
        self::assertSame(403, $this->admin->open('admin/addonmodules.php?module=labaddon')->status);

        $this->configure([
            'fields[labaddon][label]' => 'a "label" & more', 'fields[labaddon][secret]' => 'hush', 'fields[labaddon][flag]' => 'on',
            'fields[labaddon][choice]' => 'two', 'fields[labaddon][side]' => 'right', 'access[labaddon][1]' => '1',
        ]);
        self::assertSame(['AddonModuleConfigSave 0'], $this->column('SELECT event FROM mod_labaddon'));

        $this->admin->open('admin/addonmodules.php?module=labaddon');
        $vars = json_decode($this->admin->text("//*[@id='vars']"), true);
        self::assertSame('Hello from the lab addon', $this->admin->text('//h2'));
        self::assertSame('sidebar of 1.10', $this->admin->text('//aside'));
        self::assertSame(['a "label" & more', 'hush', 'on', 'two', 'right', 'addonmodules.php?module=labaddon'], [
            $vars['label'], $vars['secret'], $vars['flag'], $vars['choice'], $vars['side'], $vars['modulelink'],
        ]);
        self::assertArrayHasKey('access', $vars);
        self::assertSame('{"admin":"admin"}', $this->admin->press('Ask')->body);
    }

    public function testSecretsAreStoredEncryptedWhenTheSwitchSaysSo(): void
    {
        self::lab('switch', 'addon_settings_encrypted', 'on');
        $this->activateAddon();
        $this->configure(['fields[labaddon][secret]' => 'hush', 'access[labaddon][1]' => '1']);

        self::assertStringNotContainsString('hush', $this->value("SELECT value FROM tbladdonmodules WHERE setting = 'secret'"));
        self::assertSame('hush', $this->admin->open('admin/addonmodules.php?module=labaddon')->text("//*[@id='secret']"));
    }

    public function testOnlyChosenRolesMayOpenIt(): void
    {
        $this->activateAddon();
        $this->configure(['access[labaddon][1]' => '1']);
        $sally = (new Browser(self::root()))->open('admin/login.php')->press('Login', ['username' => 'sally', 'password' => 'sally']);

        self::assertSame(200, $this->admin->open('admin/addonmodules.php?module=labaddon')->status);
        self::assertSame(403, $sally->open('admin/addonmodules.php?module=labaddon')->status);
    }

    public function testAnOlderInstalledVersionIsUpgradedOnce(): void
    {
        $this->activateAddon();
        $this->configure(['access[labaddon][1]' => '1']);
        $this->db->exec("UPDATE tbladdonmodules SET value = '1.2' WHERE setting = 'version'");
        $this->admin->open('admin/addonmodules.php?module=labaddon');
        $this->admin->open('admin/addonmodules.php?module=labaddon');

        self::assertSame(['upgraded from 1.2'], $this->column("SELECT event FROM mod_labaddon WHERE event LIKE 'upgraded%'"));
    }

    public function testThatTheListOfAddonsUpgradesIsASwitchAndOtherPagesDoNot(): void
    {
        $this->activateAddon();
        $this->db->exec("UPDATE tbladdonmodules SET value = '1.2' WHERE setting = 'version'");
        $version = fn (): string => $this->value("SELECT value FROM tbladdonmodules WHERE setting = 'version'");
        self::lab('switch', 'addon_list_runs_upgrade', 'off');
        $this->admin->open('admin/configaddonmods.php');
        $this->admin->open('admin/index.php');
        $this->client->open('index.php');
        self::lab('cron', 'daily');
        self::assertSame('1.2', $version());

        self::lab('switch', 'addon_list_runs_upgrade', 'on');
        $this->admin->open('admin/configaddonmods.php');
        $this->admin->open('admin/configaddonmods.php');
        self::assertSame('1.10', $version());
        self::assertSame(['upgraded from 1.2'], $this->column("SELECT event FROM mod_labaddon WHERE event LIKE 'upgraded%'"));
    }

    public function testTheTokenIsCheckedByTheCoreOnlyWhenTheSwitchSaysSo(): void
    {
        $this->activateAddon();
        $this->configure(['access[labaddon][1]' => '1']);

        self::assertSame(200, $this->admin->open('admin/addonmodules.php?module=labaddon', ['any' => 'thing'])->status);
        self::lab('switch', 'addon_post_token_checked_by_core', 'on');
        self::assertSame(403, $this->admin->open('admin/addonmodules.php?module=labaddon', ['any' => 'thing'])->status);
    }

    public function testHooksAreFoundAtActivationAndAtProductSave(): void
    {
        $this->activateAddon();
        $this->order($this->makeProduct(['autosetup' => 'order']));
        $this->admin->open('admin/orders.php')->press('Accept Order');

        $events = implode("\n", $this->column('SELECT event FROM mod_labaddon'));
        self::assertStringContainsString('AfterModuleCreate params', $events);
        self::assertStringContainsString('AfterShoppingCartCheckout OrderID,OrderNumber,ServiceIDs', $events);
        self::assertStringContainsString('AcceptOrder orderid', $events);
        self::assertStringContainsString('ProductEdit pid,', $events);
    }

    public function testWithoutTheRightToCreateTablesActivationIsRefused(): void
    {
        self::lab('sql', "REVOKE CREATE ON whmcs.* FROM 'whmcs'@'localhost'");
        $this->activateAddon();

        self::assertStringContainsString('could not make a table', $this->admin->body);
        self::assertSame('', $this->value("SELECT value FROM tblconfiguration WHERE setting = 'ActiveAddonModules'"));
    }

    public function testDeactivationForgets(): void
    {
        $this->activateAddon();
        $this->admin->open('admin/configaddonmods.php')->press('Deactivate', [], self::PANEL);

        self::assertStringContainsString('dropped the table', $this->admin->body);
        self::assertSame('0', $this->value('SELECT COUNT(*) FROM tbladdonmodules'));
    }

    public function testADeactivationThatIsRefusedChangesNothing(): void
    {
        $this->activateAddon();
        $this->db->exec("INSERT INTO mod_labaddon (event) VALUES ('keep')");
        $this->admin->open('admin/configaddonmods.php')->press('Deactivate', [], self::PANEL);

        self::assertStringContainsString('still needed', $this->admin->body);
        self::assertNotSame('0', $this->value('SELECT COUNT(*) FROM tbladdonmodules'));
        self::assertSame('labaddon', $this->value("SELECT value FROM tblconfiguration WHERE setting = 'ActiveAddonModules'"));
    }
}
