"""Another product for the same service: the plan follows, or stays as it was."""

import pytest

SITE = "https://connected.example.test"


@pytest.fixture
def service(manual_shop, admin):
    for plan in ("premium", "free"):
        manual_shop.sell(plan, "")
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    return service


def change(admin, shop, service, plan):
    assert admin.edit_service(service, {"packageid": str(shop.products[plan])}).ok
    # The fields are the new product's own, and blank: WHMCS moves no values.
    admin.edit_service(service, {"Site URL": SITE, "Local User": "admin"})
    return admin.command(service, "Change Package")


def test_up_and_down(service, manual_shop, admin, sandbox, database):
    assert change(admin, manual_shop, service, "premium").ok
    assert sandbox.live(SITE) == [("premium", "active")]
    assert sandbox.cancels(SITE) == 0

    assert change(admin, manual_shop, service, "personal").ok
    assert sandbox.live(SITE) == [("personal", "active")]
    assert database.ledger(service)["plan"] == "personal"
    assert database.ledger(service)["plan_before"] is None


def test_the_same_plan_sends_nothing(service, admin, sandbox):
    asked = len(sandbox.requests())
    assert admin.command(service, "Change Package").ok
    assert len(sandbox.requests()) == asked


def test_fields_that_the_new_product_leaves_blank_do_not_matter(service, manual_shop, admin, sandbox):
    assert admin.edit_service(service, {"packageid": str(manual_shop.products["premium"])}).ok
    assert admin.command(service, "Change Package").ok
    assert sandbox.live(SITE) == [("premium", "active")]


def test_a_refusal_after_the_cancellation_brings_the_old_plan_back(service, manual_shop, admin, sandbox, database):
    assert change(admin, manual_shop, service, "premium").ok
    body = '{"error": "invalid_local_user", "message": "No such user."}'
    sandbox.fault("provision", "body", status=400, body=body, skip=1)
    refused = change(admin, manual_shop, service, "personal")

    assert "was provisioned again" in refused.text
    assert sandbox.live(SITE) == [("premium", "active")]
    assert database.ledger(service)["plan"] == "premium"


def test_another_site_is_refused(service, manual_shop, admin, sandbox):
    admin.edit_service(service, {"packageid": str(manual_shop.products["premium"])})
    admin.edit_service(service, {"Site URL": "https://elsewhere.example.test", "Local User": "admin"})
    assert not admin.command(service, "Change Package").ok
    assert sandbox.live(SITE) == [("personal", "active")]
