<?php

declare(strict_types=1);

namespace WHMCS\Module\Server\Jetpack;

use WHMCS\Database\Capsule;

/**
 * What mails about a service can say of its plan: the merge field `jetpack_details`.
 */
final class Mails
{
    /**
     * The hook runs for every templated mail, and what `relid` counts is the template's type to say: an invoice may have a
     * service's number (whmcs-contract.md §11).
     *
     * @return array<string, string> merge fields
     */
    public static function fields(string $template, int $relid): array
    {
        $types = Capsule::table('tblemailtemplates')->where('name', $template)->distinct()->pluck('type')->all();
        if ($types !== ['product'] || $relid <= 0) {
            return [];
        }
        $text = (new Details(['serviceid' => $relid]))->text();

        return $text === null ? [] : ['jetpack_details' => $text];
    }
}
