"""Suspending keeps the plan, or cancels it and gives it back: as the product says."""

import pytest

SITE = "https://connected.example.test"
CANCEL = {"packageconfigoption[4]": "cancel"}


@pytest.fixture
def service(manual_shop, admin):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    return service


def activity(database):
    return database.activity()[-2:]


def test_by_default_the_plan_is_kept_and_that_is_said(service, admin, sandbox, database):
    asked = len(sandbox.requests())
    for button, status in [("Suspend", "Suspended"), ("Unsuspend", "Active")]:
        assert admin.command(service, button).ok
        assert database.status(service) == status
    assert len(sandbox.requests()) == asked
    assert sandbox.live(SITE) == [("personal", "active")]
    assert any("is kept and stays billed" in line for line in database.activity())


def test_a_product_can_cancel_the_plan_meanwhile(service, manual_shop, admin, sandbox, database):
    admin.edit_product(manual_shop.products["personal"], CANCEL)
    assert admin.command(service, "Suspend").ok
    assert database.status(service) == "Suspended"
    assert sandbox.live(SITE) == []
    assert "suspended" in manual_shop.shopper().details(service)

    # Nobody else can have the site in the meantime.
    other = manual_shop.order(SITE, "bob")
    assert f"service #{service.id} of client" in admin.create(other).text

    assert admin.command(service, "Unsuspend").ok
    assert database.status(service) == "Active"
    assert sandbox.live(SITE) == [("personal", "active")]
    assert database.details(service).startswith("Jetpack is active")


def test_a_suspended_service_can_be_terminated(service, manual_shop, admin, sandbox, database):
    admin.edit_product(manual_shop.products["personal"], CANCEL)
    assert admin.command(service, "Suspend").ok
    assert admin.terminate(service).ok
    assert database.ledger(service)["state"] == "cancelled"
    assert sandbox.cancels(SITE) == 1
    # The site is free.
    assert admin.create(manual_shop.order(SITE, "bob")).ok


def test_a_product_addon_is_suspended_and_given_back(manual_shop, admin, sandbox, database):
    parent = manual_shop.order("https://other.example.test")
    product = manual_shop.sell_addon("personal")
    addon = manual_shop.add_addon(parent, product, SITE)
    assert admin.create(addon).ok
    page = admin.open(f"configaddons.php?action=manage&id={product}")
    page.press("Save Changes", CANCEL)

    assert admin.command(addon, "Suspend").ok
    assert (database.addon_status(addon), sandbox.live(SITE)) == ("Suspended", [])
    assert admin.command(addon, "Unsuspend").ok
    assert (database.addon_status(addon), sandbox.live(SITE)) == ("Active", [("personal", "active")])


def test_an_unsuspension_that_fails_is_told_and_can_be_repeated(service, manual_shop, admin, sandbox, database):
    admin.edit_product(manual_shop.products["personal"], CANCEL)
    assert admin.command(service, "Suspend").ok
    sandbox.fault("provision", "status", status=503, times=9)
    assert not admin.command(service, "Unsuspend").ok
    assert "has been informed" in manual_shop.shopper().details(service)
    sandbox.clear_faults()

    assert admin.command(service, "Unsuspend").ok
    assert sandbox.live(SITE) == [("personal", "active")]
