"""The button Create Products."""

import json
import threading

import pytest

from host.admin import ADDON, Admin

CYCLES = ["monthly", "quarterly", "semiannually", "annually", "biennially", "triennially"]
PLANS = ["free", "personal", "premium", "professional"]
FIELDS = ["Site URL", "Local User", "Plan", "jetpack_provisioning_details|Your Jetpack plan"]


@pytest.fixture
def admin(admin):
    admin.activate()
    admin.configure("sandbox-partner", "sandbox-secret")
    return admin


@pytest.fixture
def group(admin):
    admin.create_group("Jetpack")


def products(database):
    return database.rows("SELECT * FROM tblproducts ORDER BY id")


def fields(database, product):
    return database.rows("SELECT * FROM tblcustomfields WHERE relid = %s ORDER BY sortorder", product)


def test_without_a_product_group_the_page_leads_to_making_one(admin):
    page = admin.addon_page()
    assert not page.has_button("Create Products")
    link = page.soup.select_one(".jetpack-products a.btn")["href"]

    admin.open(link).press("Save Changes", {"name": "Jetpack"})
    assert admin.addon_page().has_button("Create Products")


def test_four_hidden_products_with_four_fields_each_are_made(admin, group, database):
    assert admin.create_products().ok

    made = products(database)
    assert [row["configoption3"] for row in made] == PLANS
    assert [row["name"] for row in made] == [f"Jetpack {plan.capitalize()}" for plan in PLANS]
    for row in made:
        assert (row["hidden"], row["servertype"], row["configoption1"]) == (1, "jetpack", "")
        assert [row[f"configoption{n}"] for n in (4, 5, 6)] == ["keep", "renew", "none"]
        assert [field["fieldname"] for field in fields(database, row["id"])] == FIELDS
    assert admin.products().keys() == set(PLANS)


def test_a_new_product_cannot_be_had_for_nothing(admin, group, database):
    """It is hidden, but its link would work: so it has no price yet."""
    admin.create_products()
    paid = [row["id"] for row in products(database) if row["configoption3"] != "free"]

    page = admin.browser.open(f"{admin.lab.url}/cart.php?a=add&pid={paid[0]}")
    refused = page.press("Continue", {"Site URL": "https://a.test", "Local User": "a"})
    assert "The billing cycle is invalid" in refused.text()


def test_a_new_product_has_no_price_in_any_currency_and_cycle(admin, group, lab, database):
    lab.sql("INSERT INTO tblcurrencies (code, prefix, suffix, format, rate, `default`) VALUES ('EUR', '', '', 1, 1, 0)")
    lab.switch("addproduct_without_pricing", "zero")
    admin.create_products()

    prices = database.rows("SELECT * FROM tblpricing WHERE type = 'product'")
    assert len(prices) == 8
    for row in prices:
        assert {row[cycle] for cycle in CYCLES} == {-1}


def test_the_welcome_mail_is_made_once_and_assigned(admin, group, lab, database):
    lab.switch("sql_mode", "strict")
    assert "could not be made" not in admin.create_products().text
    lab.sql("UPDATE tblemailtemplates SET subject = 'Mine' WHERE name = 'Jetpack Welcome'")
    lab.sql("DELETE FROM tblproducts WHERE configoption3 = 'premium'")
    admin.create_products()

    mails = database.rows("SELECT * FROM tblemailtemplates WHERE name = 'Jetpack Welcome'")
    assert [(mail["type"], mail["subject"], mail["custom"]) for mail in mails] == [("product", "Mine", 1)]
    assert {row["welcomeemail"] for row in products(database)} == {mails[0]["id"]}


def test_without_the_mail_the_products_are_made_and_it_is_said(admin, group, lab, database):
    lab.sql("ALTER TABLE tblemailtemplates RENAME COLUMN language TO lang")
    try:
        banner = admin.create_products()
    finally:
        lab.sql("ALTER TABLE tblemailtemplates RENAME COLUMN lang TO language")

    assert banner.ok and "welcome mail could not be made" in banner.text
    assert [row["configoption3"] for row in products(database)] == PLANS


@pytest.mark.parametrize("address", ["my site", "https://192.168.0.1", "me@example.com", "https://example.com/?p=1", "shop.local"])
def test_a_bad_address_is_not_sold(shop, database, address):
    page = shop.shopper().browser.open(f"cart.php?a=add&pid={shop.products['personal']}")
    refused = page.press("Continue", {"Site URL": address, "Local User": "admin"})

    assert "Site URL value is invalid" in refused.text()
    assert database.value("SELECT count(*) FROM tblorders") == 0


def test_an_address_of_any_script_is_sold(shop, sandbox):
    shop.order("https://bücher.example.test")
    assert sandbox.live("https://xn--bcher-kva.example.test")


def plans(page):
    return [option["value"] for option in page.soup.select_one("[name='packageconfigoption[3]']").select("option")]


def test_the_plan_is_chosen_from_a_list_that_loses_nothing(admin, group, lab, database):
    admin.create_products()
    premium = admin.products()["premium"]
    lab.sql(f"UPDATE tblproducts SET configoption3 = 'Own_Bundle|Ours' WHERE id = {premium}")
    addon = admin.create_product_addon("Beside", settings={"packageconfigoption[3]": "complete"})
    lab.sql(f"UPDATE tblmodule_configuration SET value = 'old-slug' WHERE entity_id = {addon} AND setting_name = 'configoption3'")
    admin.set_further_plans("reseller-gold, reseller-silver")
    shown = plans(admin.open(f"configproducts.php?action=edit&id={premium}"))

    assert shown[0] == "" and {*PLANS, "complete", "jetpack-backup-daily"} <= set(shown)
    assert {"Own_Bundle|Ours", "old-slug", "reseller-gold", "reseller-silver"} <= set(shown)
    # Saving changes nothing, whatever the product is set to.
    assert admin.edit_product(premium, {"name": "Ours"}).ok
    assert database.value("SELECT configoption3 FROM tblproducts WHERE id = %s", premium) == "Own_Bundle|Ours"
    assert admin.edit_product(premium, {"packageconfigoption[3]": "reseller-gold"}).ok
    assert database.value("SELECT configoption3 FROM tblproducts WHERE id = %s", premium) == "reseller-gold"


def test_without_the_extension_saving_loses_nothing_either(admin, group, lab, ini, database):
    admin.create_products()
    before = [row["configoption3"] for row in products(database)]
    ids = [row["id"] for row in products(database)]
    lab.up("")
    try:
        for product in ids:
            assert admin.edit_product(product, {"name": f"Plan {product}"}).ok
    finally:
        lab.up(ini)
    assert [row["configoption3"] for row in products(database)] == before


def test_pressing_twice_makes_no_second_set(admin, group, database):
    admin.create_products()
    before = products(database), database.rows("SELECT * FROM tblcustomfields")
    banner = admin.create_products()

    assert banner.ok
    assert "All four products exist already" in banner.text
    assert before == (products(database), database.rows("SELECT * FROM tblcustomfields"))


def test_two_admins_who_press_at_once_make_one_set(lab, admin, group, database):
    pages = [Admin(lab).addon_page() for _ in range(3)]
    threads = [threading.Thread(target=page.press, args=("Create Products",)) for page in pages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [row["configoption3"] for row in products(database)] == PLANS
    assert len(database.rows("SELECT id FROM tblcustomfields")) == 16
    assert database.value("SELECT count(*) FROM tblemailtemplates WHERE name = 'Jetpack Welcome'") == 1


def test_a_product_that_was_deleted_is_made_again_alone(admin, group, lab, database):
    admin.create_products()
    lab.sql("DELETE FROM tblproducts WHERE configoption3 = 'premium'")
    banner = admin.create_products()

    assert "Created: Jetpack Premium." in banner.text
    assert sorted(row["configoption3"] for row in products(database)) == PLANS


def test_a_field_that_was_deleted_is_made_again(admin, group, lab, database):
    admin.create_products()
    lab.sql("DELETE FROM tblcustomfields WHERE fieldname = 'Local User'")
    admin.create_products()

    for row in products(database):
        assert sorted(field["fieldname"] for field in fields(database, row["id"])) == sorted(FIELDS)


def test_a_renamed_and_priced_product_is_left_as_it_is(admin, group, database):
    admin.create_products()
    premium = admin.products()["premium"]
    admin.edit_product(premium, {"name": "Shop Plan", "pricing[monthly]": "9.00", "Hidden": None})
    before = products(database)
    admin.create_products()

    assert products(database) == before
    assert "on sale" in admin.addon_page().text("#jetpack-products")


@pytest.mark.parametrize("core_checks", ["off", "on"])
def test_a_post_without_the_token_does_nothing(admin, group, lab, database, core_checks):
    lab.switch("addon_post_token_checked_by_core", core_checks)
    for token in ({}, {"token": "0" * 40}):
        page = admin.browser.send(ADDON, {"jetpack_action": "create_products", "group": "1"} | token)
        assert page.status in (200, 403)
    assert products(database) == []


def test_a_get_does_nothing(admin, group, database):
    token = json.loads(admin.addon_page().html.split("var csrfToken = ")[1].split(";")[0])
    admin.open(f"{ADDON}&jetpack_action=create_products&group=1&token={token}")
    assert products(database) == []


def test_a_group_that_does_not_exist_is_refused(admin, group, database):
    for wrong in ("99", "", "1 OR 1=1"):
        page = admin.addon_page().press("Create Products", {"group": wrong})
        assert "Choose one of the product groups." in page.text(".addon-output")
    assert products(database) == []
