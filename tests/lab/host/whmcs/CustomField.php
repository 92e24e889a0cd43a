<?php

declare(strict_types=1);

namespace WHMCS;

use Illuminate\Database\Eloquent\Relations\HasMany;
use WHMCS\CustomField\CustomFieldValue;
use WHMCS\Model\AbstractModel;

/** tblcustomfields (class docs, CustomField). `fieldName` is the part people see; the lab has no translations. */
final class CustomField extends AbstractModel
{
    public const TYPE_CLIENT = 'client';
    public const TYPE_PRODUCT = 'product';
    public const TYPE_ADDON = 'addon';
    public const TYPE_SUPPORT = 'support';

    protected const ALIASES = ['relatedId' => 'relid', 'showOnOrderForm' => 'showorder', 'showOnInvoice' => 'showinvoice'];

    protected $table = 'tblcustomfields';

    public function customFieldValues(): HasMany
    {
        return $this->hasMany(CustomFieldValue::class, 'fieldid');
    }
}
