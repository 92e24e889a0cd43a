"""A call that stands still between its claim and its request, and machines whose clocks differ (architecture.md §4)."""

import pytest

from conftest import DEADLINE

SITE = "https://shop.example.test"
FREEZE = """
require getenv('LAB_SITE') . '/init.php';
final class FreezingPdo extends PDO
{
    public static int $seconds = 0;

    public function commit(): bool
    {
        $done = parent::commit();
        sleep(self::$seconds);
        self::$seconds = 0;

        return $done;
    }
}
$connection = WHMCS\\Database\\Capsule::connection();
$config = $connection->getConfig();
$connection->setPdo(new FreezingPdo(
    "mysql:unix_socket={$config['unix_socket']};dbname={$config['database']}",
    $config['username'],
    $config['password'],
    [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]
));
FreezingPdo::$seconds = (int) $argv[2];
echo localAPI('ModuleCreate', ['serviceid' => (int) $argv[1]])['message'] ?? 'success';
"""
SKEWED = """
require getenv('LAB_SITE') . '/init.php';
WHMCS\\Database\\Capsule::connection()->getPdo()->exec('set timestamp = ' . (time() - (int) $argv[2]));
echo localAPI('ModuleCreate', ['serviceid' => (int) $argv[1]])['message'] ?? 'success';
"""


def test_nothing_is_sent_by_a_call_that_was_frozen_past_its_deadline(lab, manual_shop, admin, sandbox, database):
    service = manual_shop.order(SITE)

    said = lab.php("-r", FREEZE, "--", str(service.id), str(DEADLINE + 1)).stdout

    assert "the time for this call had run out" in said
    assert sandbox.requests() == []
    assert database.ledger(service)["lease_until"] == 0
    assert admin.create(service).ok
    assert sandbox.provisions(SITE) == 1


@pytest.mark.parametrize(("seconds", "words"), [(90, "seconds ahead of that"), (-90, "seconds behind that")])
def test_a_server_whose_clock_is_wrong_sends_nothing(lab, manual_shop, admin, sandbox, seconds, words):
    service = manual_shop.order(SITE)

    said = lab.php("-r", SKEWED, "--", str(service.id), str(seconds)).stdout

    assert words in said and "NTP" in said
    assert sandbox.requests() == []
    assert lab.php("-r", SKEWED, "--", str(service.id), "20").stdout == "success"
