<?php

declare(strict_types=1);

namespace WHMCS\Service;

use Illuminate\Database\Eloquent\Relations\BelongsTo;
use Illuminate\Database\Eloquent\Relations\HasMany;
use WHMCS\Model\AbstractModel;
use WHMCS\Order\Order;
use WHMCS\Product\Product;
use WHMCS\User\Client;

/**
 * A client's product: tblhosting (class docs, Service/Service).
 *
 * @property int $id
 * @property int $qty
 * @property Properties $serviceProperties
 */
final class Service extends AbstractModel
{
    protected const ALIASES = [
        'clientId' => 'userid',
        'productId' => 'packageid',
        'serverId' => 'server',
        'status' => 'domainstatus',
        'registrationDate' => 'regdate',
        'recurringAmount' => 'amount',
    ];

    protected $table = 'tblhosting';

    /** Service properties (developer docs, 7.2+). */
    public function getServicePropertiesAttribute(): Properties
    {
        return new Properties('product', (int) $this->attributes['packageid'], (int) $this->attributes['id']);
    }

    public function product(): BelongsTo
    {
        return $this->belongsTo(Product::class, 'packageid');
    }

    public function client(): BelongsTo
    {
        return $this->belongsTo(Client::class, 'userid');
    }

    public function order(): BelongsTo
    {
        return $this->belongsTo(Order::class, 'orderid');
    }

    public function addons(): HasMany
    {
        return $this->hasMany(Addon::class, 'hostingid');
    }
}
