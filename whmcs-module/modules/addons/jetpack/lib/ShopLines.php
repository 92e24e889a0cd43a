<?php

declare(strict_types=1);

namespace WHMCS\Module\Addon\Jetpack;

use Throwable;

/**
 * The set-up of what is sold: the products of this module, and whether each has what it needs.
 */
final class ShopLines
{
    /**
     * @param array<string, string> $text
     * @param string $link the addon's page
     */
    public function __construct(private readonly array $text, private readonly string $link)
    {
    }

    /**
     * @return array<int, SetupLine>
     */
    public function all(): array
    {
        $sold = Sold::current();
        if ($sold === []) {
            return [$this->none()];
        }

        return [
            new SetupLine('products', SetupLine::DONE, self::names(array_column($sold, 'name'))),
            $this->fields($sold),
            $this->prices($sold),
            ...(in_array(false, array_column($sold, 'isAddon'), true) ? [$this->mail($sold)] : []),
        ];
    }

    private function none(): SetupLine
    {
        return Products::groups() === []
            ? new SetupLine('products', SetupLine::TODO, $this->text['no_group'], [
                'link' => 'configproducts.php?action=creategroup',
                'text' => $this->text['create_group'],
            ])
            : new SetupLine('products', SetupLine::TODO, $this->text['setup_products_todo'], [
                'link' => "$this->link&tab=products",
                'text' => $this->text['products_button'],
            ]);
    }

    /**
     * @param array<int, array{isAddon: bool, id: int, name: string, prices: array<int, string>, hidden: bool, mail: int, keyed: bool, free: bool}> $sold
     */
    private function fields(array $sold): SetupLine
    {
        $flaws = [];
        $isLost = false;
        foreach ($sold as $product) {
            $fields = CustomFields::of($product)->flaws();
            // A product addon has the domain of the service beside it.
            $isLost = $isLost || (!$product['isAddon'] && in_array('Site URL', $fields, true));
            if ($fields !== []) {
                $flaws[] = "{$product['name']} (" . implode(', ', $fields) . ')';
            }
        }

        if ($flaws === []) {
            return new SetupLine('fields', SetupLine::DONE, $this->text['setup_fields_done']);
        }
        $repair = ['button' => 'repair_fields', 'text' => $this->text['setup_fields_repair']];

        // Without the first nobody can say for which site a plan is; the others have something in their place.
        return new SetupLine(
            'fields',
            $isLost ? SetupLine::TODO : SetupLine::NOTE,
            sprintf($this->text['setup_fields_todo'], self::names($flaws)),
            $repair
        );
    }

    /**
     * @param array<int, array{isAddon: bool, id: int, name: string, prices: array<int, string>, hidden: bool, mail: int, keyed: bool, free: bool}> $sold
     */
    private function prices(array $sold): SetupLine
    {
        $priced = array_filter($sold, static fn (array $product): bool => $product['prices'] !== []);
        $shown = array_filter($priced, static fn (array $product): bool => !$product['hidden']);
        $unpriced = array_values(array_diff_key($sold, $priced));
        // One that was given a price only has to be shown.
        $waiting = array_values(array_filter($priced, static fn (array $product): bool => $product['hidden'] && !$product['free']));
        $first = ($shown === [] ? $waiting[0] ?? null : null) ?? $unpriced[0] ?? array_values($priced)[0];
        $page = $first['isAddon'] ? 'configaddons.php?action=manage' : 'configproducts.php?action=edit';
        $open = ['link' => "$page&id={$first['id']}", 'text' => sprintf($this->text['setup_open'], $first['name'])];
        if ($shown === []) {
            return new SetupLine('prices', SetupLine::TODO, $this->text['setup_prices_todo'], $open);
        }
        $said = [sprintf($this->text['setup_prices_done'], self::names(array_map(
            static fn (array $product): string => "{$product['name']} (" . implode(', ', $product['prices']) . ')',
            $shown
        )))];
        if ($unpriced !== []) {
            $said[] = sprintf($this->text['setup_prices_left'], self::names(array_column($unpriced, 'name')));
        }

        return new SetupLine('prices', SetupLine::DONE, implode(' ', $said), $unpriced === [] ? null : $open);
    }

    /**
     * @param array<int, array{isAddon: bool, id: int, name: string, prices: array<int, string>, hidden: bool, mail: int, keyed: bool, free: bool}> $sold
     */
    private function mail(array $sold): SetupLine
    {
        try {
            $silent = WelcomeMail::silent($sold);
        } catch (Throwable) {
            return new SetupLine('mail', SetupLine::NOTE, $this->text['setup_mail_unknown']);
        }

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
