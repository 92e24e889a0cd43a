<?php

declare(strict_types=1);

namespace Lab\Conformance;

use PDO;
use PHPUnit\Framework\TestCase;

/** A fresh lab before each test, and no escape after it unless the test asked for one. */
abstract class LabTestCase extends TestCase
{
    protected PDO $db;
    protected Browser $admin;
    protected Browser $client;

    protected function setUp(): void
    {
        self::lab('switch', 'defaults');
        self::lab('reset');
        $this->db = new PDO('mysql:unix_socket=' . self::socket() . ';dbname=whmcs;charset=utf8mb4', 'whmcs', 'whmcs');
        $this->admin = new Browser(self::root());
        $this->client = new Browser(self::root());
        $this->admin->open('admin/login.php')->press('Login', ['username' => 'admin', 'password' => 'admin']);
    }

    protected function tearDown(): void
    {
        self::assertSame('', $this->escapes(), 'Something escaped from a module or from the host');
    }

    protected static function lab(string ...$arguments): string
    {
        $command = escapeshellarg(dirname(__DIR__) . '/lab') . ' ' . implode(' ', array_map('escapeshellarg', $arguments));
        exec($command . ' 2>&1', $output, $status);
        self::assertSame(0, $status, implode("\n", $output));

        return implode("\n", $output);
    }

    protected static function root(): string
    {
        return 'http://127.0.0.1:' . getenv('LAB_PORT');
    }

    protected function escapes(): string
    {
        return (string) file_get_contents(getenv('LAB_DIR') . '/log/escapes.log');
    }

    /** What escaped, for a test that provoked it; then it is forgotten. */
    protected function expectedEscapes(): string
    {
        $escapes = $this->escapes();
        file_put_contents(getenv('LAB_DIR') . '/log/escapes.log', '');

        return $escapes;
    }

    /** @return list<string> the first column */
    protected function column(string $sql): array
    {
        return $this->db->query($sql)->fetchAll(PDO::FETCH_COLUMN);
    }

    protected function value(string $sql): string
    {
        return (string) ($this->column($sql)[0] ?? '');
    }

    /** @return list<string> */
    protected function activity(): array
    {
        return $this->column('SELECT description FROM tblactivitylog');
    }

    /** @param array<string, mixed> $values */
    protected function api(string $command, array $values = []): array
    {
        $browser = new Browser(self::root());
        $browser->open('includes/api.php', ['action' => $command, 'username' => 'admin', 'password' => 'admin'] + $values);

        return json_decode($browser->body, true, 512, JSON_THROW_ON_ERROR);
    }

    /** @param array<string, string> $settings of the product page, by input name */
    protected function makeProduct(array $settings = []): int
    {
        $this->admin->open('admin/configproducts.php?action=creategroup')->press('Save Changes', ['name' => 'Plans']);
        $this->admin->open('admin/configproducts.php?action=create')
            ->press('Continue', ['productname' => 'A & B', 'module' => 'labserver']);
        $id = (int) $this->value('SELECT MAX(id) FROM tblproducts');
        $this->admin->press('Save Changes', [
            'welcomeemail' => '1',
            'showdomainoptions' => '1',
            'customfields[new][fieldname]' => 'Note',
            'customfields[new][showorder]' => 'on',
            'customfields[new][required]' => 'on',
        ] + $settings);
        $this->admin->press('Save Changes', ['customfields[new][fieldname]' => 'activation', 'customfields[new][fieldtype]' => 'textarea']);

        return $id;
    }

    /** @param array<string, string> $settings of the product addon's page, by input name */
    protected function makeProductAddon(array $settings = []): int
    {
        $this->admin->open('admin/configaddons.php')->press('Create', ['addonname' => 'Extra', 'module' => 'labserver']);
        $id = (int) $this->value('SELECT MAX(id) FROM tbladdons');
        $this->admin->press('Save Changes', ['customfields[new][fieldname]' => 'Note'] + $settings);

        return $id;
    }

    /** Adds an addon to a service of Alice's; returns the id in tblhostingaddons. */
    protected function addAddon(int $service, int $productAddon): int
    {
        $this->admin->open("admin/clientsservices.php?userid=1&id=$service&aid=add")
            ->press('Save Changes', ['addonid' => (string) $productAddon]);

        return (int) $this->value('SELECT MAX(id) FROM tblhostingaddons');
    }

    protected function openAddon(int $service, int $addon): Browser
    {
        return $this->admin->open("admin/clientsservices.php?userid=1&id=$service&aid=$addon");
    }

    /** @return list<string> what the samples' hooks wrote down, of these points */
    protected function events(string ...$points): array
    {
        $all = $this->column('SELECT event FROM mod_labaddon ORDER BY id');

        return array_values(array_filter($all, static fn (string $event): bool => in_array(strtok($event, ' '), $points, true)));
    }

    protected function activateAddon(): void
    {
        $this->admin->open('admin/configaddonmods.php')->press('Activate', [], "section[@id='addon-labaddon']");
    }

    protected function logIn(string $name): void
    {
        $this->client = new Browser(self::root());
        $this->client->open('clientarea.php')->press('Login', ['username' => "$name@example.test", 'password' => $name]);
    }

    /** Orders through the cart as Alice; returns the service's id. */
    protected function order(int $product, string $note = 'x', string $domain = 'alice.test'): int
    {
        $this->logIn('alice');
        $this->client->open("cart.php?a=add&pid=$product");
        $this->client->press('Continue', [$this->client->named('Note') => $note, 'domain' => $domain]);
        $this->client->open('cart.php?a=checkout')->press('Complete Order');

        return (int) $this->value('SELECT MAX(id) FROM tblhosting');
    }

    protected function status(int $service): string
    {
        return $this->value("SELECT domainstatus FROM tblhosting WHERE id = $service");
    }

    private static function socket(): string
    {
        $dir = @file_get_contents(getenv('LAB_DIR') . '/settings/sockets');

        return ($dir === false ? getenv('LAB_DIR') . '/run' : trim($dir)) . '/mariadb.sock';
    }
}
