<?php

declare(strict_types=1);

namespace WHMCS\Product;

use Illuminate\Database\Eloquent\Builder;
use Illuminate\Database\Eloquent\Relations\HasMany;
use Lab\Products;
use WHMCS\Model\AbstractModel;

/** tblproductgroups (class docs, Product/Group). A missing slug is made from the name. */
final class Group extends AbstractModel
{
    protected const ALIASES = [
        'orderFormTemplate' => 'orderfrmtpl',
        'disabledPaymentGateways' => 'disabledgateways',
        'isHidden' => 'hidden',
        'displayOrder' => 'order',
    ];

    protected $table = 'tblproductgroups';

    public function products(): HasMany
    {
        return $this->hasMany(Product::class, 'gid');
    }

    public function autoGenerateUniqueSlug(): string
    {
        return Products::freeSlug('tblproductgroups', (string) $this->attributes['name']);
    }

    protected function performInsert(Builder $query)
    {
        $this->attributes['slug'] ??= $this->autoGenerateUniqueSlug();

        return parent::performInsert($query);
    }
}
