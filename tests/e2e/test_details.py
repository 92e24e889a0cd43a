"""The client's details field comes after the record of what was bought, and cannot undo it (architecture.md, promise 4)."""

import pytest

SITE = "https://shop.example.test"
HOSTILE_HOOK = """
require getenv('LAB_SITE') . '/init.php';
add_hook('CustomFieldSave', 1, static function (): void {
    WHMCS\\Database\\Capsule::connection()->getPdo()->exec('ROLLBACK');
    throw new RuntimeException('a hook of another module');
});
echo localAPI($argv[1], ['serviceid' => (int) $argv[2]])['result'];
"""


@pytest.mark.escapes
@pytest.mark.parametrize(
    ("command", "state", "begins"),
    [("ModuleCreate", "pending", "URL to Activate Jetpack: "), ("ModuleTerminate", "cancelled", "Jetpack was cancelled")],
)
def test_a_hook_of_another_module_that_breaks_the_field_undoes_nothing(
    lab, manual_shop, admin, sandbox, database, command, state, begins
):
    service = manual_shop.order(SITE)
    if command == "ModuleTerminate":
        assert admin.create(service).ok
    asked = len(sandbox.requests())

    pressed = lab.php("-r", HOSTILE_HOOK, "--", command, str(service.id))

    assert pressed.stdout.startswith("success"), pressed
    assert database.ledger(service)["state"] == state
    assert len(sandbox.requests()) > asked
    assert not (database.details(service) or "").startswith(begins)

    assert database.ledger(service)["details_due"] == 1

    # The same button writes it when the hook is gone, and sends no second provision or cancellation.
    assert (admin.create if command == "ModuleCreate" else admin.terminate)(service).ok
    assert database.details(service).startswith(begins)
    assert (sandbox.provisions(SITE), sandbox.cancels(SITE)) == (1, 0 if command == "ModuleCreate" else 1)


@pytest.mark.escapes
def test_what_could_not_be_written_the_next_look_writes(lab, manual_shop, admin, sandbox, database):
    service = manual_shop.order(SITE)
    assert lab.php("-r", HOSTILE_HOOK, "--", "ModuleCreate", str(service.id)).stdout.startswith("success")

    assert admin.look(service).ok

    assert database.details(service).startswith("URL to Activate Jetpack: ")
    assert database.ledger(service)["details_due"] == 0
    assert sandbox.provisions(SITE) == 1
