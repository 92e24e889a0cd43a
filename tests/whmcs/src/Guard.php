<?php

declare(strict_types=1);

namespace ContractTest;

use WHMCS\Database\Capsule;

/** What a run may not do without being told that it may. */
final class Guard
{
    /** Why no run may begin, if so. */
    public static function objection(string $consent): ?string
    {
        $clients = Capsule::table('tblclients')->whereNotIn('id', Marks::clients())->count();
        if ($clients > 0 && $consent !== (string) $clients) {
            return "This WHMCS has $clients clients. A run makes a client, products and orders of its own, and removes them; it changes nothing "
                . "of anybody else's, but the hooks of other modules see what it makes. Should that be all right, say how many there are: "
                . "I_KNOW=$clients";
        }
        if (Marks::number() !== null || Marks::clients() !== []) {
            return 'An earlier run was not cleaned up. Do that first: tests/whmcs/run clean';
        }

        return null;
    }
}
