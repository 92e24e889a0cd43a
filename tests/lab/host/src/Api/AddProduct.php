<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\Products;
use Lab\Switches;

/** Adds a product with its slug and prices. Only configoption1 to 6 can be given. */
final class AddProduct
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $problem = self::problem($in);
        if ($problem !== null) {
            return Api::error($problem);
        }
        $columns = [
            'name' => (string) $in['name'],
            'gid' => (int) $in['gid'],
            'type' => (string) ($in['type'] ?? 'other'),
            'paytype' => (string) ($in['paytype'] ?? 'free'),
            'autosetup' => (string) ($in['autosetup'] ?? ''),
            'servertype' => (string) ($in['module'] ?? ''),
            'servergroup' => (int) ($in['servergroupid'] ?? 0),
            'hidden' => (int) (bool) ($in['hidden'] ?? false),
            'showdomainoptions' => (int) (bool) ($in['showdomainoptions'] ?? false),
            'tax' => (int) (bool) ($in['tax'] ?? false),
            'welcomeemail' => (int) ($in['welcomeemail'] ?? 0),
            'description' => (string) ($in['description'] ?? ''),
            'short_description' => (string) ($in['shortdescription'] ?? ''),
            'tagline' => (string) ($in['tagline'] ?? ''),
            'color' => (string) ($in['color'] ?? ''),
            'order' => (int) ($in['order'] ?? 0),
        ];
        for ($i = 1; $i <= 6; $i++) {
            $columns["configoption$i"] = (string) ($in["configoption$i"] ?? '');
        }
        $pid = Products::create($columns, isset($in['slug']) ? (string) $in['slug'] : null);
        foreach ((array) ($in['pricing'] ?? []) as $currency => $prices) {
            Products::storePricing($pid, (int) $currency, (array) $prices);
        }

        if (!isset($in['pricing']) && Switches::get('addproduct_without_pricing') === 'zero') {
            Products::storePricing($pid, 1, array_fill_keys(array_keys(Products::CYCLES), 0));
        }

        return Api::success(Switches::isOn('addproduct_returns_pid') ? ['pid' => $pid] : []);
    }

    /**
     * The sentences are the documented ones.
     *
     * @param array<string, mixed> $in
     */
    private static function problem(array $in): ?string
    {
        $mail = (int) ($in['welcomeemail'] ?? 0);

        return match (true) {
            trim((string) ($in['name'] ?? '')) === '' => 'You must supply a name for the product',
            !Capsule::table('tblproductgroups')->where('id', (int) ($in['gid'] ?? 0))->exists()
                => 'You must supply a valid Product Group ID',
            $mail !== 0 && !Capsule::table('tblemailtemplates')->where('id', $mail)->where('type', 'product')->exists()
                => 'You must supply a valid welcome email ID',
            !in_array($in['type'] ?? 'other', ['hostingaccount', 'reselleraccount', 'server', 'other'], true)
                => 'Invalid product type. Must be one of "hostingaccount", "reselleraccount", "server" or "other"',
            !in_array($in['paytype'] ?? 'free', ['free', 'onetime', 'recurring'], true)
                => 'Invalid pay type. Must be one of "free", "onetime" or "recurring"',
            !in_array($in['autosetup'] ?? '', ['', 'on', 'order', 'payment'], true)
                => 'Invalid autosetup value. Must be one of "", "on", "order" or "payment"',
            default => null,
        };
    }
}
