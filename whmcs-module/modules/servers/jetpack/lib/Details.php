<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Illuminate\Database\Query\Builder;
use Throwable;
use WHMCS\Database\Capsule;

/**
 * The custom field `jetpack_provisioning_details` of one service or product addon: what its owner reads.
 */
final class Details
{
    private const FIELD = 'jetpack_provisioning_details';

    /** What the field belongs to, and what a value of it: type of the field, table of the instances, column of the owner. */
    private const KINDS = [
        'service' => ['product', 'tblhosting', 'packageid'],
        'addon' => ['addon', 'tblhostingaddons', 'addonid'],
    ];

    /** What was found of the field; false before it was looked for. */
    private object|false|null $field = false;

    /**
     * @param array<string, mixed> $params
     */
    public function __construct(#[\SensitiveParameter] private readonly array $params)
    {
    }

    /** Whether WHMCS's own door is there, which runs hooks of other modules. */
    public function hasDoor(): bool
    {
        return $this->properties() !== null;
    }

    /**
     * WHMCS's own door finds or makes the field for exactly this service (whmcs-contract.md §1.8). Whether it finds one that
     * has a friendly name behind a pipe is not documented, so that one is written here.
     */
    public function save(string $text): void
    {
        $properties = $this->properties();
        $field = $this->field();
        if ($properties !== null && ($field === null || $field->fieldname === self::FIELD)) {
            $properties->save([self::FIELD => $text]);
        } elseif ($field !== null) {
            $this->saveRow((int) $field->id, $text);
        }
    }

    /** The same, where the owner reads nothing yet. */
    public function saveIfBlank(string $text): void
    {
        if (trim((string) $this->text()) === '') {
            $this->save($text);
        }
    }

    /** What the owner reads now; null where there is no such field. */
    public function text(): ?string
    {
        $field = $this->field();

        return $field === null ? null : (string) $this->rows((int) $field->id)->orderByDesc('id')->value('value');
    }

    /** It is read, since `isset` on a model's attribute may say no to one that is there. */
    private function properties(): ?object
    {
        try {
            $properties = ($this->params['model'] ?? null)?->serviceProperties;
        } catch (Throwable) {
            return null;
        }

        return is_object($properties) ? $properties : null;
    }

    /** The field of this service's product. */
    private function field(): ?object
    {
        if ($this->field === false) {
            self::find([$this]);
        }

        return $this->field;
    }

    /**
     * Looks for several services' fields at once; of two the one without a friendly name.
     *
     * @param array<int, self> $details
     */
    public static function find(array $details): void
    {
        $wanted = [];
        foreach ($details as $one) {
            [$kind, $id] = Target::of($one->params);
            $wanted[$kind][$id][] = $one;
        }
        foreach ($wanted as $kind => $instances) {
            [$type, $home, $owner] = self::KINDS[$kind];
            $fields = Capsule::table('tblcustomfields')
                ->join($home, "$home.$owner", '=', 'tblcustomfields.relid')
                ->where('tblcustomfields.type', $type)
                ->whereIn("$home.id", array_keys($instances))
                ->where(static function (Builder $name): void {
                    $name->where('fieldname', self::FIELD)->orWhere('fieldname', 'like', self::FIELD . '|%');
                })
                ->orderByDesc('fieldname');
            $found = self::emulated(static fn () => $fields->get(["$home.id as instance", 'tblcustomfields.id', 'fieldname']))->keyBy('instance');
            foreach ($instances as $id => $ones) {
                array_map(static fn (self $one) => $one->field = $found[$id] ?? null, $ones);
            }
        }
    }

    private function saveRow(int $field, string $text): void
    {
        $now = date('Y-m-d H:i:s');
        $values = $this->rows($field);
        $update = static fn (): int => (clone $values)->update(['value' => $text, 'updated_at' => $now]);
        // A value that is there already is no row that was changed.
        if (self::emulated($update) === 0 && !$values->exists()) {
            $row = ['fieldid' => $field, 'relid' => Target::of($this->params)[1]];
            Capsule::table('tblcustomfieldsvalues')->insert($row + ['value' => $text, 'created_at' => $now, 'updated_at' => $now]);
        }
    }

    private static function emulated(\Closure $do): mixed
    {
        return Transaction::emulated(Capsule::connection()->getPdo(), $do);
    }

    private function rows(int $field): Builder
    {
        $row = ['fieldid' => $field, 'relid' => Target::of($this->params)[1]];

        return Capsule::table('tblcustomfieldsvalues')->where($row);
    }
}
