<?php

declare(strict_types=1);

namespace ContractTest\Pages;

use ContractTest\Api;
use ContractTest\Records;
use ContractTest\Stage;
use WHMCS\Database\Capsule;

/** What staff are to press at: made once, and known to all steps of a run. */
final class Scene
{
    /** @param array<string, int|string> $known */
    private function __construct(private readonly array $known)
    {
    }

    public static function make(): void
    {
        $stage = new Stage();
        $active = static function (array $ordered): int {
            Api::must('ModuleCreate', ['serviceid' => $ordered['services'][0]]);

            return $ordered['services'][0];
        };
        $withAddon = $stage->order(addons: [$stage->addon]);
        Records::write('scene', [
            'number' => $stage->number,
            'password' => $stage->password,
            'product' => $stage->product,
            'addon' => $stage->addon,
            'client' => $stage->client,
            'other client' => $stage->addClient('b'),
            'pending' => $stage->service,
            'active' => $active($stage->order()),
            'cancelled' => $active($stage->order()),
            'deleted' => $withAddon['services'][0],
            'its addon' => $withAddon['addons'][0] ?? 0,
        ]);
    }

    public static function now(): self
    {
        return new self(Records::of('scene')[0]);
    }

    public function id(string $what): int
    {
        return (int) $this->known[$what];
    }

    public function text(string $what): string
    {
        return (string) $this->known[$what];
    }

    /** A service as people find it. */
    public function service(string $what): string
    {
        $client = (int) Capsule::table('tblhosting')->where('id', $this->id($what))->value('userid');

        return "service {$this->id($what)} (clientsservices.php?userid=$client&id={$this->id($what)})";
    }
}
