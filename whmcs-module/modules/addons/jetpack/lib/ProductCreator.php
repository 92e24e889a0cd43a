<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use WHMCS\Database\Capsule;
use WHMCS\Module\Server\Jetpack\Options;
use WHMCS\Module\Server\Jetpack\Schema;

/**
 * Creates the products and product addons that were chosen and are missing, each with all it needs or not at all: who presses again after it
 * stopped half-way gets the rest. What exists is left as it is.
 */
final class ProductCreator
{
    private bool $hasMail = true;

    /** @var array<string, array<string, mixed>> the module's, by label and in their order */
    private readonly array $options;

    /**
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $text)
    {
        // Outside of any transaction: that it lost against another would not be told.
        $this->options = Options::all();
    }

    public function create(ProductForm $form): Notice
    {
        Costs::keep($form->costs);
        $created = [];
        foreach ($form->plans as $plan => $name) {
            foreach ($form->kinds as $kind) {
                $named = $kind === 'addon' ? sprintf($this->text['products_addon_named'], $name) : $name;
                try {
                    if (Schema::together(fn (): bool => $this->createIfMissing($form, (string) $plan, $kind))) {
                        $created[] = $named;
                    }
                } catch (RefusedByWhmcs $refusal) {
                    $said = sprintf($this->text['creation_failed'], $named, $refusal->getMessage());

                    return new Notice(false, trim("$said {$this->done($created)}"));
                }
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

    private function createIfMissing(ProductForm $form, string $plan, string $kind): bool
    {
        if ($kind === 'addon') {
            return $this->createAddonIfMissing($form, $plan);
        }
        if (Products::all($form->plans)[$plan] !== null) {
            return false;
        }
        $mail = WelcomeMail::id();
        $this->hasMail = $mail > 0;
        (new CustomFields('product', $this->createProduct($form, $plan, $mail)))->complete();

        return true;
    }

    private function createAddonIfMissing(ProductForm $form, string $plan): bool
    {
        if (ProductAddons::all($form->plans)[$plan] !== null) {
            return false;
        }
        (new CustomFields('addon', ProductAddons::make($form, $plan, $this->settings($plan))))->complete();

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
            'pricing' => self::pricing($form, $plan),
        ] + array_column($this->settings($plan), 1, 0));
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
     * The module's settings for a plan: with the addon's key, and all else as the module proposes it.
     *
     * @return array<int, array{string, string, string}> name, value and label
     */
    private function settings(string $plan): array
    {
        return array_map(fn (string $label, int $index): array => [
            'configoption' . ($index + 1),
            $label === 'Plan' ? $plan : (string) ($this->options[$label]['Default'] ?? ''),
            $label,
        ], array_keys($this->options), array_keys(array_keys($this->options)));
    }

    /**
     * What has no price is not for sale.
     *
     * @return array<int, array<string, int|string>> by currency and cycle
     */
    public static function pricing(ProductForm $form, string $plan): array
    {
        $notForSale = array_fill_keys(Sold::CYCLES, -1);

        return array_map(
            static fn (int $currency): array => ($form->prices[$currency][$plan] ?? []) + $notForSale,
            array_combine($ids = array_keys(Sold::currencies()), $ids)
        );
    }
}
