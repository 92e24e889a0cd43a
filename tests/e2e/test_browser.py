"""The main journey as people see it, in a real browser; leaves pictures in the lab's folder `screenshots`."""

import pytest

from host.chromium import Chromium
from host.sandbox import CLIENT_ID, CLIENT_SECRET

SITE = "https://shop.example.test"


@pytest.fixture
def staff(lab):
    browser = Chromium(lab.directory / "screenshots" / "staff")
    browser.log_in_as_staff(lab)
    yield browser
    browser.quit()


@pytest.fixture
def alice(lab):
    browser = Chromium(lab.directory / "screenshots" / "alice")
    yield browser
    browser.quit()


def test_from_an_empty_shop_to_a_terminated_plan(lab, sandbox, staff, alice):
    set_up(staff)
    sell_personal(staff)

    service = order(alice, lab)
    assert alice.text("#status") == "Active"
    assert "URL to Activate Jetpack: http://" in alice.text("#additionalinfo")
    alice.take_screenshot("waits-for-connection")

    connect(alice, sandbox)
    refresh_and_terminate(staff, alice, lab, service)
    assert sandbox.plans(SITE) == [("personal", "cancelled")]
    assert staff.complaints() == [] and alice.complaints() == []


def set_up(staff):
    staff.press("Addon Modules", within="nav")
    staff.press("Activate", within="#addon-jetpack")
    assert "Next: choose Configure" in staff.text(".successbox")
    staff.fill("Partner ID", CLIENT_ID)
    staff.fill("Partner Secret", CLIENT_SECRET)
    staff.tick("Full Administrator", True)
    staff.take_screenshot("configure")
    staff.press("Save Changes", within="#addon-jetpack")

    staff.press("Addon: jetpack", within="nav")
    # What was entered anew is validated without a button.
    staff.wait_until_text(".addon-output .successbox", "The partner id and secret are valid")
    staff.take_screenshot("addon-without-group")
    staff.press("Set-up 2", within="#jetpack-tabs")
    assert "Checked" in staff.text("#jetpack-setup-key") and not staff.sees(".addon-output .successbox")
    staff.press("Create a product group")
    staff.fill("Product Group Name", "Jetpack")
    staff.press("Save Changes")

    staff.press("Addon: jetpack", within="nav")
    staff.take_screenshot("addon-with-group")
    staff.press("Create Products")
    staff.choose("Product group", "Jetpack")
    staff.take_screenshot("products-to-choose-from")
    staff.press("Create Products")
    assert "Created: Jetpack Free, Jetpack Personal" in staff.text(".addon-output .successbox")
    assert staff.text("#jetpack-products").count("hidden") == 4
    assert "could not" not in staff.text(".addon-output .successbox")
    staff.take_screenshot("addon-with-products")
    staff.take_screenshot("addon-on-a-telephone", width=390)


def sell_personal(staff):
    staff.press("Jetpack Personal", within=".addon-output")
    staff.tick("Hidden", False)
    staff.fill_named("pricing[monthly]", "5.00")
    staff.tick("Automatically setup the product as soon as an order is placed", True)
    staff.choose("Welcome Email", "Other Product/Service Welcome Email")
    staff.take_screenshot("product")
    staff.press("Save Changes")
    assert "Changes Saved Successfully!" in staff.text(".successbox")


def order(alice, lab):
    """From the shop's front page to the client area; gives the service's id."""
    alice.open(f"{lab.url}/cart.php")
    assert "Jetpack Personal" in alice.text() and "Jetpack Premium" not in alice.text()
    alice.press("Order Now")
    alice.fill("Site URL", SITE)
    alice.fill("Local User", "admin")
    alice.take_screenshot("order")
    alice.press("Continue")
    alice.press("Checkout")
    alice.fill("Email Address", "alice@example.test")
    alice.fill("Password", "alice")
    alice.press("Login")
    alice.press("Complete Order")
    assert "Thank you for your order." in alice.text()
    alice.press("Continue To Client Area")
    alice.press("Jetpack Personal")
    return alice.address.split("id=")[1]


def connect(alice, sandbox):
    address = alice.text("#additionalinfo").split("URL to Activate Jetpack: ")[1].split()[0]
    alice.open(address)
    assert "Plan: personal" in alice.text("body")
    alice.take_screenshot("authorize")
    alice.press("Approve")
    assert "Jetpack is active on shop.example.test" in alice.text("h1")
    assert sandbox.live(SITE) == [("personal", "active")]


def refresh_and_terminate(staff, alice, lab, service):
    page = f"{lab.url}/admin/clientsservices.php?userid=1&id={service}"
    mine = f"{lab.url}/clientarea.php?action=productdetails&id={service}"
    staff.open(page)
    staff.press("Create", within="#modulecommands")
    assert "Module Command Successful" in staff.text(".successbox")
    staff.take_screenshot("service")
    alice.open(mine)
    assert f"Jetpack is active on {SITE}. There is nothing left to do." in alice.text("#additionalinfo")
    alice.take_screenshot("active")

    staff.press("Terminate", within="#modulecommands")
    assert "Module Command Successful" in staff.text(".successbox")
    alice.open(mine)
    assert alice.text("#status") == "Terminated"
    assert f"Jetpack was cancelled for {SITE}." in alice.text("#additionalinfo")
    alice.take_screenshot("terminated")
    staff.press("Activity Log", within="nav")
    assert "JETPACK MODULE: The plan personal" in staff.text()
    staff.take_screenshot("activity-log")


def test_an_error_is_shown_to_staff_in_full(shop, lab, staff):
    service = shop.order("https://nojetpack.example.test")
    staff.open(f"{lab.url}/admin/clientsservices.php?userid=1&id={service.id}")
    staff.press("Create", within="#modulecommands")

    assert "JETPACK MODULE: WordPress.com refused the plan for https://nojetpack" in staff.text(".errorbox")
    assert "Install and activate the Jetpack plugin on the site" in staff.text(".errorbox")
    staff.take_screenshot("error")


def test_markup_from_the_api_runs_nowhere(shop, sandbox, lab, staff, alice):
    evil = "https://example.test/?a=<script>document.title='owned'</script>"
    sandbox.fault("provision", "body", body=f'{{"success":true,"next_url":"{evil}","auth_required":true}}')
    service = shop.order(SITE)
    alice.open(f"{lab.url}/clientarea.php?action=productdetails&id={service.id}")
    alice.fill("Email Address", "alice@example.test")
    alice.fill("Password", "alice")
    alice.press("Login")
    alice.open(f"{lab.url}/clientarea.php?action=productdetails&id={service.id}")

    assert "URL to Activate Jetpack: https://example.test/" in alice.text("#additionalinfo")
    assert not alice.sees("#additionalinfo script")
    alice.take_screenshot("markup")
    assert alice.complaints() == []


def test_staff_adopt_a_plan_that_was_bought_elsewhere_and_look_at_another(manual_shop, lab, sandbox, staff):
    elsewhere = manual_shop.order("https://connected.example.test")
    waiting = manual_shop.order(SITE)
    assert all(manual_shop.admin.create(service).ok for service in [elsewhere, waiting])
    # As if it had been bought by a bulk run, or by another module.
    lab.sql(f"DELETE FROM whmcs.mod_jetpack_services WHERE service_id = {elsewhere.id}")
    sandbox.connect(SITE)

    staff.open(f"{lab.url}/admin/clientsservices.php?userid=1&id={elsewhere.id}")
    staff.press("Create", within="#modulecommands")
    assert "press Adopt plan" in staff.text(".errorbox")
    staff.take_screenshot("adopt-offered")
    staff.press("Adopt plan", within="#modulecommands")
    assert "Module Command Successful" in staff.text(".successbox")
    staff.take_screenshot("adopted")

    staff.open(f"{lab.url}/admin/clientsservices.php?userid=1&id={waiting.id}")
    staff.press("Look now", within="#modulecommands")
    assert "Module Command Successful" in staff.text(".successbox")
    staff.press("Activity Log", within="nav")
    assert "now belongs to this service" in staff.text() and f"The owner of {SITE} has connected it" in staff.text()
    staff.take_screenshot("looked")

    staff.press("Addon: jetpack", within="nav")
    staff.press("Overview", within="#jetpack-tabs")
    staff.take_screenshot("overview")
    staff.take_screenshot("overview-on-a-telephone", width=390)
    staff.press("Services", within="#jetpack-tabs")
    staff.fill("Search", "connected.example")
    staff.press("Search", within="#jetpack-search")
    staff.press("https://connected.example.test", within="#jetpack-services")
    assert "now belongs to this service" in staff.text("#jetpack-journal")
    staff.take_screenshot("services")
    staff.take_screenshot("services-on-a-telephone", width=390)
    assert staff.complaints() == []
