"""Product addons are provisioned by the same module, and told apart from their parents in either way that WHMCS may have."""

import pytest

from host.admin import banner, must

SITE = "https://shop.example.test"
ADDONS_SITE = "https://connected.example.test"


@pytest.fixture(params=["both", "model", "addonId"])
def addon(request, lab, manual_shop, admin):
    """A service with a plan, and an addon of it; told in each way that WHMCS may have."""
    lab.switch("addon_told_by", request.param)
    # Their numbers differ, so that one cannot be taken for the other.
    manual_shop.order(SITE)
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    return manual_shop.add_addon(service, manual_shop.sell_addon(), ADDONS_SITE)


def test_an_addons_terminate_never_hits_its_parents_plan(addon, admin, sandbox, database):
    assert admin.create(addon).ok
    assert admin.terminate(addon).ok

    assert sandbox.live(SITE) == [("personal", "pending")] and sandbox.live(ADDONS_SITE) == []
    rows = database.rows("SELECT service_type, service_id, state FROM mod_jetpack_services ORDER BY id")
    assert [tuple(row.values()) for row in rows] == [
        ("service", addon.service.id, "pending"),
        ("addon", addon.id, "cancelled"),
    ]


def test_the_details_of_an_addon_are_its_own(manual_shop, admin, database):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    parents = database.details(service)
    addon = manual_shop.add_addon(service, manual_shop.sell_addon(), ADDONS_SITE)
    assert admin.create(addon).ok

    assert database.addon_details(addon).startswith("Jetpack is active")
    assert database.details(service) == parents


def test_an_addon_has_the_modules_own_buttons(addon, admin, database):
    assert admin.create(addon).ok
    assert admin.look(addon).ok
    assert not admin.adopt(addon).ok


def test_a_product_addon_of_the_addons_page_provisions_once_a_service_has_it(manual_shop, admin, sandbox, database):
    page = admin.addon_page("products")
    must(banner(page.press("Create Products", {"plan[premium]": "1", "kind": "addon"}), within=".addon-output"))
    made = database.value("SELECT id FROM tbladdons WHERE module = 'jetpack'")
    added = manual_shop.add_addon(manual_shop.order(SITE), made, ADDONS_SITE)

    assert admin.create(added).ok
    assert sandbox.live(ADDONS_SITE) == [("premium", "active")]
