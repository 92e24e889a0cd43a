<?php

declare(strict_types=1);

namespace WHMCS\Mail;

use Illuminate\Database\Eloquent\Builder;
use WHMCS\Model\AbstractModel;

/** tblemailtemplates (class docs, Mail/Template). A template is known by its type and name; a translation is a further row. */
final class Template extends AbstractModel
{
    protected $table = 'tblemailtemplates';

    /** Those with no defined language. */
    public function scopeMaster(Builder $query): Builder
    {
        return $query->where('language', '');
    }
}
