"""The tab Products: which plans become products, at which prices, and what they leave over."""

import json
import threading

import pytest

from host.admin import ADDON, Admin, banner, must
from host.chromium import Chromium

CYCLES = ["monthly", "quarterly", "semiannually", "annually", "biennially", "triennially"]
PRODUCTS = f"{ADDON}&tab=products"
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


def tick(admin, *plans, **typed):
    """Presses Create Products for these plans, with what else is filled in."""
    page = admin.addon_page("products")
    token = page.soup.select_one("#jetpack-products-form input[name=token]")["value"]
    form = {"token": token, "jetpack_action": "create_products", "group": "1"} | typed
    return admin.browser.send(PRODUCTS, form | {f"plan[{plan}]": "1" for plan in plans})


def products(database):
    return database.rows("SELECT * FROM tblproducts ORDER BY id")


def fields(database, product):
    return database.rows("SELECT * FROM tblcustomfields WHERE relid = %s ORDER BY sortorder", product)


def test_without_a_product_group_the_page_leads_to_making_one(admin):
    page = admin.addon_page("products")
    assert not page.has_button("Create Products") and page.soup.select("#jetpack-products input[type=checkbox]") == []
    link = page.soup.select_one(".addon-output a.btn")["href"]
    assert admin.addon_page().soup.select_one(".jetpack-products a.btn")["href"] == link

    admin.open(link).press("Save Changes", {"name": "Jetpack"})
    assert admin.addon_page("products").has_button("Create Products")
    assert "tab=products" in admin.addon_page().soup.select_one(".jetpack-products a.btn")["href"]


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
    page = admin.addon_page("products")
    page.press("Create Products")
    before = products(database), database.rows("SELECT * FROM tblcustomfields")
    told = banner(page.press("Create Products"), within=".addon-output")

    assert told.ok
    assert "All that were ticked exist already" in told.text
    assert before == (products(database), database.rows("SELECT * FROM tblcustomfields"))


def test_two_admins_who_press_at_once_make_one_set(lab, admin, group, database):
    pages = [Admin(lab).addon_page("products") for _ in range(3)]
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


def test_a_product_that_exists_is_left_as_it_is(admin, group, lab, database):
    admin.create_products()
    premium = admin.products()["premium"]
    admin.edit_product(premium, {"name": "Shop Plan", "pricing[monthly]": "9.00", "Hidden": None})
    lab.sql("DELETE FROM tblcustomfields WHERE fieldname = 'Local User'")
    before = products(database), database.rows("SELECT * FROM tblcustomfields")
    told = banner(tick(admin, "premium"), within=".addon-output")

    assert "All that were ticked exist already" in told.text
    assert (products(database), database.rows("SELECT * FROM tblcustomfields")) == before
    page = admin.addon_page("products")
    assert "Shop Plan (on sale)" in page.text("#jetpack-products") and "Monthly: 9.00 USD" in page.text("#jetpack-products")


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
        page = admin.addon_page("products").press("Create Products", {"group": wrong})
        assert "Choose one of the product groups." in page.text(".addon-output")
    assert products(database) == []


def test_any_plan_becomes_a_product_with_the_prices_that_were_typed_and_tax_if_wanted(admin, group, lab, database):
    lab.sql("INSERT INTO tblcurrencies (code, prefix, suffix, format, rate, `default`) VALUES ('EUR', '', '', 1, 1, 0)")
    admin.set_further_plans("reseller-gold")
    typed = {
        "tax": "1",
        "price[1][complete][monthly]": " 24,95 ", "price[1][complete][annually]": "240", "price[2][complete][monthly]": "22.5",
        "price[1][reseller-gold][monthly]": "7", "price[1][free][monthly]": "3", "price[1][jetpack-scan][monthly]": "4",
    }
    told = banner(tick(admin, "complete", "reseller-gold", "free", **typed), within=".addon-output")

    assert told.ok and "Created: Jetpack Free, Jetpack Complete, reseller-gold." in told.text
    made = {row["configoption3"]: row for row in products(database)}
    assert made.keys() == {"free", "complete", "reseller-gold"}
    assert {(row["tax"], row["hidden"]) for row in made.values()} == {(1, 1)}
    assert [made[plan]["paytype"] for plan in ("free", "complete")] == ["free", "recurring"]
    assert [field["fieldname"] for field in fields(database, made["complete"]["id"])] == FIELDS
    prices = {
        (row["relid"], row["currency"]): {cycle: float(row[cycle]) for cycle in CYCLES if row[cycle] >= 0}
        for row in database.rows("SELECT * FROM tblpricing WHERE type = 'product'")
    }
    complete, gold, free = (made[plan]["id"] for plan in ("complete", "reseller-gold", "free"))
    assert prices[complete, 1] == {"monthly": 24.95, "annually": 240} and prices[complete, 2] == {"monthly": 22.5}
    assert prices[gold, 1] == {"monthly": 7} and prices[gold, 2] == {} and prices[free, 1] == {}


@pytest.mark.parametrize("field", ["price[1][premium][monthly]", "price[1][premium][annually]", "cost[1][premium]", "cost[1][jetpack-scan]"])
@pytest.mark.parametrize("wrong", ["nine", "-1", "1e3", "9.999", "<b>9</b>", "99999999"])
def test_what_is_no_amount_is_named_and_nothing_that_was_typed_is_lost(admin, group, database, field, wrong):
    typed = {field: wrong, "price[1][free][monthly]": "", "price[1][personal][monthly]": "5.00", "tax": "1"}
    page = tick(admin, "personal", "premium", **typed)

    told = banner(page, within=".addon-output")
    assert not told.ok and f"USD: {wrong} is no amount" in told.text
    assert products(database) == [] and database.value("SELECT count(*) FROM mod_jetpack_seen WHERE name = 'costs'") == 0
    values = {one["name"]: one.get("value") for one in page.soup.select("#jetpack-products input")}
    assert values[field] == wrong and values["price[1][personal][monthly]"] == "5.00"
    ticked = {one["name"] for one in page.soup.select("#jetpack-products input[type=checkbox][checked]")}
    assert ticked == {"plan[personal]", "plan[premium]"} and page.soup.select_one("#jetpack-tax").has_attr("checked")
    assert page.soup.select("#jetpack-products b") == []


def host_sells(lab, database):
    """Two products of the host's own; gives their ids."""
    for name, kind in [("Web Hosting", "hostingaccount"), ("SSL", "other")]:
        lab.sql(f"SET sql_mode = ''; INSERT INTO tblproducts (gid, name, type, servertype) VALUES (1, '{name}', '{kind}', 'cpanel')")
    return database.column("SELECT id FROM tblproducts WHERE servertype = 'cpanel' ORDER BY id")


def addons(database):
    return database.rows("SELECT * FROM tbladdons ORDER BY id")


def test_a_plan_becomes_a_product_addon_that_is_hidden_priced_and_ordered_beside_what_was_ticked(admin, group, lab, database):
    hosting, ssl = host_sells(lab, database)
    page = admin.addon_page("products")
    assert [box["name"] for box in page.soup.select("#jetpack-beside input[checked]")] == [f"beside[{hosting}]"]
    typed = {"kind": "addon", f"beside[{ssl}]": "1", "beside[999]": "1", "tax": "1", "price[1][premium][monthly]": "8,50"}
    told = banner(tick(admin, "premium", "free", **typed), within=".addon-output")

    assert told.ok and "Created: Jetpack Free (product addon), Jetpack Premium (product addon)." in told.text
    assert len(products(database)) == 2
    free, premium = addons(database)
    assert (premium["name"], premium["module"], premium["type"]) == ("Jetpack Premium", "jetpack", "other")
    assert (premium["packages"], premium["hidden"], premium["tax"]) == (str(ssl), 1, 1)
    assert (free["billingcycle"], premium["billingcycle"], premium["autoactivate"]) == ("free", "recurring", "payment")
    settings = database.rows("SELECT * FROM tblmodule_configuration WHERE entity_id = %s ORDER BY setting_name", premium["id"])
    assert [row["value"] for row in settings] == ["", "", "premium", "keep", "renew", "none"]
    assert [row["friendly_name"] for row in settings][2] == "Plan" and {row["entity_type"] for row in settings} == {"addon"}
    assert [row["fieldname"] for row in fields(database, premium["id"]) if row["type"] == "addon"] == FIELDS
    price = database.rows("SELECT * FROM tblpricing WHERE type = 'addon' AND relid = %s", premium["id"])
    assert [{cycle: float(row[cycle]) for cycle in CYCLES if row[cycle] >= 0} for row in price] == [{"monthly": 8.5}]

    row = admin.addon_page("products").soup.select_one("tr[data-plan=premium]")
    assert row.select_one(".jetpack-addon a")["href"] == f"configaddons.php?action=manage&id={premium['id']}"
    assert "(product addon, hidden)" in row.text and "8.50 USD" in row.text


def test_both_are_made_of_a_plan_and_pressing_again_makes_what_is_missing(admin, group, lab, database):
    must(admin.create_products())
    told = banner(tick(admin, "personal", "complete", kind="both"), within=".addon-output")
    assert told.ok and "Created: Jetpack Personal (product addon), Jetpack Complete, Jetpack Complete (product addon)." in told.text
    assert (len(products(database)), len(addons(database))) == (5, 2)

    told = banner(tick(admin, "personal", "complete", kind="both"), within=".addon-output")
    assert told.ok and "Created" not in told.text and (len(products(database)), len(addons(database))) == (5, 2)
    lab.sql("UPDATE tbladdons SET retired = 1 WHERE name = 'Jetpack Personal'")
    assert "Created: Jetpack Personal (product addon)." in tick(admin, "personal", kind="addon").text(".addon-output")


@pytest.mark.parametrize("wrong", ["", "neither", "<b>"])
def test_what_is_made_of_a_plan_is_one_of_three_things(admin, group, database, wrong):
    told = banner(tick(admin, "personal", kind=wrong), within=".addon-output")
    assert not told.ok and "Choose what is made of each plan." in told.text
    assert products(database) == [] and addons(database) == []


def test_an_older_whmcs_without_the_newer_columns_takes_a_product_addon_all_the_same(admin, group, lab, database):
    newer = {"retired": "TINYINT(1)", "allowqty": "TINYINT(1)", "server_group_id": "INT", "autolinkby": "TEXT"}
    lab.sql("ALTER TABLE tbladdons " + ", ".join(f"DROP {column}" for column in newer))
    try:
        assert banner(tick(admin, "personal", kind="addon"), within=".addon-output").ok
        assert [row["name"] for row in addons(database)] == ["Jetpack Personal"]
        assert "Jetpack Personal" in admin.addon_page().text(".jetpack-products")
    finally:
        lab.sql("ALTER TABLE tbladdons " + ", ".join(f"ADD {column} {kind} NOT NULL" for column, kind in newer.items()))


def test_set_up_looks_after_product_addons_as_after_products(admin, group, lab, database):
    assert banner(tick(admin, "personal", kind="addon"), within=".addon-output").ok
    addon = addons(database)[0]["id"]
    page = admin.addon_page()
    assert page.soup.select_one(".jetpack-prices a")["href"] == f"configaddons.php?action=manage&id={addon}"
    assert page.soup.select(".jetpack-mail") == [], "WHMCS sends no mail of a product addon's own"
    lab.sql("DELETE FROM tblcustomfields WHERE type = 'addon' AND fieldname = 'Site URL'")
    told = admin.addon_page().text(".jetpack-fields")
    assert "Jetpack Personal (Site URL)" in told and told.split()[0:2] != ["To", "do"]

    assert banner(admin.addon_page().press("Repair"), within=".addon-output").ok
    assert [row["type"] for row in database.rows("SELECT type FROM tblcustomfields WHERE fieldname = 'Site URL'")] == ["addon"]


def test_a_product_addon_that_is_switched_to_the_module_by_hand_gets_its_fields_once(admin, group, database):
    addon = admin.create_product_addon("Ours", settings={"packageconfigoption[3]": "personal"})
    assert [row["fieldname"] for row in fields(database, addon) if row["type"] == "addon"] == FIELDS
    assert {row["required"] for row in fields(database, addon)} == {""}, "the domain of the service beside it counts"
    other = admin.create_product_addon("Theirs", module="")
    assert fields(database, other) == []
    database.rows("DELETE FROM tblcustomfields WHERE relid = %s", addon)
    admin.open(f"configaddons.php?action=manage&id={addon}").press("Save Changes")
    assert fields(database, addon) == [], "what a host has deleted stays so"


def test_no_plan_or_one_that_is_not_offered_is_asked_for(admin, group, database):
    for plans in ([], ["nothing-like-it"], ["<script>"]):
        assert "Tick at least one plan." in tick(admin, *plans).text(".addon-output")
    assert products(database) == []


def test_what_whmcs_refuses_half_way_is_named_and_pressing_again_makes_the_rest(admin, group, lab, database):
    lab.sql(
        "CREATE TRIGGER refuse BEFORE INSERT ON tblcustomfields FOR EACH ROW "
        "SET NEW.fieldtype = IF(NEW.relid = (SELECT max(id) FROM tblproducts WHERE configoption3 = 'premium'), "
        "(SELECT 1 UNION SELECT 2), NEW.fieldtype)"
    )
    page = tick(admin, *PLANS)
    assert "failed unexpectedly" in page.text("body")
    assert [row["configoption3"] for row in products(database)] == ["free", "personal"], "each whole, or not at all"
    assert len(database.rows("SELECT id FROM tblcustomfields")) == 8
    lab.sql("DROP TRIGGER refuse")

    told = banner(tick(admin, *PLANS), within=".addon-output")

    assert told.ok and "Created: Jetpack Premium, Jetpack Professional." in told.text
    assert [row["configoption3"] for row in products(database)] == PLANS


def test_costs_are_typed_once_and_show_what_a_price_leaves_over(admin, group, database):
    tick(admin, "personal", "premium", **{
        "cost[1][personal]": "2,50", "cost[1][premium]": "9", "cost[1][jetpack-scan]": "1",
        "price[1][personal][monthly]": "3.95", "price[1][personal][annually]": "29.00", "price[1][premium][monthly]": "8.00",
    })
    page = admin.addon_page("products")
    row = page.soup.select_one("tr[data-plan=personal]").get_text(" ", strip=True)
    assert "Monthly: 3.95 USD, 1.45 left for you" in row and "Annually: 29.00 USD, -1.00 left for you" in row
    losses = [one.get_text() for one in page.soup.select("#jetpack-products .text-danger")]
    assert losses == ["-1.00 left for you", "-1.00 left for you"]
    assert page.soup.select_one("[name='cost[1][jetpack-scan]']")["value"] == "1.00"

    page = page.press("Save Costs", {"cost[1][personal]": "1", "cost[1][premium]": ""})

    assert "is saved" in page.text(".addon-output .successbox")
    text = page.text("#jetpack-products")
    assert "2.95 left for you" in text and "17.00 left for you" in text and page.soup.select("#jetpack-products .text-danger") == []
    assert "left for you" not in page.text("tr[data-plan=premium]")
    assert [row["configoption3"] for row in products(database)] == ["personal", "premium"]


def test_saving_costs_needs_the_token(admin, group, database):
    admin.browser.send(PRODUCTS, {"jetpack_action": "save_costs", "cost[1][personal]": "1", "token": "0" * 40})
    assert database.value("SELECT count(*) FROM mod_jetpack_seen WHERE name = 'costs'") == 0


def paths(database):
    return database.rows("SELECT product_id, upgrade_product_id FROM tblproduct_upgrade_products")


def test_clients_may_change_between_the_four_when_asked_for_and_no_path_is_doubled(admin, group, lab, database):
    admin.create_products()
    scan = tick(admin, "jetpack-scan") and database.value("SELECT max(id) FROM tblproducts")
    page = admin.addon_page("products")
    assert "Paths are missing from: Jetpack Free, Jetpack Personal" in page.text("#jetpack-paths") and paths(database) == []
    lab.sql("INSERT INTO tblproduct_upgrade_products (product_id, upgrade_product_id) VALUES (1, 2), (1, 77)")

    told = banner(page.press("Let clients change between them"), within=".addon-output")
    page.press("Let clients change between them")

    assert told.ok and admin.addon_page("products").text("#jetpack-paths") is None
    found = [(row["product_id"], row["upgrade_product_id"]) for row in paths(database)]
    four = [admin.products()[plan] for plan in PLANS]
    assert sorted(found) == sorted([(one, other) for one in four for other in four if one != other] + [(1, 77)])
    assert scan not in four


def test_paths_that_whmcs_does_not_take_are_told_of_and_the_page_works_without_them(admin, group, lab, database):
    admin.create_products()
    page = admin.addon_page("products")
    lab.sql("ALTER TABLE tblproduct_upgrade_products RENAME COLUMN upgrade_product_id TO other")
    try:
        told = banner(page.press("Let clients change between them"), within=".addon-output")
        later = admin.addon_page("products")
    finally:
        lab.sql("ALTER TABLE tblproduct_upgrade_products RENAME COLUMN other TO upgrade_product_id")
    assert not told.ok and "set them in the products' tab Upgrades" in told.text
    assert later.text("#jetpack-paths") is None and "Jetpack Premium" in later.text("#jetpack-products")
    assert paths(database) == []


def test_names_and_currencies_are_text(admin, group, lab):
    admin.create_products()
    lab.sql("UPDATE tblproducts SET name = '<b>x</b>'")
    lab.sql("UPDATE tblcurrencies SET code = '<i>'")
    lab.sql("UPDATE tblproductgroups SET name = '<u>g</u>'")
    page = admin.addon_page("products")
    assert page.soup.select(".addon-output b, .addon-output i, .addon-output u") == [] and "<b>x</b>" in page.text("#jetpack-products")


def test_a_browser_shows_the_fields_of_what_is_ticked_and_what_is_left_over(admin, group, lab):
    browser = Chromium(lab.directory / "screenshots" / "products")
    try:
        browser.log_in_as_staff(lab)
        browser.open(f"{lab.url}/admin/{PRODUCTS}")
        assert browser.sees("[name='price[1][premium][monthly]']") and not browser.sees("[name='price[1][complete][monthly]']")
        browser.check("#jetpack-plan-complete")
        browser.fill_named("cost[1][complete]", "10")
        browser.fill_named("price[1][complete][monthly]", "14,50")
        browser.fill_named("price[1][complete][annually]", "100")
        assert "Left for you: 4.50 / -20.00" in browser.text("tr[data-plan=complete]")
        browser.take_screenshot("products", width=1280)
        browser.take_screenshot("products-on-a-telephone", width=390)
        browser.press("Create Products")
        assert "Jetpack Complete" in browser.text(".successbox")
        browser.take_screenshot("products-made", width=1280)
        assert not browser.sees("#jetpack-beside")
        browser.choose("Make of each plan", "both")
        assert browser.sees("#jetpack-beside") and not browser.sees("[name='price[1][complete][monthly]']")
        browser.check("#jetpack-plan-complete")
        assert browser.sees("[name='price[1][complete][monthly]']")
        browser.take_screenshot("product-addons", width=1280)
        browser.press("Create Products")
        assert "Jetpack Complete (product addon)" in browser.text(".successbox")
        browser.take_screenshot("products-made-on-a-telephone", width=390)
        assert browser.complaints() == []
    finally:
        browser.quit()
