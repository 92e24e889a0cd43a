"""Every page that has something of ours on it, at the width of a desk and of a telephone. What makes it fail: host/watch.py.

A new page is a line in ADMIN or CLIENT; `{waits}` and the like are ids of services (host/town.py). A line in PICTURES makes
a picture of it for README and guides, of no more than the named part of the page.
"""

import pytest

from host import town
from host.chromium import Chromium
from host.database import Database
from host.places import SCREENSHOTS

ADDON = "admin/addonmodules.php?module=jetpack"
ADMIN = {
    "widget": "admin/index.php",
    "overview": f"{ADDON}&tab=overview",
    "services": f"{ADDON}&tab=services",
    "services-found-none": f"{ADDON}&tab=services&q=nobody",
    "journal": f"{ADDON}&tab=services&row=3",
    "products": f"{ADDON}&tab=products",
    "keys": f"{ADDON}&tab=keys",
    "billed-unset": f"{ADDON}&tab=billed",
    "moving-in-none": f"{ADDON}&tab=moving",
    "set-up": f"{ADDON}&tab=setup",
    "service-waits": "admin/clientsservices.php?userid=1&id={waits}",
    "service-refused": "admin/clientsservices.php?userid=3&id={refused}",
    "product": "admin/configproducts.php?action=edit&id={product}",
    "settings": "admin/configaddonmods.php",
    "billed": f"{ADDON}&tab=billed",
    "moving-in": f"{ADDON}&tab=moving",
}
# What has to happen before there is anything to see.
BEFORE = {"billed": town.Town.report_of_what_is_billed, "moving-in": town.Town.services_of_an_older_module}
CLIENT = {
    "client-list": "clientarea.php?action=products",
    "client-waits": "clientarea.php?action=productdetails&id={waits}",
    "client-active": "clientarea.php?action=productdetails&id={active}",
    "client-ended": "clientarea.php?action=productdetails&id={ended}",
    "order-form": "cart.php?a=add&pid={product}",
}
PICTURES = dict.fromkeys(["overview", "services", "products", "billed", "moving-in", "service-waits", "client-waits"], "main")


@pytest.fixture(scope="module")
def old_shop(session_lab, session_sandbox):
    session_sandbox.reset()
    session_lab.reset()
    session_lab.kill_workers()
    database = Database(session_lab)
    yield town.Town(session_lab, session_sandbox, database)
    database.close()
    assert session_lab.log("escapes.log") == ""


@pytest.fixture(scope="module")
def staff(old_shop):
    browser = Chromium(SCREENSHOTS / "pages", 1280)
    browser.log_in_as_staff(old_shop.lab)
    yield browser
    browser.quit()


@pytest.fixture(scope="module")
def alice(old_shop):
    old_shop.lab.theme("twenty-one")
    browser = Chromium(SCREENSHOTS / "pages-of-clients", 1280)
    browser.log_in_as_alice(old_shop.lab)
    yield browser
    browser.quit()


def show(browser, shop, name, address):
    ids = {
        "waits": shop.id(town.WAITS),
        "refused": shop.id(town.REFUSED),
        "active": shop.id("https://bakery.example.com"),
        "ended": shop.id("https://choir.example.org"),
        "product": shop.shop.products["personal"],
    }
    browser.open(f"{shop.lab.url}/{address.format(**ids)}")
    for width in (1280, 390):
        browser.take_screenshot(f"{name}-{width}", width)
    if name in PICTURES:
        browser.take_picture(SCREENSHOTS / "pictures" / f"{name}.png", PICTURES[name])


@pytest.mark.parametrize("name", ADMIN)
def test_a_page_of_staff_can_be_used_by_everybody(old_shop, staff, name):
    if name in BEFORE:
        BEFORE[name](old_shop)
    show(staff, old_shop, name, ADMIN[name])


@pytest.mark.parametrize("name", CLIENT)
def test_a_page_of_clients_can_be_used_by_everybody(old_shop, alice, name):
    show(alice, old_shop, name, CLIENT[name])
