<?php

declare(strict_types=1);

namespace Lab\Api;

use Illuminate\Database\Capsule\Manager as Capsule;
use Lab\Api;
use Lab\Database;
use Lab\Hooks;

/** Makes a client. The lab has no welcome mail for one, so `noemail` changes nothing. */
final class AddClient
{
    /** Parameter => what its documented sentence calls it. */
    private const REQUIRED = [
        'firstname' => 'first name', 'lastname' => 'last name', 'email' => 'email address', 'address1' => ' address line 1',
        'city' => 'city', 'state' => 'state', 'postcode' => 'postcode', 'country' => 'country', 'phonenumber' => 'phone number',
    ];

    /**
     * @param array<string, mixed> $in
     *
     * @return array<string, mixed>
     */
    public static function run(array $in): array
    {
        foreach (self::REQUIRED as $name => $what) {
            if (trim((string) ($in[$name] ?? '')) === '' && empty($in['skipvalidation'])) {
                return Api::error("You did not enter your $what");
            }
        }
        if (filter_var($in['email'] ?? '', FILTER_VALIDATE_EMAIL) === false) {
            return Api::error('The email address you entered was not valid');
        }
        // The wording is U.
        if (Capsule::table('tblclients')->where('email', $in['email'])->exists()) {
            return Api::error('A user already exists with that email address');
        }
        $given = array_intersect_key($in, self::REQUIRED + array_fill_keys(['companyname', 'address2', 'language', 'notes'], ''));
        $id = Database::insert('tblclients', $given + [
            'uuid' => sprintf('%s-%s-4%s-8%s-%s', ...array_map(static fn (int $n): string => bin2hex(random_bytes($n)), [4, 2, 1, 1, 6])),
            'password' => password_hash((string) ($in['password2'] ?? ''), PASSWORD_BCRYPT, ['cost' => 5]),
            'currency' => (int) ($in['currency'] ?? 1),
            'datecreated' => date('Y-m-d'),
        ]);
        Hooks::run('ClientAdd', ['client_id' => $id, 'userid' => $id] + $given);

        return Api::success(['clientid' => $id]);
    }
}
