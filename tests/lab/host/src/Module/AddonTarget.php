<?php

declare(strict_types=1);

namespace Lab\Module;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Mail;
use Lab\ServiceAddons;
use stdClass;
use WHMCS\Service\Addon;

/** A row of tblhostingaddons, whose module is that of its row in tbladdons; one that was written by hand has none. */
final class AddonTarget implements Target
{
    private readonly stdClass $addon;
    private readonly ?stdClass $definition;

    public function __construct(int $id)
    {
        $this->addon = Capsule::table('tblhostingaddons')->find($id);
        $this->definition = Capsule::table('tbladdons')->find($this->addon->addonid);
    }

    public function kind(): string
    {
        return 'addon';
    }

    public function id(): int
    {
        return (int) $this->addon->id;
    }

    public function clientId(): int
    {
        return (int) $this->addon->userid;
    }

    public function module(): string
    {
        return (string) $this->definition?->module;
    }

    /** The wording is U. */
    public function label(): string
    {
        return "Service ID: {$this->addon->hostingid} - Addon ID: {$this->addon->id}";
    }

    public function params(): array
    {
        return AddonParams::of($this->id());
    }

    public function succeed(string $function, ?string $status, array $params): void
    {
        if ($function === 'TerminateAccount') {
            Capsule::table('tblhostingaddons')->where('id', $this->addon->id)->update(['termination_date' => date('Y-m-d')]);
        }
        if ($function === 'ChangePassword') {
            Addon::find($this->id())->serviceProperties->save(['Password' => (string) $params['password']]);
        }
        if ($status !== null) {
            ServiceAddons::changeStatus($this->id(), $status);
        }
    }

    public function welcome(): void
    {
        Mail::welcome((int) $this->addon->hostingid, (int) $this->definition?->welcomeemail);
    }
}
