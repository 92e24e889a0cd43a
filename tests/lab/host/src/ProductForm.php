<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Module\ServerModule;
use stdClass;

/** The product page's form: what it shows of a module, and what saving it does. */
final class ProductForm
{
    public const AUTOSETUP = [
        'order' => 'Automatically setup the product as soon as an order is placed',
        'payment' => 'Automatically setup the product as soon as the first payment is received',
        'on' => 'Automatically setup the product when you manually accept a pending order',
        '' => 'Do not automatically setup this product',
    ];

    /** @return array<string, array<string, mixed>> */
    public static function moduleSettings(stdClass $product): array
    {
        return ServerModule::settings($product->servertype, [
            'pid' => (int) $product->id, 'producttype' => $product->type, 'moduletype' => $product->servertype, 'isAddon' => false,
        ]);
    }

    /** @param array<string, mixed> $form */
    public static function save(int $id, array $form): void
    {
        $columns = [];
        foreach (['name', 'description', 'gid', 'welcomeemail', 'servertype', 'autosetup', 'paytype'] as $column) {
            if (isset($form[$column])) {
                $columns[$column] = $form[$column];
            }
        }
        $columns['hidden'] = (int) isset($form['hidden']);
        $columns['showdomainoptions'] = (int) isset($form['showdomainoptions']);
        // An unticked yesno field is not sent at all.
        foreach (array_keys(array_values(self::moduleSettings(Capsule::table('tblproducts')->find($id)))) as $index) {
            $number = $index + 1;
            $columns["configoption$number"] = (string) ($form['packageconfigoption'][$number] ?? '');
        }
        Capsule::table('tblproducts')->where('id', $id)->update($columns + ['updated_at' => date('Y-m-d H:i:s')]);
        Products::storePricing($id, 1, (array) ($form['pricing'] ?? []));
        CustomFieldForm::save('product', $id, (array) ($form['customfields'] ?? []));

        $product = Capsule::table('tblproducts')->find($id);
        if (ServerModule::exists($product->servertype)) {
            Hooks::detect('servers', $product->servertype);
        }
        Hooks::run('ProductEdit', ['pid' => $id] + (array) $product);
    }
}
