<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** Clients ask to cancel; the daily cron does it. */
final class CancellationTest extends LabTestCase
{
    private int $service;

    protected function setUp(): void
    {
        parent::setUp();
        $this->activateAddon();
        $this->service = $this->order($this->makeProduct(['paytype' => 'recurring', 'pricing[monthly]' => '5.00']));
        $this->db->exec("UPDATE tblhosting SET domainstatus = 'Active'");
    }

    private function request(string $type): void
    {
        $this->client->open("clientarea.php?action=cancel&id=$this->service")
            ->press('Request Cancellation', ['cancellationreason' => 'too dear', 'type' => $type]);
    }

    public function testAnImmediateRequestIsCarriedOutByTheNextDailyRun(): void
    {
        $this->request('Immediate');
        self::assertSame(['CancellationRequest {"userid":1,"relid":1,"reason":"too dear","type":"Immediate"}'], $this->events('CancellationRequest'));
        self::lab('cron');
        self::assertSame('Active', $this->status($this->service));

        self::lab('cron', 'daily');
        self::assertSame('Cancelled', $this->status($this->service));
        self::assertContains("Module Terminate Successful - Service ID: $this->service", $this->activity());
    }

    public function testOneForTheEndOfThePeriodWaitsForIt(): void
    {
        self::lab('switch', 'cancellation_sets', 'Terminated');
        $this->request('End of Billing Period');
        self::lab('cron', 'daily');
        self::assertSame('Active', $this->status($this->service));

        $this->db->exec("UPDATE tblhosting SET nextduedate = CURDATE()");
        self::lab('cron', 'daily');
        self::assertSame('Terminated', $this->status($this->service));
    }

    public function testAModuleThatRefusesLeavesTheServiceAndAnEntryInTheQueue(): void
    {
        $this->db->exec("UPDATE tblproducts SET configoption1 = 'fail'");
        $this->request('Immediate');
        self::lab('cron', 'daily');

        self::assertSame('Active', $this->status($this->service));
        self::assertSame(['TerminateAccount'], $this->column('SELECT module_action FROM tblmodulequeue'));
    }

    public function testNobodyElseCanAsk(): void
    {
        $this->logIn('bob');

        self::assertSame(404, $this->client->open("clientarea.php?action=cancel&id=$this->service")->status);
    }
}
