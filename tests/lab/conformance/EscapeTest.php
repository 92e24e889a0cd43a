<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** What a module must not let out is written down. */
final class EscapeTest extends LabTestCase
{
    private function create(string $behaviour): int
    {
        $service = $this->order($this->makeProduct(['packageconfigoption[1]' => $behaviour]));
        $this->admin->open("admin/clientsservices.php?userid=1&id=$service")->press('Create');

        return $service;
    }

    public function testAnExceptionEndsTheRequestInAnOopsPage(): void
    {
        $service = $this->create('throw');

        self::assertSame(500, $this->admin->status);
        self::assertStringContainsString('Oops!', $this->admin->body);
        self::assertStringContainsString('escaped RuntimeException: the sample threw', $this->expectedEscapes());
        self::assertSame('Pending', $this->status($service));
    }

    public function testAWarningIsWrittenDown(): void
    {
        $this->create('warn');

        self::assertStringContainsString('PHP warning: Undefined array key "absent"', $this->expectedEscapes());
    }

    public function testOutputIsWrittenDown(): void
    {
        $this->create('print');

        self::assertStringContainsString('output of labserver_CreateAccount(): the sample printed', $this->expectedEscapes());
    }

    public function testADatabaseThatIsGoneIsWrittenDownToo(): void
    {
        $this->db->exec('RENAME TABLE tblactivitylog TO gone');
        $this->admin->open('admin/systemactivitylog.php');

        self::assertSame(500, $this->admin->status);
        self::assertStringContainsString('escaped Illuminate\Database\QueryException', $this->expectedEscapes());
    }

    public function testSourcesAreNotServed(): void
    {
        foreach (['modules/servers/labserver/labserver.php', 'modules/addons/labaddon/labaddon.php'] as $file) {
            self::assertSame('This file cannot be accessed directly', $this->client->open($file)->body);
        }
        foreach (['modules/servers/labserver/clientarea.tpl', 'configuration.php', 'includes/lab/src/Api.php', 'modules/'] as $file) {
            self::assertSame(404, $this->client->open($file)->status, $file);
        }
    }

    public function testAFormWithoutItsTokenIsRefused(): void
    {
        foreach (['admin/configproducts.php?action=creategroup', 'admin/configaddonmods.php', 'admin/orders.php'] as $page) {
            self::assertSame(403, $this->admin->open($page, ['name' => 'forged'])->status, $page);
        }
        self::assertSame('0', $this->value('SELECT COUNT(*) FROM tblproductgroups'));
    }
}
