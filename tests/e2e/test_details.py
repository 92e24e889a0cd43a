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


def without_friendly_name(lab):
    """As installations have it whose fields are older: it is written through WHMCS's own door, with its hooks."""
    name = "jetpack_provisioning_details"
    lab.sql(f"UPDATE tblcustomfields SET fieldname = '{name}' WHERE fieldname LIKE '{name}|%'")


@pytest.mark.escapes
@pytest.mark.parametrize(
    ("command", "state", "begins"),
    [("ModuleCreate", "pending", "URL to Activate Jetpack: "), ("ModuleTerminate", "cancelled", "Jetpack was cancelled")],
)
def test_a_hook_of_another_module_that_breaks_the_field_undoes_nothing(
    lab, manual_shop, admin, sandbox, database, command, state, begins
):
    without_friendly_name(lab)
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
    without_friendly_name(lab)
    service = manual_shop.order(SITE)
    assert lab.php("-r", HOSTILE_HOOK, "--", "ModuleCreate", str(service.id)).stdout.startswith("success")

    assert admin.look(service).ok

    assert database.details(service).startswith("URL to Activate Jetpack: ")
    assert database.ledger(service)["details_due"] == 0
    assert sandbox.provisions(SITE) == 1


FAILED = "Your hosting company has been informed"


def test_of_several_owners_that_a_cron_tells_one_who_cannot_be_told_keeps_no_other(lab, shop, sandbox, database):
    sites = [f"https://shop{number}.example.test" for number in range(3)]
    services = [shop.order(site) for site in sites]
    for site in sites:
        sandbox.connect(site)
    lab.sql(
        "CREATE TRIGGER broken BEFORE UPDATE ON tblcustomfieldsvalues FOR EACH ROW"
        f" SET NEW.value = IF(NEW.relid = {services[1].id}, (SELECT 1 UNION SELECT 2), NEW.value)"
    )
    try:
        lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1")
        lab.cron()
        assert [database.details(service).startswith("Jetpack is active") for service in services] == [True, False, True]
        assert [database.ledger(service)["details_due"] for service in services] == [0, 1, 0]
        logged = database.column("SELECT request FROM tblmodulelog WHERE action = 'Cron' AND request LIKE '%GET %/status%'")
        assert sorted(request.splitlines()[0] for request in logged) == [f"service #{service.id}" for service in services]
    finally:
        lab.sql("DROP TRIGGER broken")
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1")
    lab.cron()
    assert database.details(services[1]).startswith("Jetpack is active")
    assert database.ledger(services[1])["details_due"] == 0


@pytest.mark.parametrize("friendly", [True, False])
@pytest.mark.parametrize("finds", ["on", "off"])
def test_the_one_field_is_written_however_it_is_named(lab, manual_shop, admin, database, friendly, finds):
    lab.switch("properties_find_piped_names", finds)
    if not friendly:
        without_friendly_name(lab)
    fields = database.value("SELECT count(*) FROM tblcustomfields")
    service = manual_shop.order(SITE)
    assert admin.create(service).ok

    assert database.details(service).startswith("URL to Activate Jetpack: ")
    assert manual_shop.shopper().details(service) == database.details(service)
    assert database.value("SELECT count(*) FROM tblcustomfields") == fields


def test_the_details_of_an_addon_that_only_its_id_tells_are_written(lab, manual_shop, database):
    lab.switch("addon_told_by", "addonId")
    service = manual_shop.order("https://other.example.test")
    addon = manual_shop.add_addon(service, manual_shop.sell_addon("personal"), SITE)
    assert manual_shop.admin.create(addon).ok

    assert database.addon_details(addon).startswith("URL to Activate Jetpack: ")
    assert not database.details(service)


@pytest.mark.parametrize(
    "site", ["https://nojetpack.example.test", "https://192.168.0.1", ""], ids=["refused", "impossible", "missing"]
)
def test_after_a_failure_the_owner_reads_that_the_host_knows(shop, lab, database, site):
    service = shop.order("https://nojetpack.example.test")
    admin = shop.admin
    # Staff may have set what the order form would not let pass.
    admin.edit_service(service, {"Site URL": site, "Your Jetpack plan": ""})
    assert not admin.create(service).ok

    assert FAILED in shop.shopper().details(service)
    assert admin.edit_service(service, {"Site URL": SITE}).ok
    assert admin.create(service).ok
    assert database.details(service).startswith("URL to Activate Jetpack: ")


def test_without_the_extension_the_owner_reads_it_too_and_nothing_else_is_overwritten(shop, lab, ini, admin, database):
    kept = shop.order(SITE)
    fresh = shop.order("https://nojetpack.example.test")
    lab.sql(f"UPDATE tblcustomfieldsvalues SET value = '' WHERE relid = {fresh.id} AND value LIKE '%informed%'")
    before = database.details(kept)
    lab.up("")
    try:
        assert not admin.create(kept).ok
        assert not admin.create(fresh).ok
    finally:
        lab.up(ini)

    assert database.details(kept) == before
    assert FAILED in database.details(fresh)


def test_a_refusal_does_not_hide_how_the_living_plan_stands(shop, admin, database):
    service = shop.order(SITE)
    admin.edit_service(service, {"Site URL": "https://another.example.test", "Your Jetpack plan": ""})
    assert not admin.create(service).ok

    assert database.details(service).startswith("URL to Activate Jetpack: ")
