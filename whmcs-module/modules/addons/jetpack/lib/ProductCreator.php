<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Schema;

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

    public function create(int $group): Notice
    {
        try {
            [$created, $mail] = Schema::together(function () use ($group): array {
                $mail = WelcomeMail::id();

                return [$this->createMissing($group, $mail), $mail];
            });
        } catch (RefusedByWhmcs $refusal) {
            return new Notice(false, sprintf($this->text['creation_failed'], $refusal->getMessage()));
        }
        if ($created === []) {
            return new Notice(true, $this->text['nothing_created']);
        }

        $said = sprintf($this->text['created'], implode(', ', $created));

        return new Notice(true, $mail > 0 ? $said : "$said {$this->text['no_mail']}");
    }

    /**
     * @return array<int, string> the names of the products that were missing
     */
    private function createMissing(int $group, int $mail): array
    {
        $created = [];
        $names = Products::names();
        foreach (Products::all() as $plan => $product) {
            if ($product === null) {
                $created[] = $names[$plan];
                $product = ['id' => $this->createProduct($group, $plan, $names[$plan], $mail)];
            }
            CustomFields::complete($product['id']);
        }

        return $created;
    }

    /**
     * Through WHMCS's API, which also gives the product its address (whmcs-contract.md §4.2). Until the host sets a price,
     * -1 keeps it from being ordered, hidden or not: what WHMCS takes for the price where none is given is not documented.
     */
    private function createProduct(int $group, string $plan, string $name, int $mail): int
    {
        $answer = localAPI('AddProduct', [
            'type' => 'other',
            'gid' => $group,
            'name' => $name,
            'hidden' => true,
            'showdomainoptions' => false,
            'paytype' => $plan === 'free' ? 'free' : 'recurring',
            'autosetup' => 'payment',
            'module' => 'jetpack',
            'welcomeemail' => $mail,
            'pricing' => $this->notForSale(),
            'configoption1' => '',
            'configoption2' => '',
            'configoption3' => $plan,
            'configoption4' => 'keep',
            'configoption5' => 'renew',
            'configoption6' => 'none',
        ]);
        if (($answer['result'] ?? '') !== 'success') {
            throw new RefusedByWhmcs((string) ($answer['message'] ?? 'WHMCS did not say why.'));
        }

        // The answer's `pid` is documented but missing from the documentation's own example.
        $id = $answer['pid'] ?? Capsule::table('tblproducts')
            ->where('servertype', 'jetpack')
            ->where('name', $name)
            ->max('id');

        return (int) $id;
    }

    /**
     * @return array<int, array<string, int>> by currency and cycle
     */
    private function notForSale(): array
    {
        $currencies = Capsule::table('tblcurrencies')->pluck('id')->all();

        return array_fill_keys($currencies, array_fill_keys(Sold::CYCLES, -1));
    }
}
