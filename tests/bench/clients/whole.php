<?php

/**
 * In one request of the lab's php-fpm: a warm curl call, the least that a call can cost that a crash does not undo, and a whole
 * CreateAccount with ledger and logs. Prints the milliseconds of each, in this order.
 *
 * The least: one request between two transactions, each of which writes the service's row and a line of the journal by
 * statements that are prepared already, then an entry in each of the host's two logs, through its own doors as ours.
 */

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager as Capsule;

require getenv('LAB_SITE') . '/init.php';
require __DIR__ . '/api.php';
require_once getenv('LAB_SITE') . '/modules/servers/jetpack/jetpack.php';

/** A service of its own, as the shop's first one is. */
function ordered(): int
{
    $service = (array) Capsule::table('tblhosting')->orderBy('id')->first();
    $first = $service['id'];
    unset($service['id']);
    $id = Capsule::table('tblhosting')->insertGetId(['domainstatus' => 'Pending', 'domain' => ''] + $service);
    foreach (Capsule::table('tblcustomfieldsvalues')->where('relid', $first)->get() as $value) {
        $field = Capsule::table('tblcustomfields')->where('id', $value->fieldid)->value('fieldname');
        $text = str_starts_with($field, 'Site URL') ? Api::site() : (str_starts_with($field, 'Local') ? 'admin' : '');
        Capsule::table('tblcustomfieldsvalues')->insert(['fieldid' => $value->fieldid, 'relid' => $id, 'value' => $text]);
    }

    return $id;
}

/** @return Closure(): void */
function least(CurlHandle $curl, string $token): Closure
{
    $pdo = Capsule::connection()->getPdo();
    $pdo->exec('create table if not exists bench_services (id int unsigned auto_increment primary key, state varchar(20), site varchar(255)) engine=innodb');
    $pdo->exec('create table if not exists bench_journal (id int unsigned auto_increment primary key, service int, event varchar(20), sentence text) engine=innodb');
    $row = $pdo->prepare('insert into bench_services (state, site) values (?, ?)');
    $state = $pdo->prepare('update bench_services set state = ? where id = ?');
    $line = $pdo->prepare('insert into bench_journal (service, event, sentence) values (?, ?, ?)');

    return static function () use ($pdo, $row, $state, $line, $curl, $token): void {
        $pdo->beginTransaction();
        $row->execute(['requested', Api::site()]);
        $id = $pdo->lastInsertId();
        $line->execute([$id, 'intent', '']);
        $pdo->commit();
        Api::provision($curl, $token);
        $pdo->beginTransaction();
        $state->execute(['active', $id]);
        $line->execute([$id, 'result', 'It was provisioned.']);
        $pdo->commit();
        logActivity('It was provisioned.', 1);
        logModuleCall('bench', 'CreateAccount', 'POST', '{}', 'success', []);
    };
}

$curl = Api::handle();
$token = Api::token($curl);
Api::provision($curl, $token);
$least = least($curl, $token);
// The lab reads its log tables' columns once in a request, which no host does.
logActivity('Warm.', 1);
logModuleCall('bench', 'warm', '', '', '', []);
$params = Lab\Module\Params::ofService(ordered());
$result = null;
$calls = [
    static fn () => Api::provision($curl, $token),
    $least,
    static function () use ($params, &$result): void {
        $result = jetpack_CreateAccount($params);
    },
];
foreach ($calls as $call) {
    $begun = hrtime(true);
    $call();
    printf("%.3f\n", (hrtime(true) - $begun) / 1e6);
}
if ($result !== 'success') {
    throw new RuntimeException((string) $result);
}
