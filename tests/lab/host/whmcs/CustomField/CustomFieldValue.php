<?php

declare(strict_types=1);

namespace WHMCS\CustomField;

use Illuminate\Database\Eloquent\Relations\BelongsTo;
use WHMCS\CustomField;
use WHMCS\Model\AbstractModel;

/** tblcustomfieldsvalues (class docs, CustomField/CustomFieldValue). */
final class CustomFieldValue extends AbstractModel
{
    protected const ALIASES = ['relatedId' => 'relid'];

    protected $table = 'tblcustomfieldsvalues';

    public function customField(): BelongsTo
    {
        return $this->belongsTo(CustomField::class, 'fieldid');
    }
}
