"""What WHMCS deletes, moves and merges keeps its plan on the books (architecture.md §4, promise 10)."""

import pytest

from host.addons import add_addon, sell_addon

SITE = "https://shop.example.test"
ADDONS_SITE = "https://connected.example.test"


@pytest.fixture
def service(manual_shop, admin):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    return service


def orphans(database):
    return database.rows("SELECT * FROM mod_jetpack_services WHERE service_type = 'orphan' ORDER BY id")


def test_a_deleted_service_keeps_its_plan_on_the_books_and_frees_its_id(service, admin, sandbox, database):
    before = database.ledger(service)
    admin.delete_service(service)

    [orphan] = orphans(database)
    assert orphan["service_id"] == orphan["id"] == before["id"]
    for column in ["client_id", "site", "site_key", "plan", "partner_id", "pending_until"]:
        assert orphan[column] == before[column]
    assert orphan["state"] == "orphaned" and orphan["orphan_of"] == "service #1 of client #1"
    assert orphan["next_look_at"] is not None
    assert sandbox.live(SITE) == [("personal", "pending")]
    told = [line for line in database.activity() if "was deleted" in line]
    assert len(told) == 1 and SITE in told[0] and "may still be billed" in told[0]


def test_who_takes_over_the_site_is_told_whose_plan_is_there(service, manual_shop, admin, sandbox):
    admin.delete_service(service)
    other = manual_shop.order(SITE, "bob")

    for refused in [admin.terminate(other), admin.create(other)]:
        assert "orphaned plan #1, which was service #1 of client #1" in refused.text, refused
    assert sandbox.live(SITE) == [("personal", "pending")]


def test_a_service_without_a_plan_is_forgotten_quietly(manual_shop, admin, database):
    service = manual_shop.order(ADDONS_SITE)
    assert admin.create(service).ok and admin.terminate(service).ok
    admin.delete_service(service)

    assert [row["state"] for row in orphans(database)] == ["cancelled"]
    assert any("no Jetpack plan that could live on" in line for line in database.activity())


@pytest.mark.parametrize("told", ["on", "off"])
def test_an_addon_goes_with_its_service_and_a_client_with_both(lab, service, admin, database, told):
    lab.switch("deleting_a_service_tells_of_its_addons", told)
    addon = add_addon(lab, service, sell_addon(lab), ADDONS_SITE)
    assert admin.addon_command(service, addon, "Create").ok

    admin.delete_service(service)

    assert [row["orphan_of"] for row in orphans(database)] == [
        "service #1 of client #1",
        f"product addon #{addon} of client #1",
    ]


def test_a_deleted_addon_leaves_its_parents_plan_alone(lab, service, admin, database):
    addon = add_addon(lab, service, sell_addon(lab), ADDONS_SITE)
    assert admin.addon_command(service, addon, "Create").ok

    admin.delete_addon(service, addon)

    [orphan] = orphans(database)
    assert orphan["orphan_of"].startswith("product addon")
    assert database.rows("SELECT state FROM mod_jetpack_services WHERE service_type = 'service'")[0]["state"] == "pending"


def test_a_deleted_client_leaves_orphans(service, admin, database):
    admin.delete_client(service.client)
    assert [row["orphan_of"] for row in orphans(database)] == ["service #1 of client #1"]


def test_what_was_deleted_without_a_word_is_found_when_the_page_is_opened(lab, service, admin, database):
    lab.sql("DELETE FROM whmcs.tblhosting WHERE id = 1")
    admin.addon_page()
    assert len(orphans(database)) == 1


def test_the_owner_follows_a_move_and_a_merge(service, admin, database):
    admin.move_service(service, 2)
    assert database.ledger(service)["client_id"] == 2
    admin.merge_clients(2, 3)
    assert database.ledger(service)["client_id"] == 3


def test_a_deletion_while_a_call_is_under_way_leaves_a_doubt(lab, service, admin, database):
    lab.sql(
        "UPDATE whmcs.mod_jetpack_services SET state = 'cancelling', state_before = 'pending', lease_token = 'x',"
        " lease_holder = 'elsewhere:1:1', lease_until = unix_timestamp() + 100, version = version + 1"
    )
    admin.delete_service(service)

    [orphan] = orphans(database)
    assert orphan["state"] == "orphaned" and orphan["doubt_until"] is not None and orphan["lease_until"] == 0


def test_without_the_extension_the_page_still_works_and_the_orphan_is_found_later(lab, ini, service, admin, database):
    without = "\n".join(line for line in ini.splitlines() if "jetpack_bridge" not in line)
    lab.up(without + "\n")
    try:
        admin.delete_service(service)
    finally:
        lab.up(ini)
    assert database.status(service) is None and orphans(database) == []
    admin.addon_page()
    assert len(orphans(database)) == 1
