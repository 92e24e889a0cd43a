<?php

declare(strict_types=1);

namespace WHMCS\Service;

use Illuminate\Database\Eloquent\Builder;
use Illuminate\Database\Eloquent\Relations\BelongsTo;
use WHMCS\Model\AbstractModel;
use WHMCS\Order\Order;
use WHMCS\Product\Addon as ProductAddon;
use WHMCS\User\Client;

/**
 * A product addon that a client has: tblhostingaddons (class docs, Service/Addon). Names of relations are U.
 *
 * @property int $id
 * @property int $qty
 * @property Properties $serviceProperties
 */
final class Addon extends AbstractModel
{
    protected const ALIASES = [
        'clientId' => 'userid',
        'serviceId' => 'hostingid',
        'productAddonId' => 'addonid',
        'serverId' => 'server',
        'registrationDate' => 'regdate',
        'recurringFee' => 'recurring',
    ];

    protected $table = 'tblhostingaddons';

    /** Service properties (developer docs, 7.2+): the same call as for a service. */
    public function getServicePropertiesAttribute(): Properties
    {
        return new Properties('addon', (int) $this->attributes['addonid'], (int) $this->attributes['id']);
    }

    public function scopeOfService(Builder $query, int $serviceId): Builder
    {
        return $query->where('hostingid', $serviceId);
    }

    public function scopeActive(Builder $query): Builder
    {
        return $query->where('status', 'Active');
    }

    public function service(): BelongsTo
    {
        return $this->belongsTo(Service::class, 'hostingid');
    }

    public function productAddon(): BelongsTo
    {
        return $this->belongsTo(ProductAddon::class, 'addonid');
    }

    public function client(): BelongsTo
    {
        return $this->belongsTo(Client::class, 'userid');
    }

    public function order(): BelongsTo
    {
        return $this->belongsTo(Order::class, 'orderid');
    }
}
