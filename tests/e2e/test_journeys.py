"""From the beginning to the end as people go there, by what they see and can press: after the first page none is opened by its address."""

import pytest

from host.chromium import Chromium
from host.places import SCREENSHOTS
from host.sandbox import CLIENT_ID, CLIENT_SECRET

WIDTHS = [1280, 390]
THEMES = ["six", "twenty-one", "nexus"]
TAB = "#jetpack-tabs .active"


@pytest.fixture(scope="module")
def browser():
    browser = Chromium(SCREENSHOTS / "journeys")
    yield browser
    browser.quit()


@pytest.mark.parametrize("width", WIDTHS)
def test_an_admin_comes_from_the_activation_to_the_overview(lab, sandbox, browser, width):
    staff = browser
    staff.hand_over(width)
    staff.log_in_as_staff(lab)
    activate(staff)
    make_products(staff)
    # The host's own, which WHMCS's installation has set up long ago.
    lab.cron()
    staff.press("Addon: jetpack", within="nav")
    assert staff.text("#jetpack-left") == "To do: 1."
    staff.take_screenshot("one-is-left")
    if width > 1000:
        staff.take_picture(SCREENSHOTS / "pictures" / "set-up.png", "main")
    staff.press("Open Jetpack Personal")
    assert staff.attributes('[name="pricing[monthly]"]', "value") == ["5.00"]
    staff.tick("Hidden", False)
    staff.press("Save Changes")
    assert "Changes Saved Successfully!" in staff.text(".successbox")

    staff.press("Addon: jetpack", within="nav")
    assert staff.text(TAB) == "Overview"
    assert "press Create on the page of a client's service" in staff.text("#jetpack-calm")
    staff.take_screenshot("overview")


def activate(staff):
    staff.press("Addon Modules", within="nav")
    staff.press("Activate", within="#addon-jetpack")
    staff.fill("Partner ID", CLIENT_ID)
    staff.fill("Partner Secret", CLIENT_SECRET)
    staff.tick("Full Administrator", True)
    staff.take_screenshot("settings")
    staff.press("Save Changes", within="#addon-jetpack")
    staff.press("Addon: jetpack", within="nav")
    # What was entered anew is validated without a button; once more with it.
    staff.wait_until_text(".addon-output .successbox", "The partner id and secret are valid")
    assert staff.text(TAB).startswith("Set-up")
    staff.press("Validate Credentials")
    assert "The partner id and secret are valid" in staff.text(".addon-output .successbox")
    staff.take_screenshot("valid")


def make_products(staff):
    staff.press("Create a product group")
    staff.fill("Product Group Name", "Jetpack")
    staff.press("Save Changes")
    staff.press("Addon: jetpack", within="nav")
    staff.press("Create Products")
    assert staff.text(TAB) == "Products"
    staff.choose("Product group", "Jetpack")
    staff.fill_named("cost[1][personal]", "3.50")
    staff.fill_named("price[1][personal][monthly]", "5.00")
    staff.take_screenshot("products-to-make")
    staff.press("Create Products")
    assert "Created: Jetpack Free, Jetpack Personal" in staff.text(".addon-output .successbox")
    assert "5.00 USD, 1.50 left for you" in staff.text("[data-plan=personal]")
    staff.take_screenshot("products")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", THEMES)
def test_a_client_comes_from_the_order_to_a_connected_site(at_checkout, session_sandbox, browser, theme, width):
    lab, site = at_checkout.lab, f"https://{theme.partition('-')[0]}{width}.example.com"
    lab.theme(theme)
    client = browser
    client.hand_over(width)
    client.open(lab.url)
    order(client, site, f"{theme}-{width}")
    client.press("Continue To Client Area")
    client.press("Jetpack Personal", within="tr:last-child")
    assert f"One step is left: connect {site} with WordPress.com." in client.text("#jetpack-panel")
    client.take_screenshot(f"one-step-is-left-{theme}-{width}")
    client.press("Connect your site", within="#jetpack-panel")
    client.press("Approve")
    assert session_sandbox.live(site) == [("personal", "active")]
    client.close_window()

    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 0 WHERE pending_until IS NOT NULL")
    lab.cron()
    client.press("My Services", within="nav")
    client.press("Jetpack Personal", within="tr:last-child")
    assert f"Jetpack is active on {site}." in client.text("#jetpack-panel")
    assert client.attributes("#jetpack-panel a.btn", "href") == [f"{site}/wp-admin/"]
    client.take_screenshot(f"active-{theme}-{width}")


def order(client, site, name):
    client.press("Browse the store")
    client.press("Order Now")
    client.fill("Site URL", site)
    client.fill("Local User", "admin")
    client.take_screenshot(f"order-{name}")
    client.press("Continue")
    client.press("Checkout")
    client.fill("Email Address", "alice@example.test")
    client.fill("Password", "alice")
    client.press("Login")
    client.press("Complete Order")
    assert "connect" in client.text(".jetpack-panel") and client.sees(".jetpack-panel a.btn-primary")
    client.take_screenshot(f"ordered-{name}")
