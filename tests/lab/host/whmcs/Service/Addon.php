<?php

declare(strict_types=1);

namespace WHMCS\Service;

use Illuminate\Database\Eloquent\Relations\BelongsTo;
use WHMCS\Model\AbstractModel;
use WHMCS\User\Client;

/** A client's product addon: tblhostingaddons (class docs, Service/Addon). */
final class Addon extends AbstractModel
{
    protected const ALIASES = [
        'clientId' => 'userid',
        'serviceId' => 'hostingid',
        'addonId' => 'addonid',
        'registrationDate' => 'regdate',
    ];

    protected $table = 'tblhostingaddons';

    /** The same call as for a service (developer docs, Service Properties). */
    public function getServicePropertiesAttribute(): Properties
    {
        return new Properties((int) $this->attributes['id'], (int) $this->attributes['addonid'], 'addon');
    }

    public function service(): BelongsTo
    {
        return $this->belongsTo(Service::class, 'hostingid');
    }

    public function client(): BelongsTo
    {
        return $this->belongsTo(Client::class, 'userid');
    }
}
