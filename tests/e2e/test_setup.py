"""The addon's checklist: true each time it is opened, and done when nothing is left."""

import pytest

from host.lab import ini_lines
from host.program import named

SETUP = "addonmodules.php?module=jetpack"


@pytest.fixture
def admin(admin, sandbox):
    admin.activate()
    admin.configure("sandbox-partner", "sandbox-secret")
    return admin


@pytest.fixture
def stocked(admin):
    admin.create_group("Jetpack")
    admin.create_products()
    return admin


def line(page, name):
    """State, reason, and the label of what can be done."""
    row = page.soup.select_one(f".addon-output .jetpack-{name}")
    if row is None:
        return None
    action = row.select_one("a.btn, button")
    state, reason = row.select("td span")
    return state.get_text(strip=True), " ".join(reason.get_text().split()), action and action.get_text(strip=True)


def left(page):
    return page.text("#jetpack-left")


def sell(admin, plan):
    return admin.edit_product(admin.products()[plan], {"pricing[monthly]": "9.00", "Hidden": None})


def test_from_activation_to_done_each_line_says_what_is_next_and_the_page_then_opens_on_the_overview(admin, lab, sandbox):
    page = admin.open(SETUP)
    assert line(page, "web")[0] == "Done" and "PHP 8." in line(page, "web")[1]
    assert [line(page, name)[0] for name in ("tables", "hooks", "settings")] == ["Done"] * 3
    assert line(page, "credentials") == (
        "To do", "WordPress.com was not asked yet whether it takes these.", "Validate Credentials",
    )
    assert line(page, "products")[2] == "Create a product group" and line(page, "cron")[0] == "To do"
    assert left(page) == "To do: 3." and sandbox.requests() == []

    lab.cron()
    assert admin.validate().ok
    admin.create_group("Jetpack")
    assert admin.create_products().ok
    page = admin.open(SETUP)
    assert left(page) == "To do: 1." and line(page, "prices")[2] == "Open Jetpack Personal"
    sell(admin, "premium")

    asked = sandbox.requests()
    assert admin.open(SETUP).soup.select_one("#jetpack-tabs .active").get_text(strip=True) == "Overview"
    page = admin.addon_page()
    assert left(page) == "The set-up is complete."
    assert "cli" in line(page, "cron")[1] and "just now" in line(page, "cron")[1]
    assert "Can be ordered: Jetpack Premium (USD). Without a price: Jetpack Personal, Jetpack Professional." in line(page, "prices")[1]
    assert line(page, "api")[0] == "Done" and "It answered in" in line(page, "api")[1]
    assert line(page, "clock")[0] == "Done"
    assert page.soup.select("button.btn-primary") == [], "nothing is next"
    assert sandbox.requests() == asked, "building the page asks nothing"


def test_without_a_partner_id_the_line_leads_to_where_one_comes_from(admin):
    admin.configure("", "")
    page = admin.addon_page()
    assert line(page, "credentials")[::2] == ("To do", "Become a partner")
    assert line(page, "settings")[::2] == ("To do", "Configure")


def test_a_refused_key_is_named_by_its_step_until_other_credentials_are_entered(admin, lab, database):
    admin.configure("sandbox-partner", "wrong-secret")
    assert admin.validate().kind == "error"
    state, reason, _ = line(admin.open(SETUP), "credentials")
    assert state == "To do" and reason.startswith("No access token was given. WordPress.com refused") and reason.endswith("Checked just now.")

    admin.configure("sandbox-partner", "sandbox-secret")
    assert "was not asked yet" in line(admin.addon_page(), "credentials")[1]
    assert admin.validate().ok
    lab.sql("UPDATE mod_jetpack_seen SET seen_at = seen_at - 7300 WHERE name = 'validation'")
    assert line(admin.addon_page(), "credentials")[1].endswith("Checked 2 hours ago.")
    seen = database.value("SELECT what FROM mod_jetpack_seen WHERE name = 'validation'")
    assert "sandbox-secret" not in seen and "sandbox-partner" not in seen


def test_new_credentials_are_validated_by_the_open_page_once_and_nothing_is_asked_while_it_is_built(admin, sandbox):
    page = admin.addon_page()
    assert sandbox.requests() == []
    [script] = page.soup.select("#jetpack-setup-key script")
    assert "'jetpack-press-validate').submit()" in script.get_text() and page.soup.select_one("#jetpack-press-validate") is not None

    assert admin.validate().ok

    assert admin.addon_page().soup.select("#jetpack-setup-key script") == []


def test_a_validation_that_could_not_be_noted_is_not_asked_for_over_and_over(admin, lab):
    page = admin.addon_page()
    lab.sql("DELETE FROM whmcs.mod_jetpack_seen")
    token = page.soup.select_one("#jetpack-press-validate input[name=token]")["value"]
    page = admin.browser.send("addonmodules.php?module=jetpack&tab=setup", {"token": token, "jetpack_action": "unknown"})
    assert page.soup.select_one("#jetpack-press-validate") is not None and page.soup.select("#jetpack-setup-key script") == []


def test_a_switched_off_key_is_refused_at_the_second_step(admin, sandbox):
    sandbox.disable_key("sandbox-partner")
    admin.validate()
    assert "A token was given, then the key was refused." in line(admin.addon_page(), "credentials")[1]


def test_a_wrong_clock_is_named(admin, database, lab):
    assert admin.validate().ok
    lab.sql(
        "UPDATE mod_jetpack_seen SET what = json_set(what, '$.reached.clock_ahead', 300, '$.reached.clock_is_wrong', true)"
        " WHERE name = 'validation'"
    )
    state, reason, _ = line(admin.addon_page(), "clock")
    assert state == "To do" and reason.startswith("300 s ahead") and "NTP" in reason


def test_a_cron_that_stopped_is_noticed(admin, lab):
    lab.cron()
    lab.sql("UPDATE mod_jetpack_seen SET seen_at = seen_at - 7300 WHERE name = 'cron'")
    assert line(admin.addon_page(), "cron")[:2] == (
        "To do", "It ran 2 hours ago and should run every five minutes. See Automation Settings for its command.",
    )
    lab.sql("UPDATE mod_jetpack_seen SET what = json_set(what, '$.files', '0.0.9'), seen_at = seen_at + 7300 WHERE name = 'cron'")
    state, reason, _ = line(admin.addon_page(), "cron")
    assert state == "To do" and "version 0.0.9" in reason and "another version now" in reason


def test_a_cron_whose_php_lacks_the_extension_is_noticed(admin, lab, ini):
    lab.up("precision=17")
    try:
        lab.cron()
    finally:
        lab.up(ini)
    state, reason, _ = line(admin.addon_page(), "cron")
    assert state == "To do" and "jetpack_bridge is not loaded in PHP" in reason and "cli" in reason


def test_a_wrong_ini_value_shows_without_pressing_anything(admin, lab, sandbox, ini):
    lab.up(ini_lines(sandbox.url, "soon"))
    try:
        page = admin.open(SETUP)
    finally:
        lab.up(ini)
    assert line(page, "settings")[0] == "To do" and named("deadline") in line(page, "settings")[1]


def test_altered_fields_are_named_and_repaired_and_what_is_the_hosts_own_stays(stocked, lab, database):
    lab.sql("DELETE FROM tblcustomfields WHERE fieldname = 'Local User' AND relid = 1")
    lab.sql("UPDATE tblcustomfields SET showorder = '', regexpr = '', description = 'Mine' WHERE fieldname = 'Site URL' AND relid = 2")
    lab.sql("UPDATE tblcustomfields SET regexpr = '/mine/' WHERE fieldname = 'Site URL' AND relid = 3")
    lab.sql("UPDATE tblcustomfields SET fieldname = 'Site URL|Your address' WHERE fieldname = 'Site URL' AND relid = 4")
    page = stocked.addon_page()
    assert line(page, "fields") == (
        "To do",
        "Missing, off the order form, or hidden from clients: Jetpack Free (Local User), Jetpack Personal (Site URL).",
        "Repair",
    )
    page = page.press("Repair", within=".jetpack-fields")
    assert line(page, "fields")[0] == "Done" and "complete" in page.text(".addon-output .successbox")
    fields = {row["relid"]: row for row in database.rows("SELECT * FROM tblcustomfields WHERE fieldname LIKE 'Site URL%%'")}
    assert (fields[2]["showorder"], fields[2]["description"]) == ("on", "Mine") and fields[2]["regexpr"] == fields[1]["regexpr"]
    assert fields[3]["regexpr"] == "/mine/" and fields[4]["fieldname"] == "Site URL|Your address"
    assert database.value("SELECT count(*) FROM tblcustomfields") == 16

    before = database.rows("SELECT * FROM tblcustomfields")
    token = page.soup.select_one("input[name=token]")["value"]
    again = stocked.browser.send(SETUP, {"jetpack_action": "repair_fields", "token": token})
    assert "complete" in again.text(".addon-output .successbox")
    assert database.rows("SELECT * FROM tblcustomfields") == before


def test_products_without_a_mail_get_it_only_when_asked(stocked, lab, database):
    lab.sql("UPDATE tblproducts SET welcomeemail = 0 WHERE id = 1")
    lab.sql("UPDATE tblproducts SET welcomeemail = 999 WHERE id = 2")
    page = stocked.addon_page()
    assert line(page, "mail") == (
        "Note",
        "None is sent for Jetpack Free, Jetpack Personal; its owner finds the next step in the client area alone.",
        "Send Jetpack Welcome",
    )
    page.press("Send Jetpack Welcome", within=".jetpack-mail")
    assert len({row["welcomeemail"] for row in database.rows("SELECT welcomeemail FROM tblproducts")}) == 1


def test_the_checklist_escapes_what_a_product_is_called(stocked, lab):
    lab.sql("UPDATE tblproducts SET name = '<script>x</script>', welcomeemail = 0 WHERE id = 2")
    page = stocked.addon_page()
    assert page.soup.select(".addon-output script:not([data-jetpack])") == [] and "<script>x</script>" in line(page, "mail")[1]


@pytest.mark.parametrize("action", ["repair_fields", "repair_mail", "validate"])
def test_no_button_works_without_the_token(stocked, lab, database, sandbox, action):
    lab.sql("UPDATE tblproducts SET welcomeemail = 0")
    lab.sql("DELETE FROM tblcustomfields WHERE fieldname = 'Local User'")
    before = database.rows("SELECT * FROM tblproducts"), database.rows("SELECT * FROM tblcustomfields")
    stocked.browser.send(SETUP, {"jetpack_action": action})
    assert (database.rows("SELECT * FROM tblproducts"), database.rows("SELECT * FROM tblcustomfields")) == before
    assert sandbox.requests() == []


def test_hooks_that_whmcs_has_not_noticed_are_told_of(admin, lab):
    lab.sql("UPDATE tblconfiguration SET value = '' WHERE setting = 'AddonModulesHooks'")
    page = admin.addon_page()
    assert line(page, "hooks")[::2] == ("To do", "Configure")
    admin.configure("sandbox-partner", "sandbox-secret")
    assert line(admin.addon_page(), "hooks")[0] == "Done"


def test_a_product_that_is_switched_to_the_module_by_hand_gets_its_fields_once(stocked, lab, database):
    lab.sql("DELETE FROM tblcustomfields WHERE relid IN (1, 2)")
    lab.sql("UPDATE tblproducts SET servertype = '' WHERE id IN (1, 2)")
    stocked.edit_product(1, {"name": "Other"})
    assert database.value("SELECT count(*) FROM tblcustomfields WHERE relid = 1") == 0
    lab.sql("UPDATE tblproducts SET servertype = 'jetpack' WHERE id = 1")
    stocked.edit_product(1, {"name": "Ours"})
    assert database.value("SELECT count(*) FROM tblcustomfields WHERE relid = 1") == 4

    lab.sql("DELETE FROM tblcustomfields WHERE relid = 1 AND fieldname = 'Plan'")
    stocked.edit_product(1, {"name": "Still ours"})
    assert database.value("SELECT count(*) FROM tblcustomfields WHERE relid = 1") == 3


def test_plans_of_another_key_are_counted_and_what_to_do_without_its_secret_works(manual_shop, sandbox, lab, database):
    admin = manual_shop.admin
    service = manual_shop.order("https://connected.example.test")
    assert admin.create(service).ok
    assert line(admin.addon_page(), "others") is None
    admin.configure("another-partner", "another-secret")
    state, reason, _ = line(admin.addon_page(), "others")
    assert state == "Note" and "the partner id sandbox-partner: 1. Its secret is kept" in reason

    lab.sql("DELETE FROM mod_jetpack_keys")
    state, reason, _ = line(admin.addon_page(), "others")
    assert state == "To do" and "open this page again" in reason
    key = {"packageconfigoption[1]": "sandbox-partner", "packageconfigoption[2]": "sandbox-secret"}
    admin.edit_product(manual_shop.products["personal"], key)
    assert line(admin.addon_page(), "others")[0] == "Note"
    assert admin.terminate(service).ok
    assert line(admin.addon_page(), "others") is None


def test_a_shop_that_sells_product_addons_alone_lacks_no_product(admin):
    admin.create_group("Jetpack")
    assert line(admin.addon_page(), "products")[0] == "To do"
    admin.create_product_addon("Jetpack beside", settings={"packageconfigoption[3]": "personal"})
    assert line(admin.addon_page(), "products")[:2] == ("Done", "Jetpack beside")


@pytest.mark.parametrize(["value", "named"], [("4", True), ("soon", True), ("60", False), ("", False)])
def test_a_run_of_the_cron_that_is_no_number_of_seconds_is_named_and_the_cron_runs(stocked, lab, value, named):
    stocked.set_addon("Seconds for a run of the cron", value)
    assert (f'"{value}" is no number of seconds' in stocked.addon_page().text(".addon-output")) == named
    lab.cron()
    assert line(stocked.addon_page(), "cron")[0] == "Done"


def test_what_a_host_may_do_with_the_fields_is_no_flaw(stocked, lab):
    lab.sql("UPDATE tblcustomfields SET required = '' WHERE fieldname IN ('Site URL', 'Local User')")
    lab.sql("DELETE FROM tblcustomfields WHERE fieldname = 'Plan'")
    assert line(stocked.addon_page(), "fields")[0] == "Done"
    lab.sql("DELETE FROM tblcustomfields WHERE fieldname = 'Local User' AND relid = 1")
    assert line(stocked.addon_page(), "fields")[::2] == ("Note", "Repair")
    lab.sql("DELETE FROM tblcustomfields WHERE fieldname = 'Site URL' AND relid = 1")
    assert line(stocked.addon_page(), "fields")[0] == "To do"


def test_a_price_counts_where_one_can_order_with_it(stocked, lab):
    sell(stocked, "premium")
    assert line(stocked.addon_page(), "prices")[0] == "Done"
    lab.sql("INSERT INTO tblcurrencies (code, prefix, suffix, format, rate, `default`) VALUES ('EUR', '', '', 1, 1, 0)")
    assert "Jetpack Premium (USD)." in line(stocked.addon_page(), "prices")[1]
    lab.sql("UPDATE tblproducts SET paytype = 'onetime' WHERE configoption3 = 'premium'")
    lab.sql("UPDATE tblpricing SET annually = monthly, monthly = -1 WHERE monthly > 0")
    assert line(stocked.addon_page(), "prices")[0] == "To do"
    lab.sql("UPDATE tblproducts SET paytype = 'recurring', retired = 1 WHERE configoption3 = 'premium'")
    page = stocked.addon_page()
    assert line(page, "prices")[0] == "To do" and "Premium" not in line(page, "products")[1]


def test_a_mail_that_is_switched_off_is_none(stocked, lab):
    lab.sql("UPDATE tblemailtemplates SET disabled = 1 WHERE name = 'Jetpack Welcome'")
    assert line(stocked.addon_page(), "mail")[0] == "Note"


def test_without_the_mail_templates_the_page_works(stocked, lab):
    lab.sql("ALTER TABLE tblemailtemplates RENAME COLUMN disabled TO off")
    try:
        page = stocked.addon_page()
    finally:
        lab.sql("ALTER TABLE tblemailtemplates RENAME COLUMN off TO disabled")
    assert line(page, "mail")[0] == "Note" and line(page, "web")[0] == "Done"


def test_products_with_keys_of_their_own_need_none_here(stocked, lab):
    stocked.configure("", "")
    lab.sql("UPDATE tblproducts SET configoption1 = 'sandbox-partner', configoption2 = 'sandbox-secret'")
    page = stocked.addon_page()
    assert line(page, "credentials")[::2] == ("Done", None) and line(page, "settings")[0] == "Done"
    lab.sql("UPDATE tblproducts SET configoption2 = '' WHERE id = 1")
    assert line(stocked.addon_page(), "credentials")[0] == "To do"


def test_a_check_that_was_not_answered_is_no_refusal(admin, sandbox):
    sandbox.fault("verify", kind="status", status=503, times=20)
    assert admin.validate().kind == "error"
    state, reason, _ = line(admin.addon_page(), "credentials")
    assert state == "To do" and reason.startswith("The credentials could not be checked")
