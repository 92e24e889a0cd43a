<?php

declare(strict_types=1);

namespace Lab;

use Illuminate\Database\Capsule\Manager as Capsule;
use stdClass;

/** Logging in. */
final class People
{
    public static function admin(string $username, string $password): ?stdClass
    {
        return self::checked(Capsule::table('tbladmins')->where('username', $username)->where('disabled', 0)->first(), $password);
    }

    public static function client(string $email, string $password): ?stdClass
    {
        return self::checked(Capsule::table('tblclients')->where('email', $email)->where('status', '!=', 'Closed')->first(), $password);
    }

    private static function checked(?stdClass $person, string $password): ?stdClass
    {
        return $person !== null && password_verify($password, $person->password) ? $person : null;
    }
}
