<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

/**
 * The set-up of what is sold: the products of this module, and whether each has what it needs.
 */
final class ShopLines
{
    /**
     * @param array<string, string> $text
     */
    public function __construct(private readonly array $text)
    {
    }

    /**
     * @return array<int, SetupLine>
     */
    public function all(): array
    {
        $sold = Sold::products();
        $addons = Sold::addons();
        $all = self::names([...array_column($sold, 'name'), ...$addons]);
        if ($sold === []) {
            return [$addons === [] ? $this->none() : new SetupLine('products', SetupLine::DONE, $all)];
        }

        return [
            new SetupLine('products', SetupLine::DONE, $all),
            $this->fields($sold),
            $this->prices($sold),
            $this->mail($sold),
        ];
    }

    private function none(): SetupLine
    {
        return Products::groups() === []
            ? new SetupLine('products', SetupLine::TODO, $this->text['no_group'], [
                'link' => 'configproducts.php?action=creategroup',
                'text' => $this->text['create_group'],
            ])
            : new SetupLine('products', SetupLine::TODO, $this->text['setup_products_todo']);
    }

    /**
     * @param array<int, array{id: int, name: string, priced: bool, hidden: bool, mail: int}> $sold
     */
    private function fields(array $sold): SetupLine
    {
        $flaws = [];
        foreach ($sold as $product) {
            $fields = CustomFields::flaws($product['id']);
            if ($fields !== []) {
                $flaws[] = "{$product['name']} (" . implode(', ', $fields) . ')';
            }
        }

        return $flaws === []
            ? new SetupLine('fields', SetupLine::DONE, $this->text['setup_fields_done'])
            : new SetupLine('fields', SetupLine::TODO, sprintf($this->text['setup_fields_todo'], self::names($flaws)), [
                'button' => 'repair_fields',
                'text' => $this->text['setup_fields_repair'],
            ]);
    }

    /**
     * @param array<int, array{id: int, name: string, priced: bool, hidden: bool, mail: int}> $sold
     */
    private function prices(array $sold): SetupLine
    {
        $priced = array_filter($sold, static fn (array $product): bool => $product['priced']);
        $shown = array_filter($priced, static fn (array $product): bool => !$product['hidden']);
        $unpriced = array_values(array_diff_key($sold, $priced));
        $first = $unpriced[0] ?? array_values($priced)[0];
        $open = ['link' => "configproducts.php?action=edit&id={$first['id']}", 'text' => sprintf($this->text['setup_open'], $first['name'])];
        if ($shown === []) {
            return new SetupLine('prices', SetupLine::TODO, $this->text['setup_prices_todo'], $open);
        }
        $said = sprintf($this->text['setup_prices_done'], self::names(array_column($shown, 'name')));

        return $unpriced === []
            ? new SetupLine('prices', SetupLine::DONE, $said)
            : new SetupLine('prices', SetupLine::DONE, "$said " . sprintf(
                $this->text['setup_prices_left'],
                self::names(array_column($unpriced, 'name'))
            ), $open);
    }

    /**
     * @param array<int, array{id: int, name: string, priced: bool, hidden: bool, mail: int}> $sold
     */
    private function mail(array $sold): SetupLine
    {
        $known = WelcomeMail::known(array_unique(array_column($sold, 'mail')));
        $silent = array_filter($sold, static fn (array $product): bool => !in_array($product['mail'], $known, true));

        return $silent === []
            ? new SetupLine('mail', SetupLine::DONE, $this->text['setup_mail_done'])
            : new SetupLine('mail', SetupLine::NOTE, sprintf($this->text['setup_mail_note'], self::names(array_column($silent, 'name'))), [
                'button' => 'repair_mail',
                'text' => $this->text['setup_mail_repair'],
            ]);
    }

    /** @param array<int, string> $names */
    private static function names(array $names): string
    {
        return implode(', ', $names);
    }
}
