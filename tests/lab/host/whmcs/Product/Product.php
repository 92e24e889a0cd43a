<?php

declare(strict_types=1);

namespace WHMCS\Product;

use Illuminate\Database\Eloquent\Builder;
use Illuminate\Database\Eloquent\Relations\BelongsTo;
use Illuminate\Database\Eloquent\Relations\BelongsToMany;
use Illuminate\Database\Eloquent\Relations\HasMany;
use WHMCS\CustomField;
use WHMCS\Model\AbstractModel;
use WHMCS\Service\Service;

/** tblproducts (class docs, Product/Product). */
final class Product extends AbstractModel
{
    protected const ALIASES = [
        'productGroupId' => 'gid',
        'module' => 'servertype',
        'isHidden' => 'hidden',
        'isRetired' => 'retired',
        'displayOrder' => 'order',
        'welcomeEmailTemplateId' => 'welcomeemail',
    ];

    protected $table = 'tblproducts';

    public function scopeOfModule(Builder $query, string $module): Builder
    {
        return $query->where('servertype', $module);
    }

    public function productGroup(): BelongsTo
    {
        return $this->belongsTo(Group::class, 'gid');
    }

    public function services(): HasMany
    {
        return $this->hasMany(Service::class, 'packageid');
    }

    /** Name and pivot columns are U; the table is documented (contract, section 11). */
    public function upgradeProducts(): BelongsToMany
    {
        return $this->belongsToMany(self::class, 'tblproduct_upgrade_products', 'product_id', 'upgrade_product_id');
    }

    public function customFields(): HasMany
    {
        return $this->hasMany(CustomField::class, 'relid')->where('type', 'product')->orderBy('sortorder');
    }
}
