<?php

declare(strict_types=1);

namespace WHMCS\Product;

use Illuminate\Database\Eloquent\Relations\HasMany;
use WHMCS\CustomField;
use WHMCS\Model\AbstractModel;

/** tbladdons (class docs, Product/Addon). Names of relations are U. */
final class Addon extends AbstractModel
{
    protected const ALIASES = ['welcomeEmailTemplateId' => 'welcomeemail', 'isHidden' => 'hidden'];

    protected $table = 'tbladdons';

    public function customFields(): HasMany
    {
        return $this->hasMany(CustomField::class, 'relid')->where('type', 'addon')->orderBy('sortorder');
    }
}
