<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;

/**
 * Creates the products that are missing, all or none.
 */
final class ProductCreator
{
    /**
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $text)
    {
    }

    /**
     * The groups' rows are locked meanwhile, so that two admins who press at once make one set.
     */
    public function create(int $group): Notice
    {
        try {
            $created = Capsule::connection()->transaction(function () use ($group): array {
                Capsule::table('tblproductgroups')->lockForUpdate()->get(['id']);

                return $this->createMissing($group);
            });
        } catch (RefusedByWhmcs $refusal) {
            return new Notice(false, sprintf($this->text['creation_failed'], $refusal->getMessage()));
        }
        if ($created === []) {
            return new Notice(true, $this->text['nothing_created']);
        }

        return new Notice(true, sprintf($this->text['created'], implode(', ', $created)));
    }

    /**
     * @return array<int, string> the names of the products that were missing
     */
    private function createMissing(int $group): array
    {
        $created = [];
        foreach (Products::all() as $plan => $product) {
            if ($product === null) {
                $created[] = Products::NAMES[$plan];
                $product = ['id' => $this->createProduct($group, $plan)];
            }
            CustomFields::complete($product['id']);
        }

        return $created;
    }

    /**
     * Through WHMCS's API, which also gives the product its address (whmcs-contract.md §4.2). It
     * has no price yet, so that hidden or not it cannot be ordered for nothing.
     */
    private function createProduct(int $group, string $plan): int
    {
        $answer = localAPI('AddProduct', [
            'type' => 'other',
            'gid' => $group,
            'name' => Products::NAMES[$plan],
            'hidden' => true,
            'showdomainoptions' => false,
            'paytype' => $plan === 'free' ? 'free' : 'recurring',
            'autosetup' => 'payment',
            'module' => 'jetpack',
            'configoption1' => '',
            'configoption2' => '',
            'configoption3' => $plan,
        ]);
        if (($answer['result'] ?? '') !== 'success') {
            throw new RefusedByWhmcs((string) ($answer['message'] ?? 'WHMCS did not say why.'));
        }

        // The answer's `pid` is documented but missing from the documentation's own example.
        $id = $answer['pid'] ?? Capsule::table('tblproducts')
            ->where('servertype', 'jetpack')
            ->where('name', Products::NAMES[$plan])
            ->max('id');

        return (int) $id;
    }
}
