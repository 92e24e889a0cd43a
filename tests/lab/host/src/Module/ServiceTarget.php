<?php

declare(strict_types=1);

namespace Lab\Module;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Crypt;
use Lab\Mail;
use stdClass;

/** A row of tblhosting, whose module is its product's. */
final class ServiceTarget implements Target
{
    private readonly stdClass $service;
    private readonly stdClass $product;

    public function __construct(int $id)
    {
        $this->service = Capsule::table('tblhosting')->find($id);
        $this->product = Capsule::table('tblproducts')->find($this->service->packageid);
    }

    public function kind(): string
    {
        return 'service';
    }

    public function id(): int
    {
        return (int) $this->service->id;
    }

    public function clientId(): int
    {
        return (int) $this->service->userid;
    }

    public function module(): string
    {
        return $this->product->servertype;
    }

    public function label(): string
    {
        return "Service ID: {$this->service->id}";
    }

    public function params(): array
    {
        return Params::ofService($this->id());
    }

    public function succeed(string $function, ?string $status, array $params): void
    {
        $change = $status === null ? [] : ['domainstatus' => $status];
        $change += match ($function) {
            'SuspendAccount' => ['suspendreason' => (string) ($params['suspendreason'] ?? '')],
            'UnsuspendAccount' => ['suspendreason' => ''],
            'TerminateAccount' => ['termination_date' => date('Y-m-d')],
            'ChangePassword' => ['password' => Crypt::encrypt((string) $params['password'])],
            default => [],
        };
        if ($change !== []) {
            Capsule::table('tblhosting')->where('id', $this->service->id)->update($change + ['updated_at' => date('Y-m-d H:i:s')]);
        }
    }

    public function welcome(): void
    {
        Mail::welcome($this->id(), (int) $this->product->welcomeemail);
    }
}
