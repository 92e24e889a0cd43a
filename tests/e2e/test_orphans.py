"""What WHMCS deletes, moves and merges keeps its plan on the books (architecture.md §4, promise 10)."""

import pytest

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


def test_the_setting_says_when_the_plan_of_a_deleted_service_ends(service, lab, admin, database):
    assert admin.set_addon("Days until plans without a service are cancelled", "30").ok
    admin.delete_service(service)
    [orphan] = orphans(database)
    assert round((orphan["ends_at"] - orphan["ended_at"]) / 86400) == 30


def test_who_takes_over_the_site_is_told_whose_plan_is_there(service, manual_shop, admin, sandbox):
    admin.delete_service(service)
    other = manual_shop.order(SITE, "bob")

    for refused in [admin.terminate(other), admin.create(other)]:
        assert "orphaned plan #1, which was service #1 of client #1" in refused.text, refused
    assert sandbox.live(SITE) == [("personal", "pending")]


def test_an_orphans_plan_is_ended_through_a_service_that_adopts_it(service, manual_shop, admin, sandbox, database):
    admin.delete_service(service)
    other = manual_shop.order(SITE, "bob")

    assert admin.adopt(other).ok
    assert database.ledger(other)["state"] == "pending"
    [orphan] = orphans(database)
    assert (orphan["state"], orphan["next_look_at"]) == ("none", None)
    assert f"taken over by service #{other.id}" in orphan["orphan_of"]
    assert admin.terminate(other).ok and sandbox.live(SITE) == []
    # The site is free for anybody.
    assert admin.create(manual_shop.order(SITE)).ok


def test_a_service_without_a_plan_is_forgotten_quietly(manual_shop, admin, database):
    service = manual_shop.order(ADDONS_SITE)
    assert admin.create(service).ok and admin.terminate(service).ok
    admin.delete_service(service)

    assert [row["state"] for row in orphans(database)] == ["cancelled"]
    assert any("no Jetpack plan that could live on" in line for line in database.activity())


@pytest.mark.parametrize("how", ["hooks", "silent", "kept"])
def test_an_addon_goes_with_its_service(lab, service, manual_shop, admin, database, how):
    lab.switch("addons_of_deleted_service", how)
    addon = manual_shop.add_addon(service, manual_shop.sell_addon(), ADDONS_SITE)
    assert admin.create(addon).ok

    admin.delete_service(service)

    assert sorted(row["orphan_of"] for row in orphans(database)) == [
        f"product addon #{addon.id} of client #1",
        "service #1 of client #1",
    ]


def test_a_deleted_addon_leaves_its_parents_plan_alone(service, manual_shop, admin, database):
    addon = manual_shop.add_addon(service, manual_shop.sell_addon(), ADDONS_SITE)
    assert admin.create(addon).ok

    admin.delete_addon(addon)

    [orphan] = orphans(database)
    assert orphan["orphan_of"].startswith("product addon")
    assert database.rows("SELECT state FROM mod_jetpack_services WHERE service_type = 'service'")[0]["state"] == "pending"


@pytest.mark.parametrize("told", ["on", "off"])
def test_a_deleted_client_leaves_orphans(lab, service, manual_shop, admin, database, told):
    lab.switch("client_delete_runs_service_hooks", told)
    addon = manual_shop.add_addon(service, manual_shop.sell_addon(), ADDONS_SITE)
    assert admin.create(addon).ok

    admin.delete_client(service.client)

    assert len(orphans(database)) == 2


@pytest.mark.parametrize("told", ["on", "off"])
def test_a_merge_orphans_nothing_although_it_deletes_a_client(lab, service, admin, database, told):
    lab.switch("merge_runs_client_delete_hooks", told)
    admin.merge_clients(service.client, 2)

    assert orphans(database) == []
    assert database.ledger(service)["client_id"] == 2 and database.ledger(service)["state"] == "pending"


def test_what_was_deleted_without_a_word_is_found_when_the_page_is_opened(lab, service, admin, database):
    lab.sql("DELETE FROM whmcs.tblhosting WHERE id = 1")
    admin.addon_page(None)
    assert len(orphans(database)) == 1


@pytest.mark.parametrize("table", ["tblhostingaddons", "tblhosting"])
def test_a_product_addon_that_was_deleted_alone_or_left_behind_is_found_when_the_page_is_opened(
    lab, manual_shop, admin, database, table
):
    service = manual_shop.order(SITE)
    addon = manual_shop.add_addon(service, manual_shop.sell_addon(), "https://connected.example.test")
    assert admin.create(addon).ok
    admin.addon_page(None)
    assert orphans(database) == []
    lab.sql(f"DELETE FROM whmcs.{table}")
    admin.addon_page(None)
    assert [row["site"] for row in orphans(database)] == ["https://connected.example.test"]


@pytest.mark.parametrize("told", ["on", "off"])
def test_the_owner_follows_a_move_at_once_or_when_the_page_is_opened(lab, service, admin, database, told):
    lab.switch("move_runs_service_edit", told)
    admin.move_service(service, 2)
    if told == "off":
        admin.addon_page(None)
    assert database.ledger(service)["client_id"] == 2


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
    admin.addon_page(None)
    assert len(orphans(database)) == 1
