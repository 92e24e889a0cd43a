<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * Creates the products that were chosen and are missing, each with all it needs or not at all: who presses again after it
 * stopped half-way gets the rest. What exists is left as it is.
 */
final class ProductCreator
{
    private bool $hasMail = true;

    /**
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $text)
    {
    }

    public function create(ProductForm $form): Notice
    {
        Costs::keep($form->costs);
        $created = [];
        foreach ($form->plans as $plan => $name) {
            try {
                if (Schema::together(fn (): bool => $this->createIfMissing($form, (string) $plan))) {
                    $created[] = $name;
                }
            } catch (RefusedByWhmcs $refusal) {
                $said = sprintf($this->text['creation_failed'], $name, $refusal->getMessage());

                return new Notice(false, trim("$said {$this->done($created)}"));
            }
        }

        return new Notice(true, $created === [] ? $this->text['nothing_created'] : $this->done($created));
    }

    /** @param array<int, string> $created */
    private function done(array $created): string
    {
        $said = $created === [] ? '' : sprintf($this->text['created'], implode(', ', $created));

        return $said === '' || $this->hasMail ? $said : "$said {$this->text['no_mail']}";
    }

    private function createIfMissing(ProductForm $form, string $plan): bool
    {
        if (Products::all($form->plans)[$plan] !== null) {
            return false;
        }
        $mail = WelcomeMail::id();
        $this->hasMail = $mail > 0;
        CustomFields::complete($this->createProduct($form, $plan, $mail));

        return true;
    }

    /**
     * Through WHMCS's API, which also gives the product its address (whmcs-contract.md §4.2). Until the host sets a price,
     * -1 keeps it from being ordered, hidden or not: what WHMCS takes for the price where none is given is not documented.
     */
    private function createProduct(ProductForm $form, string $plan, int $mail): int
    {
        $answer = localAPI('AddProduct', [
            'type' => 'other',
            'gid' => $form->group,
            'name' => $form->plans[$plan],
            'hidden' => true,
            'showdomainoptions' => false,
            'paytype' => $plan === ProductForm::FREE ? 'free' : 'recurring',
            'autosetup' => 'payment',
            'module' => 'jetpack',
            'welcomeemail' => $mail,
            'tax' => $form->isTaxed,
            'pricing' => $this->pricing($form, $plan),
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
            ->where('configoption3', $plan)
            ->max('id');

        return (int) $id;
    }

    /**
     * @return array<int, array<string, int|string>> by currency and cycle
     */
    private function pricing(ProductForm $form, string $plan): array
    {
        $notForSale = array_fill_keys(Sold::CYCLES, -1);

        return array_map(
            static fn (int $currency): array => ($form->prices[$currency][$plan] ?? []) + $notForSale,
            array_combine($ids = array_keys(Sold::currencies()), $ids)
        );
    }
}
