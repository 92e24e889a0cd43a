"""What is not known about WHMCS must not matter: the main journey under each switch of the lab."""

import pytest

from host.shop import Shop

SITE = "https://shop.example.test"

# Each switch of `lab switch`, with the value that is not its default.
SWITCHES = {
    "entity_encoding": "off",
    "addon_settings_encrypted": "on",
    "sql_mode": "strict",
    "addon_post_token_checked_by_core": "on",
    "create_row_for_empty_custom_field": "off",
    "auto_created_field_adminonly": "on",
    "addproduct_returns_pid": "off",
    "queue_manual_failures": "on",
    "optional_params_passed": "on",
    "undocumented_keys": "off",
    "addproduct_without_pricing": "zero",
    "properties_find_piped_names": "off",
    "model_is_cached": "on",
    "connection_charset": "utf8",
    "emulated_prepares": "on",
    "cancellation_sets": "Terminated",
    "client_area_when_inactive": "off",
    "sign_on_when_inactive": "off",
    "change_password_hook_tells": "newspassword",
    # Of these, the third values are tried where they matter: addons and deletions.
    "addon_told_by": "model",
    "addon_packageid": "addon",
    "product_addon_save_detects_hooks": "on",
    "addons_of_deleted_service": "kept",
    "client_delete_runs_service_hooks": "on",
    "merge_runs_client_delete_hooks": "on",
    "move_runs_service_edit": "off",
    "order_delete_runs_service_hooks": "on",
    "addon_list_runs_upgrade": "off",
}


def journey(lab, sandbox, database):
    shop = Shop(lab)
    assert shop.admin.validate().ok
    service = shop.order(SITE)
    assert database.status(service) == "Active"
    address = shop.shopper().details(service)
    assert address.startswith("URL to Activate Jetpack: ")
    assert any(address.replace("&", "&amp;") in mail for mail in database.column("SELECT message FROM tblemails"))
    sandbox.connect(SITE)
    assert shop.admin.create(service).ok
    assert database.details(service) == f"Jetpack is active on {SITE}. There is nothing left to do."
    assert shop.admin.terminate(service).ok
    assert sandbox.plans(SITE) == [("personal", "cancelled")]

    refused = shop.order("https://nojetpack.example.test", "bob")
    assert database.status(refused) == "Pending"
    assert "has been informed" in shop.shopper("bob").details(refused)
    shop.admin.create(refused)
    queued = database.rows("SELECT * FROM tblmodulequeue WHERE completed = 0")
    assert [row["service_id"] for row in queued] == [refused.id]


@pytest.mark.parametrize("switch", SWITCHES)
def test_the_journey_under_one_switch(lab, sandbox, database, switch):
    lab.switch(switch, SWITCHES[switch])
    journey(lab, sandbox, database)


def test_the_journey_with_all_of_them(lab, sandbox, database):
    for switch, value in SWITCHES.items():
        lab.switch(switch, value)
    journey(lab, sandbox, database)


def test_the_journey_before_products_had_slugs(lab, sandbox, database):
    lab.sql("DROP TABLE tblproducts_slugs")
    journey(lab, sandbox, database)


def test_no_switch_of_the_lab_is_missing_here(lab):
    listed = lab.switches()
    assert set(SWITCHES) == set(listed), listed


def test_a_product_of_the_first_module_without_the_option_uses_its_field_plan(shop, lab, sandbox):
    """Existing installations: no option 3, the client chose the plan on the order form."""
    lab.sql("UPDATE tblproducts SET configoption3 = '' WHERE configoption3 = 'personal'")
    lab.sql("UPDATE tblcustomfields SET adminonly = '', showorder = 'on' WHERE fieldname = 'Plan'")
    shopper = shop.shopper()
    page = shopper.browser.open(f"cart.php?a=add&pid={shop.products['personal']}")
    page.press("Continue", {"Site URL": SITE, "Local User": "admin", "Plan": "Premium"})
    shopper.browser.open("cart.php?a=checkout").press("Complete Order", {"paymentmethod": "mailin"})

    assert sandbox.live(SITE) == [("premium", "pending")]


def test_a_product_without_the_details_field_gets_one(shop, lab, database):
    lab.sql("DELETE FROM tblcustomfields WHERE fieldname LIKE 'jetpack_provisioning_details%'")
    service = shop.order(SITE)

    assert database.details(service).startswith("URL to Activate Jetpack: ")
    assert shop.shopper().details(service) == database.details(service)


@pytest.mark.parametrize("prepares", ["off", "on"])
def test_characters_that_a_connection_cannot_carry_lose_nothing(lab, manual_shop, admin, sandbox, database, prepares):
    """The API, a user and an address of many scripts, on a connection that knows only the basic plane."""
    smile = "\U0001f600"
    body = '{"error": "of_no_document", "message": "No user %s here."}' % smile
    sandbox.fault("provision", "body", status=400, body=body)
    service = manual_shop.order(SITE)
    lab.switch("sql_mode", "strict")
    lab.switch("connection_charset", "utf8")
    lab.switch("emulated_prepares", prepares)
    refused = admin.create(service)

    assert "No user" in refused.text and "could not be written" not in refused.text
    assert "has been informed" in database.details(service)
    assert "No user" in database.value("SELECT arrdata FROM tblmodulelog ORDER BY id DESC LIMIT 1")
    assert database.value("SELECT sentence FROM mod_jetpack_journal ORDER BY id DESC LIMIT 1")
    assert admin.create(service).ok
