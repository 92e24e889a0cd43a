<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\CustomFields;
use Lab\Products;
use stdClass;

/** Lists products; of their custom fields only those on the order form. */
final class GetProducts
{
    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        $query = Capsule::table('tblproducts')->orderBy('gid')->orderBy('order')->orderBy('id');
        if (!empty($in['pid'])) {
            $query->whereIn('id', explode(',', (string) $in['pid']));
        }
        foreach (['gid' => 'gid', 'module' => 'servertype'] as $parameter => $column) {
            if (!empty($in[$parameter])) {
                $query->where($column, $in[$parameter]);
            }
        }
        $products = array_map(self::product(...), $query->get()->all());

        return Api::success(['totalresults' => count($products), 'products' => ['product' => $products]]);
    }

    /** @return array<string, mixed> */
    private static function product(stdClass $row): array
    {
        $onForm = array_filter(CustomFields::ofProduct((int) $row->id), static fn (stdClass $field): bool => $field->showorder === 'on');
        $fields = array_map(static fn (stdClass $field): array => [
            'id' => $field->id,
            'name' => CustomFields::label($field),
            'description' => $field->description,
            'required' => $field->required,
        ], array_values($onForm));

        return [
            'pid' => (int) $row->id,
            'gid' => (int) $row->gid,
            'type' => $row->type,
            'name' => $row->name,
            'slug' => Products::slug((int) $row->id),
            'product-url' => $GLOBALS['CONFIG']['SystemURL'] . 'cart.php?a=add&pid=' . $row->id,
            'description' => $row->description,
            'module' => $row->servertype,
            'paytype' => $row->paytype,
            'allowqty' => (int) $row->allowqty,
            'quantity_available' => (int) $row->qty,
            'pricing' => ['USD' => ['prefix' => '$', 'suffix' => ' USD'] + Products::pricing((int) $row->id)],
            'customfields' => ['customfield' => $fields],
            'configoptions' => ['configoption' => []],
        ];
    }
}
