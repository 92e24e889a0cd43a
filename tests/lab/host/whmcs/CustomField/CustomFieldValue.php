<?php

declare(strict_types=1);

namespace WHMCS\CustomField;

use Illuminate\Database\Eloquent\Relations\BelongsTo;
use WHMCS\CustomField;
use WHMCS\Model\AbstractModel;
use WHMCS\Service\Addon;
use WHMCS\Service\Service;

/** tblcustomfieldsvalues (class docs, CustomField/CustomFieldValue). */
final class CustomFieldValue extends AbstractModel
{
    protected const ALIASES = ['relatedId' => 'relid'];

    protected $table = 'tblcustomfieldsvalues';

    public function customField(): BelongsTo
    {
        return $this->belongsTo(CustomField::class, 'fieldid');
    }

    public function service(): BelongsTo
    {
        return $this->belongsTo(Service::class, 'relid');
    }

    public function addon(): BelongsTo
    {
        return $this->belongsTo(Addon::class, 'relid');
    }
}
