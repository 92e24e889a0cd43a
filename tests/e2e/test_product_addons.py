"""Product addons are provisioned by the same module, and told apart from their parents in either way that WHMCS may have."""

import pytest

from host.addons import add_addon, sell_addon

SITE = "https://shop.example.test"
ADDONS_SITE = "https://connected.example.test"


@pytest.fixture(params=["both", "addon_id_in_params", "addon_model_in_params"])
def addon(request, lab, manual_shop, admin):
    """A service with a plan, and an addon of it; told by both ways, or by the named one alone."""
    if request.param != "both":
        ways = {"addon_id_in_params", "addon_model_in_params"}
        lab.switch((ways - {request.param}).pop(), "off")
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    return service, add_addon(lab, service, sell_addon(lab), ADDONS_SITE)


def test_an_addons_terminate_never_hits_its_parents_plan(addon, admin, sandbox, database):
    service, id = addon
    assert admin.addon_command(service, id, "Create").ok
    assert admin.addon_command(service, id, "Terminate").ok

    assert sandbox.live(SITE) == [("personal", "pending")] and sandbox.live(ADDONS_SITE) == []
    rows = database.rows("SELECT service_type, service_id, state FROM mod_jetpack_services ORDER BY id")
    assert [tuple(row.values()) for row in rows] == [("service", service.id, "pending"), ("addon", id, "cancelled")]


def test_the_details_of_an_addon_are_its_own(lab, manual_shop, admin, database):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    parents = database.details(service)
    id = add_addon(lab, service, sell_addon(lab), ADDONS_SITE)
    assert admin.addon_command(service, id, "Create").ok

    texts = database.column(
        "SELECT v.value FROM tblcustomfieldsvalues v JOIN tblcustomfields f ON f.id = v.fieldid"
        " WHERE f.type = 'addon' AND f.fieldname = 'jetpack_provisioning_details' AND v.relid = %s",
        id,
    )
    assert len(texts) == 1 and texts[0].startswith("Jetpack is active")
    assert database.details(service) == parents
