<?php

/**
 * The least of WHMCS that module calls need, at one database node. Arguments: its socket, and by how many seconds this
 * machine's clock is to differ from the database's. Reads calls as lines of JSON: a function and its arguments.
 */

declare(strict_types=1);

use Illuminate\Database\Capsule\Manager;

define('WHMCS', true);
define('MODULES', dirname(__DIR__, 2) . '/whmcs-module/modules');
require 'Illuminate/Database/autoload.php';
class_alias(Manager::class, 'WHMCS\Database\Capsule');

[, $socket, $skew] = $argv;
$capsule = new Manager();
$capsule->addConnection([
    'driver' => 'mysql', 'host' => 'localhost', 'unix_socket' => $socket, 'database' => 'whmcs', 'username' => 'root',
    'password' => '', 'charset' => 'utf8mb4', 'collation' => 'utf8mb4_general_ci', 'prefix' => '',
] + ($skew === '0' ? [] : ['options' => [PDO::MYSQL_ATTR_INIT_COMMAND => "set timestamp = unix_timestamp() - $skew"]]));
$capsule->setAsGlobal();

spl_autoload_register(static function (string $class): void {
    if (preg_match('/^WHMCS\\\\Module\\\\(Server|Addon)\\\\Jetpack\\\\(\w+)$/', $class, $part)) {
        require MODULES . '/' . strtolower($part[1]) . 's/jetpack/lib/' . $part[2] . '.php';
    }
});

function logActivity(string $message, int $client = 0): void
{
}

/** A defect of the module's is written here and nowhere else; one that only lost its node is none. */
function logModuleCall(mixed ...$arguments): void
{
    if (str_contains((string) $arguments[4], 'failed unexpectedly')) {
        fwrite(STDERR, json_encode($arguments) . "\n");
    }
}

function encrypt(string $text): string
{
    return base64_encode($text);
}

function decrypt(string $text): string
{
    return base64_decode($text);
}

/** Only what Create Products asks for, slow enough for two to meet. */
function localAPI(string $command, array $values): array
{
    usleep(5000);
    $id = Manager::table('tblproducts')->insertGetId([
        'type' => 'other', 'gid' => $values['gid'], 'name' => $values['name'], 'servertype' => $values['module'],
        'configoption3' => $values['configoption3'], 'paytype' => 'free', 'autosetup' => '',
    ]);

    return ['result' => 'success', 'pid' => $id];
}

/** As the addon's page does when the button is pressed. */
function press_create_products(int $group): string
{
    $text = WHMCS\Module\Addon\Jetpack\Language::fallback();

    $names = WHMCS\Module\Addon\Jetpack\Products::names();
    $form = WHMCS\Module\Addon\Jetpack\ProductForm::of(['group' => (string) $group, 'plan' => $names], $names, $text);

    return (new WHMCS\Module\Addon\Jetpack\ProductCreator($text))->create($form)->sentence;
}

/** @return int the number of a bulk action of so many services, which is begun */
function choose_rows(int $count): int
{
    WHMCS\Module\Server\Jetpack\Schema::bring(microtime(true) + 20);
    [$job] = WHMCS\Module\Server\Jetpack\BulkJob::draft('look', 1, [range(1, $count)], $count);
    $job->begin(1);

    return (int) $job->job->id;
}

/** @return array<int, int> which of them this process has had, until none was left to begin */
function do_rows(int $job): array
{
    $bulk = WHMCS\Module\Server\Jetpack\BulkJob::find($job);
    for ($mine = []; ($row = $bulk->next()) !== null; $mine[] = (int) $row->position) {
        $bulk->end($row, true, '');
    }

    return $mine;
}

require MODULES . '/servers/jetpack/jetpack.php';

while (($line = fgets(STDIN)) !== false) {
    $call = json_decode($line, true);
    ob_start();
    try {
        $answer = ['result' => $call[0](...array_slice($call, 1))];
    } catch (Throwable $thrown) {
        $answer = ['thrown' => (string) $thrown];
    }
    $printed = ob_get_clean();
    echo json_encode($answer + ($printed === '' ? [] : ['printed' => $printed])), "\n";
}
