"""Activating, configuring and deactivating the addon module."""

import pytest

from host.admin import ADDON, Admin

TABLES = ["mod_jetpack_journal", "mod_jetpack_services"]


def test_activation_makes_both_tables_and_says_what_comes_next(admin, database):
    banner = admin.activate()

    assert banner.ok, banner
    assert "Next: choose Configure" in banner.text
    assert all(database.has_table(table) for table in TABLES)


def test_without_the_right_to_make_keys_no_table_is_left_that_guards_nothing(lab, admin, database):
    lab.sql("REVOKE ALTER, INDEX ON whmcs.* FROM 'whmcs'@'localhost'")

    admin.activate()

    keys = lab.sql("SHOW KEYS FROM whmcs.mod_jetpack_services") if database.has_table("mod_jetpack_services") else ""
    assert not keys or {"mod_jetpack_site", "mod_jetpack_service"} <= set(keys.split())


def test_activating_again_keeps_what_was_recorded(shop, admin, database):
    service = shop.order("https://shop.example.test")
    before = database.ledger(service)

    assert admin.deactivate().kind == "info"
    assert database.ledger(service) == before
    assert admin.activate().ok
    assert database.ledger(service) == before


def test_a_service_can_be_terminated_while_the_addon_is_inactive(manual_shop, admin, sandbox, database):
    """With the product's own key, since the addon's settings are gone."""
    key = {"packageconfigoption[1]": "sandbox-partner", "packageconfigoption[2]": "sandbox-secret"}
    assert admin.edit_product(manual_shop.products["personal"], key).ok
    service = manual_shop.order("https://shop.example.test")
    assert admin.create(service).ok
    admin.deactivate()

    assert admin.terminate(service).ok
    assert sandbox.plans("https://shop.example.test") == [("personal", "cancelled")]


def test_without_the_right_to_make_tables_activation_says_so(lab, admin, database):
    lab.sql("REVOKE CREATE ON whmcs.* FROM 'whmcs'@'localhost'")
    banner = admin.activate()

    assert banner.kind == "error"
    assert "Grant the database user of WHMCS the right CREATE" in banner.text
    assert not database.has_table("mod_jetpack_services")


def test_without_the_right_to_make_tables_create_says_so_and_sends_nothing(lab, manual_shop, admin, sandbox):
    service = manual_shop.order("https://shop.example.test")
    lab.sql("DROP TABLE mod_jetpack_services, mod_jetpack_journal")
    lab.sql("REVOKE CREATE ON whmcs.* FROM 'whmcs'@'localhost'")
    banner = admin.create(service)

    assert banner.kind == "error"
    assert "JETPACK MODULE: The tables mod_jetpack_services and mod_jetpack_journal do not exist" in banner.text
    assert sandbox.requests() == []


@pytest.mark.parametrize("missing", [TABLES, TABLES[:1], TABLES[1:]])
def test_tables_that_are_missing_are_made_by_create(manual_shop, admin, lab, database, missing):
    service = manual_shop.order("https://shop.example.test")
    lab.sql(f"DROP TABLE {', '.join(missing)}")

    assert admin.create(service).ok
    assert database.ledger(service)["state"] == "pending"
    assert database.value("SELECT count(*) FROM mod_jetpack_journal") == 2


def test_another_role_cannot_open_the_page(lab, admin):
    admin.activate()
    admin.configure("sandbox-partner", "sandbox-secret", roles=(1,))

    assert Admin(lab, "sally").open(ADDON).status == 403
    assert admin.open(ADDON).status == 200


def test_a_module_file_that_is_opened_directly_shows_nothing(lab, admin):
    for path in (lab.directory / "site" / "modules").rglob("jetpack/**/*.php"):
        page = admin.browser.open(f"{lab.url}/{path.relative_to(lab.directory / 'site')}")
        if "/lib/" in str(path):
            # Classes only: nothing runs.
            assert page.html == "", path
        else:
            assert page.html == "This file cannot be accessed directly", path
