<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Illuminate\Database\Query\Builder;
use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Seen;

/**
 * The four custom fields of what sells a Jetpack plan, a product or a product addon. Their names are fixed: existing
 * installations have them. WHMCS has no API for fields, so they are written as its own forms would (§1.9, §3.1, §4.3 of
 * whmcs-contract.md).
 */
final class CustomFields
{
    /**
     * What WHMCS takes for the address of a site before it sells a plan for it: a name with a dot, of any script, that is no
     * IP address and not of this network; with or without scheme, port and path, without user, query and fragment. It is
     * looser than `SiteUrl` in Rust, which has the last word; a test compares the two.
     */
    public const SITE_URL = '/^\s*(?:https?:\/\/)?(?![^\/:]*\.local(?:host)?\.?(?:[\/:]|\s*$))'
        . '(?:[\p{L}\p{M}\p{N}_-]{1,63}\.)+(?:xn--[a-z0-9-]{1,59}|\p{L}[\p{L}\p{M}\p{N}-]{0,62})\.?(?::\d{1,5})?'
        . '(?:\/[^\s?#\\\\]*)?\s*$/iu';

    /** What a field is where its definition says nothing else. */
    private const PLAIN = [
        'fieldoptions' => '',
        'regexpr' => '',
        'adminonly' => '',
        'required' => '',
        'showorder' => '',
        'showinvoice' => '',
    ];

    /**
     * What the module relies on, by the field's name; the rest is the host's to change: in a bundle the site's address need not
     * be required, and a plan of the product's own makes the field for it needless.
     */
    private const RELIED_ON = [
        'Site URL' => ['fieldtype', 'showorder', 'adminonly'],
        'Local User' => ['fieldtype', 'showorder', 'adminonly'],
        'jetpack_provisioning_details' => ['adminonly'],
    ];

    /**
     * @param string $type as WHMCS calls the owner: `product` or `addon`
     * @param int $owner of tblproducts or tbladdons
     */
    public function __construct(private readonly string $type, private readonly int $owner)
    {
    }

    /** @param array{isAddon: bool, id: int} $sold as `Sold` tells of it */
    public static function of(array $sold): self
    {
        return new self($sold['isAddon'] ? 'addon' : 'product', $sold['id']);
    }

    /** Adds all to a product that has none of them, once, as to one that was switched to this module by hand: what a host has deleted stays so. */
    public function begin(): void
    {
        $begun = Seen::last(Seen::FIELDS)[0] ?? [];
        $known = $begun[$this->type] ?? [];
        if (in_array($this->owner, $known, true)) {
            return;
        }
        Seen::note(Seen::FIELDS, [$this->type => [...$known, $this->owner]] + $begun);
        if (count(array_filter(self::definitions(), fn (array $one): bool => $this->field($one)->exists())) === 0) {
            $this->complete();
        }
    }

    /** Adds those that the product lacks. */
    public function complete(): void
    {
        foreach (self::definitions() as $index => $definition) {
            if (!$this->field($definition)->exists()) {
                $now = date('Y-m-d H:i:s');
                // Beside another product nothing need be filled in: its domain counts.
                $required = $this->type === 'addon' ? ['required' => ''] : [];
                Capsule::table('tblcustomfields')->insert($required + $definition + self::PLAIN + [
                    'type' => $this->type,
                    'relid' => $this->owner,
                    'sortorder' => $index,
                    'created_at' => $now,
                    'updated_at' => $now,
                ]);
            }
        }
    }

    /**
     * @return array<int, string> the names of fields that the product lacks, or that were altered so that the module cannot work
     */
    public function flaws(): array
    {
        return array_keys(array_filter(array_column(array_map(fn (array $definition): array => [
            'name' => self::name($definition),
            'flawed' => $this->field($definition)->doesntExist() || $this->altered($definition)->exists(),
        ], self::needed()), 'flawed', 'name')));
    }

    /** Sets back what was altered of that, and nothing else. */
    public function restore(): void
    {
        foreach (self::needed() as $definition) {
            $name = self::name($definition);
            $columns = array_intersect_key($definition + self::PLAIN, array_flip(self::RELIED_ON[$name]));
            $this->altered($definition)->update($columns + ['updated_at' => date('Y-m-d H:i:s')]);
            if (isset($definition['regexpr'])) {
                $this->field($definition)->where('regexpr', '')->update(['regexpr' => $definition['regexpr']]);
            }
        }
    }

    /**
     * Rows of a field that are not as the module needs them. A host may have a stricter pattern of its own, but not none.
     *
     * @param array<string, string> $definition
     */
    private function altered(array $definition): Builder
    {
        return $this->field($definition)->where(static function (Builder $any) use ($definition): void {
            foreach (self::RELIED_ON[self::name($definition)] as $column) {
                $any->orWhere($column, '<>', ($definition + self::PLAIN)[$column]);
            }
            if (isset($definition['regexpr'])) {
                $any->orWhere('regexpr', '');
            }
        });
    }

    /** @return array<int, array<string, string>> the definitions of what the module relies on */
    private static function needed(): array
    {
        return array_filter(self::definitions(), static fn (array $one): bool => isset(self::RELIED_ON[self::name($one)]));
    }

    /** @param array<string, string> $definition */
    private function field(array $definition): Builder
    {
        return Capsule::table('tblcustomfields')
            ->where('type', $this->type)
            ->where('relid', $this->owner)
            ->whereRaw("trim(substring_index(fieldname, '|', 1)) = ?", [self::name($definition)]);
    }

    /** @param array<string, string> $definition */
    private static function name(array $definition): string
    {
        return explode('|', $definition['fieldname'])[0];
    }

    /**
     * The plan comes from the product, so the client never sees the field `Plan`. A field that is
     * required but not on the order form could not be filled in, so only those on it are.
     *
     * @return array<int, array<string, string>>
     */
    private static function definitions(): array
    {
        return [
            [
                'fieldname' => 'Site URL',
                'fieldtype' => 'text',
                'description' => 'The address of your WordPress site, as https://example.com',
                'regexpr' => self::SITE_URL,
                'required' => 'on',
                'showorder' => 'on',
            ],
            [
                'fieldname' => 'Local User',
                'fieldtype' => 'text',
                'description' => 'A user name or e-mail address of an administrator of that site',
                'required' => 'on',
                'showorder' => 'on',
            ],
            [
                'fieldname' => 'Plan',
                'fieldtype' => 'dropdown',
                'description' => 'Used only if the product\'s Module Settings name no plan',
                'fieldoptions' => implode(',', array_map('ucfirst', array_keys(Products::names()))),
                'adminonly' => 'on',
            ],
            [
                // The part before the pipe is its name for modules, the part behind it that for people (§1.8).
                'fieldname' => 'jetpack_provisioning_details|Your Jetpack plan',
                'fieldtype' => 'textarea',
                'description' => '',
            ],
        ];
    }
}
