<?php

declare(strict_types=1);

namespace WHMCS\User;

use Illuminate\Database\Eloquent\Relations\HasMany;
use WHMCS\Model\AbstractModel;
use WHMCS\Service\Service;

/** tblclients (class docs, User/Client). */
final class Client extends AbstractModel
{
    protected const ALIASES = ['currencyId' => 'currency'];

    protected $table = 'tblclients';
    protected $hidden = ['password'];

    public function services(): HasMany
    {
        return $this->hasMany(Service::class, 'userid');
    }

    public function getFullNameAttribute(): string
    {
        return $this->attributes['firstname'] . ' ' . $this->attributes['lastname'];
    }
}
