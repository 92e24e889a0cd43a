"""A transaction that somebody else has open on WHMCS's connection can undo what is written there: the books are kept apart."""

import pytest

SITE = "https://shop.example.test"
INSIDE = """
require getenv('LAB_SITE') . '/init.php';
$connection = WHMCS\\Database\\Capsule::connection();
$open = $argv[2] === 'pdo' ? $connection->getPdo() : $connection;
if ($argv[3] === 'alone') {
    // What a second connection would be made from is wrong.
    (function (): void { $this->config['password'] = 'wrong'; })->call($connection);
}
$open->beginTransaction();
$answer = localAPI('ModuleCreate', ['serviceid' => (int) $argv[1]]);
$open->rollBack();
echo $answer['message'] ?? 'success';
"""


def press(lab, service, how, second="both"):
    return lab.php("-r", INSIDE, "--", str(service.id), how, second).stdout


@pytest.mark.parametrize("how", ["pdo", "illuminate"])
def test_what_was_bought_inside_of_it_is_remembered_when_it_is_undone(lab, manual_shop, admin, sandbox, database, how):
    service = manual_shop.order(SITE)

    assert press(lab, service, how) == "success"

    assert database.ledger(service)["state"] == "pending" and database.ledger(service)["lease_until"] == 0
    assert database.value("SELECT count(*) FROM mod_jetpack_journal") == 2
    assert admin.create(service).ok and sandbox.provisions(SITE) == 1


@pytest.mark.parametrize("how", ["pdo", "illuminate"])
def test_without_a_second_connection_nothing_is_sent(lab, manual_shop, sandbox, how):
    service = manual_shop.order(SITE)

    said = press(lab, service, how, "alone")

    assert "a database transaction open" in said and "nothing was sent" in said
    assert sandbox.requests() == []
