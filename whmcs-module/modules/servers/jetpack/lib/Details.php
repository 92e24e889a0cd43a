<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use Throwable;
use WHMCS\Database\Capsule;

/**
 * The custom field `jetpack_provisioning_details` of one service: what its owner reads.
 */
final class Details
{
    private const FIELD = 'jetpack_provisioning_details';

    /**
     * @param array<string, mixed> $params
     * @param array<string, mixed> $order
     */
    public function __construct(
        #[\SensitiveParameter] private readonly array $params,
        private readonly array $order,
    ) {
    }

    /**
     * WHMCS's own door finds or makes the field for exactly this service (whmcs-contract.md §1.8).
     */
    public function save(string $text): void
    {
        $properties = $this->properties();
        if ($properties === null) {
            $this->saveRow($text);
        } else {
            $properties->save([self::FIELD => $text]);
        }
    }

    /** It is read, since `isset` on a model's attribute may say no to one that is there. */
    private function properties(): ?object
    {
        try {
            $properties = ($this->params['model'] ?? null)?->serviceProperties;
        } catch (Throwable) {
            return null;
        }

        return is_object($properties) ? $properties : null;
    }

    /**
     * The same for a call that came without WHMCS's model: the value row of this service's field,
     * made if it does not exist. A product without the field has nowhere to show the text; the
     * fields of product addons cannot be found without the model.
     */
    private function saveRow(string $text): void
    {
        if ($this->order['service_type'] !== 'service') {
            return;
        }
        $field = Capsule::table('tblcustomfields')
            ->where('type', 'product')
            ->where('relid', $this->order['product_id'])
            ->where(static function ($name): void {
                $name->where('fieldname', self::FIELD)->orWhere('fieldname', 'like', self::FIELD . '|%');
            })
            ->value('id');
        if ($field === null) {
            return;
        }
        $now = date('Y-m-d H:i:s');
        $row = ['fieldid' => $field, 'relid' => $this->order['service_id']];
        $values = Capsule::table('tblcustomfieldsvalues')->where($row);
        if ($values->exists()) {
            $values->update(['value' => $text, 'updated_at' => $now]);
        } else {
            $values->insert($row + ['value' => $text, 'created_at' => $now, 'updated_at' => $now]);
        }
    }
}
