<?php

declare(strict_types=1);

namespace WHMCS\Order;

use Illuminate\Database\Eloquent\Relations\HasMany;
use WHMCS\Model\AbstractModel;
use WHMCS\Service\Service;

/** tblorders (class docs, Order/Order). */
final class Order extends AbstractModel
{
    protected const ALIASES = ['clientId' => 'userid', 'orderNumber' => 'ordernum'];

    protected $table = 'tblorders';
    public $timestamps = false;

    public function services(): HasMany
    {
        return $this->hasMany(Service::class, 'orderid');
    }
}
