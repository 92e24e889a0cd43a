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


def unheard(service, admin, sandbox, button, asked, has_arrived):
    """A call of which nobody hears what became."""
    sandbox.fault(asked, "reset", commit=has_arrived, times=9)
    sandbox.fault("status", "html", times=99)
    assert not admin.command(service, button).ok
    sandbox.clear_faults()


def an_hour_passes(lab, runs=3):
    for _ in range(runs):
        lab.sql(
            "UPDATE mod_jetpack_services SET next_look_at = next_look_at - 3600, doubt_until = doubt_until - 3600,"
            " lease_until = if(lease_until > 0, lease_until - 3600, 0)"
        )
        lab.cron()


@pytest.mark.parametrize("has_arrived", [True, False])
@pytest.mark.parametrize("kind", ["service", "addon"])
def test_an_unsuspension_of_which_nothing_was_heard_ends_in_an_active_service(
    kind, has_arrived, manual_shop, lab, admin, sandbox, database
):
    service = suspended(kind, manual_shop, admin)
    unheard(service, admin, sandbox, "Unsuspend", "provision", has_arrived)
    assert (status(database, kind, service), database.ledger(service)["wanted"]) == ("Suspended", "again")
    an_hour_passes(lab, runs=5)

    assert (status(database, kind, service), sandbox.live(SITE)) == ("Active", [("personal", "active")])
    assert sandbox.provisions(SITE) == 2
    assert database.ledger(service)["wanted"] == "live"


def test_a_service_that_whmcs_does_not_know_to_be_back_is_given_back(manual_shop, lab, admin, sandbox, database):
    service = suspended("service", manual_shop, admin)
    assert admin.command(service, "Unsuspend").ok
    # As a process leaves it that dies before WHMCS has written the answer down.
    lab.sql(f"UPDATE tblhosting SET domainstatus = 'Suspended' WHERE id = {service.id}")
    an_hour_passes(lab)
    assert database.status(service) == "Active" and sandbox.provisions(SITE) == 2


def test_a_suspension_that_keeps_the_plan_is_not_undone(manual_shop, lab, admin, sandbox, database):
    service = manual_shop.order(SITE)
    unheard(service, admin, sandbox, "Create", "provision", True)
    assert admin.command(service, "Suspend").ok
    an_hour_passes(lab)
    assert (database.status(service), sandbox.live(SITE)) == ("Suspended", [("personal", "active")])


def test_the_product_may_keep_plans_by_the_time_a_service_is_suspended_again(manual_shop, lab, admin, sandbox, database):
    service = suspended("service", manual_shop, admin)
    sandbox.fault("provision", "status", status=429, times=9)
    assert not admin.command(service, "Unsuspend").ok
    sandbox.clear_faults()
    admin.edit_product(manual_shop.products["personal"], {"packageconfigoption[4]": "keep"})
    assert admin.command(service, "Suspend").ok
    an_hour_passes(lab)
    assert (database.status(service), sandbox.live(SITE)) == ("Suspended", [])


def test_an_unsuspension_that_is_refused_leaves_a_cancelled_plans_text(service, admin, lab, database):
    assert admin.terminate(service).ok
    lab.sql(f"UPDATE tblhosting SET domainstatus = 'Suspended' WHERE id = {service.id}")
    assert not admin.command(service, "Unsuspend").ok
    assert database.details(service).startswith("Jetpack was cancelled")


def status(database, kind, service):
    return database.addon_status(service) if kind == "addon" else database.status(service)


def suspended(kind, manual_shop, admin):
    """Of a product that cancels the plan meanwhile."""
    if kind == "service":
        admin.edit_product(manual_shop.products["personal"], CANCEL)
        service = manual_shop.order(SITE)
    else:
        product = manual_shop.sell_addon("personal")
        service = manual_shop.add_addon(manual_shop.order("https://other.example.test"), product, SITE)
        admin.open(f"configaddons.php?action=manage&id={product}").press("Save Changes", CANCEL)
    assert admin.create(service).ok and admin.command(service, "Suspend").ok
    return service
