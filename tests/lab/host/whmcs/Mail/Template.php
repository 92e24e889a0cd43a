<?php

declare(strict_types=1);

namespace WHMCS\Mail;

use Illuminate\Database\Eloquent\Builder;
use WHMCS\Model\AbstractModel;

/**
 * tblemailtemplates (class docs, Mail/Template). A template is known by its type and name; a translation is a further row.
 *
 * @property int $id
 * @property string $type
 * @property string $name
 * @property string $subject
 * @property string $message
 * @property string $language
 * @property int $custom
 * @property int $disabled
 * @property int $plaintext
 *
 * @method static Builder master()
 */
final class Template extends AbstractModel
{
    protected $table = 'tblemailtemplates';

    /** Those with no defined language. */
    public function scopeMaster(Builder $query): Builder
    {
        return $query->where('language', '');
    }
}
