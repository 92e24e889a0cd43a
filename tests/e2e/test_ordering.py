"""From the order to the details that the client reads."""

import pytest

from host.browser import Browser
from host.shop import Shop

SITE = "https://shop.example.test"
PREFIX = "JETPACK MODULE: "


@pytest.fixture
def approve(sandbox):
    """Opens the address that the client was given and presses the button there."""

    def press(address):
        page = Browser(sandbox.url).open(address)
        assert "Plan: personal" in page.text("body")
        return page.press("Approve")

    return press


def test_setup_at_the_order(shop, sandbox, database):
    service = shop.order(SITE)

    assert database.status(service) == "Active"
    assert sandbox.live(SITE) == [("personal", "pending")]


def test_setup_at_the_payment(lab, sandbox, database):
    shop = Shop(lab, autosetup="payment")
    order = shop.shopper().order(shop.products["personal"], SITE)
    assert sandbox.requests() == []

    assert shop.admin.mark_paid(order.id).ok
    assert database.status(order.service) == "Active"
    assert sandbox.provisions(SITE) == 1


def test_setup_when_the_order_is_accepted(lab, sandbox, database):
    shop = Shop(lab, autosetup="on")
    order = shop.shopper().order(shop.products["personal"], SITE)
    assert sandbox.requests() == []

    assert shop.admin.accept_order(order.id).ok
    assert database.status(order.service) == "Active"
    assert sandbox.provisions(SITE) == 1


def test_no_automatic_setup(manual_shop, sandbox, database):
    order = manual_shop.shopper().order(manual_shop.products["personal"], SITE)
    assert manual_shop.admin.accept_order(order.id).ok
    assert (database.status(order.service), sandbox.requests()) == ("Pending", [])

    assert manual_shop.admin.create(order.service).ok
    assert database.status(order.service) == "Active"


def test_a_site_that_waits_for_its_owner_has_an_address_to_open(shop, sandbox, database):
    service = shop.order(SITE)

    details = database.details(service)
    assert details.startswith(f"URL to Activate Jetpack: {sandbox.url}/jetpack.authorize/1/?")
    assert shop.shopper().details(service) == details
    assert database.ledger(service)["state"] == "pending"


def test_a_connected_site_is_active_at_once(shop, database):
    service = shop.order("https://connected.example.test")

    assert database.details(service) == (
        "Jetpack is active on https://connected.example.test. There is nothing left to do."
    )
    assert database.ledger(service)["state"] == "active"


def test_a_name_that_does_not_resolve_waits_without_an_address(shop, database):
    service = shop.order("https://unresolved.example.test")

    details = database.details(service)
    assert details.startswith("Jetpack is waiting for https://unresolved.example.test.")
    assert "14 days" in details
    assert shop.shopper().details(service) == details


def test_the_welcome_mail_already_holds_the_address(shop, database):
    service = shop.order(SITE)

    mail = database.value("SELECT message FROM tblemails WHERE userid = %s ORDER BY id DESC LIMIT 1", service.client)
    assert database.details(service).replace("&", "&amp;") in mail or database.details(service) in mail


def test_the_activity_log_tells_what_happened_without_the_address(shop, database):
    shop.order(SITE)

    ours = [line for line in database.activity() if PREFIX in line]
    assert len(ours) == 1 and ours[0].startswith(PREFIX), ours
    assert f"The plan personal is provisioned for {SITE}" in ours[0]
    assert "nonce" not in "".join(ours)


def test_a_failure_is_shown_logged_and_queued_with_the_prefix(shop, sandbox, database):
    service = shop.order("https://nojetpack.example.test")

    assert database.status(service) == "Pending"
    failed = [line for line in database.activity() if "Module Create Failed" in line]
    assert f"Error: {PREFIX}WordPress.com refused the plan" in failed[0]
    assert database.value("SELECT last_attempt_error FROM tblmodulequeue").startswith(PREFIX)
    assert database.ledger(service)["state"] == "refused"


def test_a_queued_failure_succeeds_at_a_retry_and_is_resolved(shop, sandbox, database):
    sandbox.fault("provision", "status", status=503, times=None)
    service = shop.order(SITE)
    assert database.value("SELECT count(*) FROM tblmodulequeue WHERE completed = 0") == 1

    sandbox.clear_faults()
    shop.admin.open("modulequeue.php").press("Retry All")
    assert database.status(service) == "Active"
    assert database.value("SELECT count(*) FROM tblmodulequeue WHERE completed = 0") == 0
    assert sandbox.provisions(SITE) == 1


def test_the_client_connects_and_create_then_says_active(shop, sandbox, database, approve):
    service = shop.order(SITE)
    approve(database.details(service).removeprefix("URL to Activate Jetpack: "))
    assert sandbox.live(SITE) == [("personal", "active")]

    assert shop.admin.create(service).ok
    assert sandbox.provisions(SITE) == 1
    assert shop.shopper().details(service) == f"Jetpack is active on {SITE}. There is nothing left to do."


def test_markup_in_the_address_is_harmless(shop, sandbox):
    evil = "https://example.test/?a=<script>alert(1)</script>&b='\\\"><img src=x onerror=alert(2)>"
    sandbox.fault("provision", "body", body=f'{{"success":true,"next_url":"{evil}","auth_required":true}}')
    service = shop.order(SITE)

    page = shop.shopper().product_page(service)
    shown = page.soup.select_one("#additionalinfo")
    assert "URL to Activate Jetpack: https://example.test/?" in shown.get_text()
    assert shown.find(["script", "img"]) is None
    assert "<script>alert" not in page.html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "<b>x</b>"])
def test_an_address_that_is_none_is_not_shown(shop, sandbox, database, address):
    sandbox.fault("provision", "body", body=f'{{"success":true,"next_url":"{address}","auth_required":true}}')
    service = shop.order(SITE)

    assert address not in shop.shopper().product_page(service).html
    assert "the address that the API gave is no web address" in "".join(database.activity())


def test_the_plan_comes_from_the_product_and_not_from_the_field(manual_shop, sandbox):
    service = manual_shop.order(SITE)
    manual_shop.admin.edit_service(service, {"Plan": "Professional"})
    manual_shop.admin.create(service)

    assert sandbox.live(SITE) == [("personal", "pending")]


def test_a_blank_address_is_the_services_domain_and_a_blank_user_the_clients_mail(manual_shop, admin, sandbox):
    service = manual_shop.order("https://other.example.test")
    assert admin.edit_service(service, {"Site URL": "", "Local User": "", "domain": "connected.example.test"}).ok
    assert admin.create(service).ok

    assert sandbox.live("https://connected.example.test") == [("personal", "active")]
    assert dict(sandbox.requests("provision")[-1]["form"])["local_user"] == "alice@example.test"
