"""The tab Keys: partner keys with limits of their own, made once, kept, chosen for products, and removed when nothing needs them."""

import json
import re
import time
from concurrent.futures import ThreadPoolExecutor

import leaks
import pytest

from host.admin import Admin, banner
from host.background import Background
from host.chromium import Chromium
from host.lab import ini_lines
from host.places import SCREENSHOTS, free_port
from host.sandbox import CLIENT_ID, CLIENT_SECRET
from host.together import together

KEYS = "addonmodules.php?module=jetpack&tab=keys"
SITES = [f"https://connected.example.test/{n}" for n in range(4)]
HOSTILE = "<script>alert(1)</script> & \"Sons' 100% %s"


def made(admin, name="Reseller", press=None, **form):
    """Makes a key through the page; gives the page that answers."""
    values = {"name": name, "personal": "1"} | form | ({} if press is None else {"press": press})
    return admin.open(KEYS).press("Make the key", values)


def said(page):
    return banner(page, within=".addon-output")


def secret(page):
    return page.soup.select_one("#jetpack-new-secret")["value"]


def new_id(database):
    return database.value("SELECT partner_id FROM mod_jetpack_new_keys WHERE partner_id IS NOT NULL AND ended_at IS NULL")


def choose(admin, product, key):
    page = admin.open(KEYS)
    return said(page.press("Save", {"key": key}, within=f"#jetpack-product-keys tr[data-product='{product}']"))


def row(page, key):
    return " ".join(page.soup.select_one(f"#jetpack-keys tr[data-key='{key}']").get_text(" ").split())


def post(staff, **form):
    """What no button of the page sends."""
    token = staff.open("addonmodules.php?module=jetpack&tab=products").soup.select_one("#jetpack-products-form input[name=token]")["value"]
    return said(staff.browser.send(KEYS, {"token": token} | form))


@pytest.fixture
def bundle(manual_shop, admin, database):
    """A key for one Personal plan that the shop's product has."""
    assert said(made(admin)).ok
    key = new_id(database)
    assert choose(admin, manual_shop.products["personal"], f"kept:{key}").ok
    return key


def test_a_key_is_made_with_its_limits_and_shown_once(manual_shop, admin, sandbox, database, lab):
    page = made(admin, "Harbour & Sons", premium="7", notes="by hand")

    assert said(page).ok and page.text("#jetpack-new-key") is not None
    shown = secret(page)
    [request] = sandbox.requests("keys")
    form = dict(request["form"])
    assert (form["name"], form["notes"]) == ("Harbour & Sons", "by hand")
    assert [form[f"allowed_{kind}_plans"] for kind in ("personal", "premium", "professional")] == ["1", "7", "0"]
    key = new_id(database)
    page = admin.open(KEYS)
    text = row(page, key)
    assert "Harbour & Sons" in text and "by hand" in text and "Jetpack Personal: 0 of 1" in text and "Jetpack Premium: 0 of 7" in text
    assert page.soup.select("#jetpack-new-key") == [] and shown not in page.html
    log = database.rows("SELECT * FROM tblmodulelog WHERE action = 'NewPartnerKey'")
    assert len(log) == 1 and "Harbour" in str(log[0]) and shown not in str(log[0])


def test_the_new_secret_is_on_no_later_page_and_in_no_log_file_or_session(manual_shop, admin, sandbox, database, lab):
    page = made(admin)
    mark = leaks.Fingerprint(secret(page)[10:30])
    key = new_id(database)
    assert choose(admin, manual_shop.products["personal"], f"kept:{key}").ok
    service = manual_shop.order(SITES[0])
    assert admin.create(service).ok and admin.terminate(service).ok

    assert mark.is_in(page.html)
    assert leaks.in_database(database, mark) == set()
    assert leaks.in_files(lab, mark) == set()
    assert leaks.in_pages(manual_shop, service, mark) == set()


def test_a_plan_is_provisioned_with_the_products_key_counts_and_is_ended_with_it(bundle, manual_shop, admin, sandbox, database):
    service = manual_shop.order(SITES[0])
    answer = admin.create(service)

    assert answer.ok, answer
    assert database.column("SELECT partner_id FROM mod_jetpack_services") == [bundle]
    assert dict(sandbox.requests("token")[-1]["form"])["client_id"] == bundle
    page = admin.open(KEYS)
    assert "Jetpack Personal: 1 of 1 limit reached" in row(page, bundle) and "Jetpack Personal" in row(page, bundle)
    assert admin.terminate(service).ok and sandbox.live(SITES[0]) == []
    assert "Jetpack Personal: 0 of 1" in row(admin.open(KEYS), bundle)


def test_a_limit_that_is_reached_is_named_with_its_key_and_what_to_do(bundle, manual_shop, admin, sandbox):
    first, second = (manual_shop.order(site) for site in SITES[:2])
    assert admin.create(first).ok
    refused = admin.create(second)

    assert not refused.ok and f"the partner key has reached its limit of plans of that kind, which is that of the partner id {bundle}" in refused.text
    assert "raise the key's limit" in refused.text and "tab Keys" in refused.text
    # Another key is chosen, and the same button does it.
    assert choose(admin, manual_shop.products["personal"], "addon").ok
    assert admin.create(second).ok
    assert admin.terminate(first).ok and admin.terminate(second).ok
    assert sandbox.live(SITES[0]) == [] and sandbox.live(SITES[1]) == []


def test_the_cron_and_a_fresh_worker_use_the_kept_key(bundle, manual_shop, admin, sandbox, lab, database):
    service = manual_shop.order(SITES[0])
    assert admin.create(service).ok
    lab.kill_workers()
    lab.sql("UPDATE whmcs.mod_jetpack_services SET next_look_at = 1")
    lab.cron()

    assert database.value("SELECT state FROM mod_jetpack_services") == "active"
    assert database.value("SELECT count(*) FROM mod_jetpack_services WHERE next_look_at = 1") == 0
    admin.deactivate()
    assert admin.terminate(service).ok


def test_an_id_without_a_secret_that_is_not_kept_ends_in_a_sentence_and_sends_nothing(manual_shop, admin, sandbox):
    admin.edit_product(manual_shop.products["personal"], {"packageconfigoption[1]": "77", "packageconfigoption[2]": ""})
    before = len(sandbox.requests())
    answer = admin.create(manual_shop.order(SITES[0]))

    assert not answer.ok and "the key with the partner id 77, whose secret is not known here" in answer.text
    assert "tab Keys" in answer.text and "Nothing was sent" in answer.text
    assert len(sandbox.requests()) == before
    page = admin.open(KEYS)
    assert "secret not known here" in row(page, "77")
    # Nothing else is chosen by looking at it.
    product = f"#jetpack-product-keys tr[data-product='{manual_shop.products['personal']}']"
    assert "Choose one of the keys" in said(page.press("Save", within=product)).text


def test_a_typed_key_goes_on_to_work_and_is_kept_when_another_is_chosen(bundle, manual_shop, admin, sandbox, database):
    sandbox.add_key("typed", "typed-secret")
    product = manual_shop.products["personal"]
    admin.edit_product(product, {"packageconfigoption[1]": "typed", "packageconfigoption[2]": "typed-secret"})
    assert "typed" in row(admin.open(KEYS), "typed")
    assert choose(admin, product, f"kept:{bundle}").ok
    assert database.value(f"SELECT configoption2 FROM tblproducts WHERE id = {product}") == ""
    assert choose(admin, product, "kept:typed").ok

    assert admin.create(manual_shop.order(SITES[0])).ok
    assert database.column("SELECT partner_id FROM mod_jetpack_services") == ["typed"]
    # One that differs from what is kept is not thrown away.
    admin.edit_product(product, {"packageconfigoption[1]": "typed", "packageconfigoption[2]": "another"})
    refused = choose(admin, product, "addon")
    assert not refused.ok and "is another than the one that is kept" in refused.text
    assert database.value(f"SELECT configoption2 FROM tblproducts WHERE id = {product}") == "another"


@pytest.mark.parametrize(
    "fault", [{"kind": "reset", "commit": True}, {"kind": "status", "status": 503}, {"kind": "delay", "ms": 6000, "commit": True}]
)
def test_a_lost_answer_is_never_asked_for_again_and_said_plainly(manual_shop, admin, sandbox, database, fault):
    sandbox.fault("keys", **fault)
    page = made(admin)

    answer = said(page)
    assert not answer.ok and "There may be a key Reseller at WordPress.com of which nobody has the secret" in answer.text
    assert len(sandbox.requests("keys")) == 1
    sandbox.clear_faults()
    again = made(admin)
    assert not said(again).ok and "There is a key named Reseller already, or there may be" in said(again).text
    assert again.soup.select_one("#jetpack-key-name")["value"] == "Reseller"
    page = admin.open(KEYS)
    assert "the answer is not known" in page.text(".jetpack-lost-key")
    assert not page.has_button("I have looked"), "the answer may still come"
    database.rows("UPDATE mod_jetpack_new_keys SET asked_at = asked_at - 400")
    page = admin.open(KEYS).press("I have looked")
    assert said(page).ok and page.soup.select(".jetpack-lost-key") == []
    assert len(sandbox.requests("keys")) == 1
    assert said(made(admin)).ok and len(sandbox.requests("keys")) == 2


def test_a_refusal_and_an_api_that_is_down_make_none_and_leave_nothing(manual_shop, admin, sandbox, database, lab, ini):
    sandbox.fault("keys", "body", status=400, body=json.dumps({"error": "x", "message": "The name is taken."}))
    page = made(admin, notes="long to type")
    assert not said(page).ok and "The name is taken" in said(page).text
    assert page.soup.select_one("#jetpack-key-notes").get_text() == "long to type"
    lab.up(ini_lines(f"http://127.0.0.1:{free_port()}", 3))
    try:
        answer = said(made(admin))
    finally:
        lab.up(ini)
    assert not answer.ok and "The key was not made" in answer.text
    assert database.value("SELECT count(*) FROM mod_jetpack_new_keys") == 0


def test_two_presses_of_one_form_make_one_key(manual_shop, lab, sandbox, database):
    admins = [Admin(lab), Admin(lab)]
    sandbox.fault("keys", "delay", ms=700)
    press = "ab" * 16
    pages = together(*[lambda a=a: made(a, press=press) for a in admins])

    assert len(sandbox.requests("keys")) == 1
    first, second = sorted(pages, key=lambda page: "jetpack-new-secret" not in page.html)
    assert said(first).ok and secret(first)
    assert "it is not known yet whether the key Reseller was made" in said(second).text
    # Pressed again later, as by reloading the answer.
    third = made(admins[0], press=press)
    assert "made one key: Reseller" in said(third).text and third.soup.select("#jetpack-new-key") == []
    assert len(sandbox.requests("keys")) == 1


def test_a_key_that_cannot_be_stored_is_shown_all_the_same(manual_shop, admin, sandbox, database, lab):
    lab.sql("ALTER TABLE whmcs.mod_jetpack_keys MODIFY secret varchar(10) not null")
    page = made(admin)

    answer = said(page)
    assert not answer.ok and "could not be stored here. Copy its secret now" in answer.text
    assert len(secret(page)) == 64
    assert database.value("SELECT count(*) FROM mod_jetpack_keys") == 0
    assert leaks.in_database(database, leaks.Fingerprint(secret(page)[10:30])) == set()


def test_a_key_is_removed_only_when_nothing_needs_it(bundle, manual_shop, admin, sandbox, database):
    service = manual_shop.order(SITES[0])
    assert admin.create(service).ok
    assert not admin.open(KEYS).has_button(f"Remove {bundle}")
    refused = post(admin, jetpack_action="keys_remove", key=bundle, sure="1")
    assert not refused.ok and "Records that need it: 1" in refused.text

    assert admin.terminate(service).ok
    refused = post(admin, jetpack_action="keys_remove", key=bundle, sure="1")
    assert not refused.ok and "because these use it: Jetpack Personal" in refused.text
    assert choose(admin, manual_shop.products["personal"], "addon").ok
    page = admin.open(KEYS)
    assert "At WordPress.com it goes on to exist" in row(page, bundle)
    refused = said(page.press(f"Remove {bundle}"))
    assert not refused.ok and "Tick that you are sure" in refused.text
    removed = said(page.press(f"Remove {bundle}", {"sure": "1"}))

    assert removed.ok and f"The key {bundle} is forgotten here" in removed.text
    told = " ".join(database.activity())
    assert f"The partner key with the id {bundle} was made" in told and f"id {bundle} was forgotten here" in told
    assert f"The product #{manual_shop.products['personal']} provisions new plans with the partner key with the id {bundle}" in told
    assert database.value(f"SELECT count(*) FROM mod_jetpack_keys WHERE partner_id = '{bundle}'") == 0
    assert not post(admin, jetpack_action="keys_remove", key=bundle, sure="1").ok


def test_the_addons_own_key_is_not_removed(manual_shop, admin, database):
    service = manual_shop.order(SITES[0])
    assert admin.create(service).ok and admin.terminate(service).ok

    refused = post(admin, jetpack_action="keys_remove", key=CLIENT_ID, sure="1")

    assert not refused.ok and "the key of the addon's settings" in refused.text
    assert database.column("SELECT partner_id FROM mod_jetpack_keys") == [CLIENT_ID]


def test_a_removal_while_a_create_is_under_way_loses_no_key(bundle, manual_shop, lab, admin, sandbox, database):
    """The product turns to the addon's key while a Create with its former one waits for WordPress.com."""
    service = manual_shop.order(SITES[0])
    sandbox.fault("provision", "delay", ms=1500)
    pressed = Background(lab, service, "Create")
    sandbox.wait_for("provision")
    assert choose(admin, manual_shop.products["personal"], "addon").ok

    removed = post(admin, jetpack_action="keys_remove", key=bundle, sure="1")

    assert pressed.answer is None
    assert not removed.ok and "Records that need it: 1" in removed.text
    assert banner(pressed.wait()).ok
    assert database.value(f"SELECT count(*) FROM mod_jetpack_keys WHERE partner_id = '{bundle}'") == 1
    assert admin.terminate(service).ok and sandbox.live(SITES[0]) == []


def test_a_role_without_the_right_sees_the_keys_and_changes_none(bundle, manual_shop, admin, lab, sandbox, database):
    admin.configure(CLIENT_ID, CLIENT_SECRET, roles=(1, 2))
    sally = Admin(lab, "sally")
    page = sally.open(KEYS)
    assert bundle in row(page, bundle) and page.soup.select(".addon-output form") == []
    before = [database.rows(f"SELECT * FROM {table}") for table in ("mod_jetpack_keys", "mod_jetpack_new_keys", "tblproducts")]

    for form in (
        {"jetpack_action": "keys_make", "name": "Mine", "press": "cd" * 16},
        {"jetpack_action": "keys_choose", "product": str(manual_shop.products["personal"]), "key": "addon"},
        {"jetpack_action": "keys_remove", "key": bundle, "sure": "1"},
        {"jetpack_action": "keys_noted", "press": "cd" * 16},
    ):
        refused = post(sally, **form)
        assert not refused.ok and "may not make, choose or remove keys" in refused.text, form
    assert len(sandbox.requests("keys")) == 1
    assert [database.rows(f"SELECT * FROM {table}") for table in ("mod_jetpack_keys", "mod_jetpack_new_keys", "tblproducts")] == before


@pytest.mark.parametrize("encoding", ["on", "off"])
def test_hostile_names_are_sent_as_they_were_typed_and_shown_as_text(manual_shop, admin, sandbox, database, lab, encoding):
    lab.switch("entity_encoding", encoding)
    page = made(admin, HOSTILE, notes=f"{HOSTILE}\nand more")

    assert said(page).ok, said(page)
    assert dict(sandbox.requests("keys")[0]["form"])["name"] == HOSTILE
    for shown in (page, admin.open(KEYS)):
        assert "<script>alert" not in shown.html and HOSTILE in row(shown, new_id(database))


@pytest.mark.parametrize(
    "form, words",
    [
        ({"name": " "}, "a name of 1 to 100 characters"),
        ({"name": "x" * 101}, "a name of 1 to 100 characters"),
        ({"premium": "-1"}, '"-1" is no limit'),
        ({"professional": "1.5"}, '"1.5" is no limit'),
        ({"personal": "99999999"}, '"99999999" is no limit'),
        ({"notes": "x" * 1001}, "longer than 1000 characters"),
    ],
)
def test_a_mistake_in_the_form_sends_nothing_and_loses_nothing(manual_shop, admin, sandbox, form, words):
    page = made(admin, **({"name": "Reseller", "notes": "typed", "premium": "3"} | form))

    assert not said(page).ok and words in said(page).text
    assert sandbox.requests("keys") == []
    kept = {"name": "Reseller", "notes": "typed", "premium": "3"} | form
    assert page.soup.select_one("#jetpack-key-notes").get_text() == kept["notes"]
    assert page.soup.select_one("#jetpack-key-premium")["value"] == kept["premium"]


def test_an_addon_without_credentials_says_so(lab, sandbox, admin, database):
    admin.activate()
    admin.configure("", "")
    page = made(admin)
    assert not said(page).ok and "There is no partner id and secret" in said(page).text
    assert database.value("SELECT count(*) FROM mod_jetpack_new_keys") == 0


def test_a_key_below_another_that_may_make_none_is_told_so(bundle, manual_shop, admin, database, lab):
    """The bundle's key as the addon's own."""
    page = made(admin, "Second")
    other = re.search(r"partner id is (\d+)", said(page).text)[1]
    assert admin.configure(other, secret(page)).ok

    answer = said(made(admin, "Third"))

    assert not answer.ok and "does not allow this partner key what was asked" in answer.text
    assert database.value("SELECT count(*) FROM mod_jetpack_new_keys WHERE name = 'Third'") == 0


def test_opening_the_tab_asks_nothing(manual_shop, admin, sandbox):
    assert admin.open(KEYS).status == 200
    assert admin.open(f"{KEYS}&jetpack_action=keys_make&name=x&press={'ab' * 16}").status == 200
    assert sandbox.requests("keys") == []


@pytest.fixture(scope="module")
def browser():
    browser = Chromium(SCREENSHOTS / "bundles")
    yield browser
    browser.quit()


@pytest.mark.parametrize("width", [1280, 390])
def test_an_admin_makes_a_key_copies_it_and_finds_it_used(manual_shop, admin, sandbox, browser, database, width):
    staff = browser
    staff.hand_over(width)
    staff.log_in_as_staff(manual_shop.lab)
    staff.press("Addon: jetpack", within="nav")
    staff.press("Keys")
    staff.take_screenshot(f"first-{width}")
    staff.fill("Name", "Harbour Hosting, the resellers of " + "x" * 60)
    for kind, limit in [("personal", "1"), ("premium", "20")]:
        staff.fill_named(kind, limit)
    staff.fill("Notes", "Ordered by Ms Archer.")
    staff.press("Make the key")
    assert "Its secret is shown below, this once" in staff.text(".addon-output .successbox")
    assert len(staff.attributes("#jetpack-new-secret", "value")[0]) == 64
    staff.take_screenshot(f"made-{width}")

    key = new_id(database)
    assert choose(admin, manual_shop.products["personal"], f"kept:{key}").ok
    assert admin.create(manual_shop.order(SITES[0])).ok
    sandbox.fault("keys", "status", status=503)
    assert not said(made(admin, "Lost")).ok
    staff.press("Keys")
    assert "Jetpack Personal: 1 of 1 limit reached" in staff.text("#jetpack-keys")
    staff.check(f"#jetpack-keys tr[data-key='{key}'] summary")
    assert "Records that need it: 1" in staff.text("#jetpack-keys")
    staff.take_screenshot(f"used-{width}")


def test_a_product_addon_that_names_the_id_alone_has_the_kept_key_and_holds_it(manual_shop, admin, sandbox, database):
    assert said(made(admin)).ok
    key = new_id(database)
    addon = manual_shop.sell_addon()
    page = admin.open(f"configaddons.php?action=manage&id={addon}")
    assert banner(page.press("Save Changes", {"packageconfigoption[1]": key})).ok
    beside = manual_shop.add_addon(manual_shop.order(SITES[0]), addon, SITES[1])

    assert admin.create(beside).ok
    assert database.column("SELECT partner_id FROM mod_jetpack_services WHERE service_type = 'addon'") == [key]
    assert admin.terminate(beside).ok
    assert "Jetpack beside" in row(admin.open(KEYS), key)
    refused = post(admin, jetpack_action="keys_remove", key=key, sure="1")
    assert not refused.ok and "these product addons use it: Jetpack beside" in refused.text


def test_a_key_that_was_removed_before_the_claim_sends_nothing(bundle, manual_shop, admin, sandbox, lab, database):
    """As where a removal wins against a Create that has read its order."""
    service = manual_shop.order(SITES[0])
    lab.sql(f"DELETE FROM whmcs.mod_jetpack_keys WHERE partner_id = '{bundle}'")
    before = len(sandbox.requests())
    answer = admin.create(service)

    assert not answer.ok and f"the key with the partner id {bundle}, whose secret is not known here" in answer.text
    assert len(sandbox.requests()) == before
    assert choose(admin, manual_shop.products["personal"], "addon").ok
    assert admin.create(service).ok


def test_a_create_that_meets_a_removal_waits_for_it_and_sends_nothing(bundle, manual_shop, lab, admin, sandbox, database):
    service = manual_shop.order(SITES[0])
    before = len(sandbox.requests())
    database.rows("BEGIN")
    database.rows(f"DELETE FROM mod_jetpack_keys WHERE partner_id = '{bundle}'")
    pressed = Background(lab, service, "Create")
    time.sleep(1)
    assert pressed.answer is None and len(sandbox.requests()) == before
    database.rows("COMMIT")

    answer = banner(pressed.wait())
    assert not answer.ok and "whose secret is not known here" in answer.text
    assert len(sandbox.requests()) == before


def test_a_removal_that_meets_a_claim_waits_for_it_and_keeps_the_key(manual_shop, lab, admin, database):
    """The claim, as another worker has it under way."""
    assert said(made(admin)).ok
    key = new_id(database)
    page = admin.open(KEYS)
    database.rows("BEGIN")
    database.rows(f"SELECT secret FROM mod_jetpack_keys WHERE partner_id = '{key}' LOCK IN SHARE MODE")
    database.rows(
        "INSERT INTO mod_jetpack_services (service_type, service_id, client_id, state, partner_id, created_at, updated_at)"
        f" VALUES ('service', 99, 1, 'requested', '{key}', NOW(), NOW())"
    )
    with ThreadPoolExecutor(1) as pool:
        removed = pool.submit(lambda: said(page.press(f"Remove {key}", {"sure": "1"})))
        time.sleep(1)
        assert not removed.done()
        database.rows("COMMIT")
        assert not removed.result().ok and "Records that need it: 1" in removed.result().text
    assert database.value(f"SELECT count(*) FROM mod_jetpack_keys WHERE partner_id = '{key}'") == 1
