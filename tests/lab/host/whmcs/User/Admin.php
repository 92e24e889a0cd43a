<?php

declare(strict_types=1);

namespace WHMCS\User;

use WHMCS\Model\AbstractModel;

/** tbladmins (class docs, User/Admin). */
final class Admin extends AbstractModel
{
    protected $table = 'tbladmins';
    protected $hidden = ['password'];

    public function getFullNameAttribute(): string
    {
        return $this->attributes['firstname'] . ' ' . $this->attributes['lastname'];
    }
}
