"""Moving in from the first Jetpack module, its addon, and the licensing module: asked first, then taken over, nothing deleted."""

import pytest
from selenium.common.exceptions import WebDriverException

from host.admin import Admin, banner
from host.chromium import Chromium
from host.legacy import Legacy
from host.places import wait_until
from host.together import together

TAB = "addonmodules.php?module=jetpack&tab=moving"
SITE = "https://connected.example.test"
WAITS = "https://shop.example.test"
SECRET_KEY = "jetpack-licence-verysecret-Q7Zx"


@pytest.fixture
def admin(admin, sandbox):
    admin.activate()
    admin.configure("sandbox-partner", "sandbox-secret")
    return admin


@pytest.fixture
def legacy(lab, database, admin):
    return Legacy(lab, database)


@pytest.fixture
def product(legacy):
    return legacy.product()


def tab(admin, query=""):
    page = admin.open(TAB + query)
    assert page.status == 200, page.text("body")
    return page


def words(page):
    """The report, by service."""
    return {int(row["id"].rsplit("-", 1)[1]): row["data-word"] for row in page.soup.select("#jetpack-moving tr[data-word]")}


def said(page, service):
    return page.text(f"#jetpack-moving-{service.id}")


def press(page, label):
    page = page.press(label, within=".addon-output")
    return banner(page, within=".addon-output"), page


def ask(admin):
    shown, page = press(tab(admin), "Ask WordPress.com")
    assert shown.ok, shown
    return page


def everything(database, without=()):
    """All of WHMCS's and our tables, but what a page that is opened writes down itself."""
    passing = {"mod_jetpack_moving", "mod_jetpack_seen", *without}
    return {table: database.rows(f"SELECT * FROM `{table}`") for table in database.tables() if table not in passing}


def test_what_is_there_is_moved_in_and_then_looked_after_like_any_other(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "personal")
    sandbox.provision_elsewhere(WAITS, "personal")
    there, waits = legacy.service(product, SITE), legacy.service(product, WAITS, client=2)

    page = ask(admin)
    assert words(page) == {there.id: "ours", waits.id: "ours"}
    shown, page = press(page, "Move in 2")
    assert shown.ok and shown.text.endswith("Moved in: 2.")
    assert page.text("#jetpack-moving-none").endswith("all are moved in.") and words(tab(admin, "&word=moved")) == {there.id: "moved", waits.id: "moved"}

    assert (database.ledger(there)["state"], database.ledger(waits)["state"]) == ("active", "pending")
    assert database.details(there).startswith("Jetpack is active") and database.details(waits).startswith("Jetpack is waiting")
    assert sandbox.provisions(SITE) == 1 and sandbox.provisions(WAITS) == 1
    assert admin.look(there).ok
    assert admin.terminate(there).ok and sandbox.live(SITE) == []
    assert database.status(there) == "Terminated"


def test_a_dry_run_asks_the_status_alone_and_changes_nothing(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "personal")
    legacy.service(product, SITE, details="URL to Activate Jetpack: https://example.com/x")
    legacy.service(product, "https://connected.other.example.test", client=2)
    legacy.service(product, "localhost", client=2)
    tab(admin)
    before, asked = everything(database), len(sandbox.requests())

    tab(admin)
    assert len(sandbox.requests()) == asked, "building the page asks nothing"
    page = ask(admin)

    assert everything(database) == before
    assert {request["operation"] for request in sandbox.requests()[asked:]} <= {"token", "status"}
    assert len(sandbox.requests("status")) == 2 and "Asked about 3 of 3." in page.text("#jetpack-moving-asked")


def test_the_report_says_of_each_what_is_the_matter(legacy, product, admin, sandbox, database):
    held = admin_sells(admin, database)
    sandbox.provision_elsewhere(SITE, "premium")
    sandbox.provision_elsewhere("https://connected.a.example.test", "personal")
    rows = {
        "another": legacy.service(product, SITE),
        "ours": legacy.service(product, "https://connected.a.example.test", plan="personal"),
        "nothing": legacy.service(product, "https://connected.b.example.test"),
        "held": legacy.service(product, held, client=2),
        "unclear": legacy.service(product, "", client=3),
    }
    wrong = legacy.service(product, "http://10.0.0.1/", client=3)
    page = ask(admin)

    assert words(page) == {service.id: word for word, service in rows.items()} | {wrong.id: "unclear"}
    assert "has the plan premium" in said(page, rows["another"]) and "Nothing was adopted" in said(page, rows["another"])
    assert "press Create instead" in said(page, rows["nothing"]).replace("Press", "press")
    assert "already has a Jetpack plan, from service #" in said(page, rows["held"])
    assert "The field Site URL is empty" in said(page, rows["unclear"]) and "cannot be used" in said(page, wrong)
    row = page.soup.select_one(f"#jetpack-moving-{rows['ours'].id}")
    assert [link["href"] for link in row.select("a")] == [rows["ours"].page, "clientssummary.php?userid=1"]
    assert words(tab(admin, "&word=unclear")) == {rows["unclear"].id: "unclear", wrong.id: "unclear"}

    shown, page = press(page, "Move in 1")
    assert shown.ok and set(words(page).values()) == {"another", "nothing", "held", "unclear"}
    assert sandbox.live(SITE) == [("premium", "active")]


def admin_sells(admin, database):
    """A service of ours that holds a site; gives the site."""
    site = "https://connected.held.example.test"
    legacy = Legacy(admin.lab, database)
    service = legacy.service(legacy.product("Ours"), site)
    assert admin.create(service).ok
    return site


def test_a_token_that_a_dry_run_got_is_shared_with_all(legacy, product, admin, sandbox, database, lab):
    admin_sells(admin, database)
    for n in range(20):
        legacy.service(product, f"https://connected.n{n}.example.test", client=3)
    stored, tokens = database.value("SELECT token FROM mod_jetpack_keys"), len(sandbox.requests("token"))
    sandbox.revoke_tokens()
    lab.kill_workers()
    page = ask(admin)
    assert len(sandbox.requests("token")) == tokens + 1 and database.value("SELECT token FROM mod_jetpack_keys") != stored
    assert database.value("SELECT token_lease FROM mod_jetpack_keys") == 0, "nobody waits for whose turn it was"
    lab.kill_workers()
    assert press(page, "Ask again about all")[0].ok
    assert len(sandbox.requests("token")) == tokens + 1


def test_the_plan_of_another_key_is_not_ours_to_move_in(legacy, product, admin, sandbox):
    sandbox.add_key("another-partner", "another-secret")
    sandbox.provision_elsewhere(SITE, "personal")
    other = legacy.product(options=("another-partner", "another-secret"))
    service = legacy.service(other, SITE)
    page = ask(admin)
    assert words(page) == {service.id: "foreign"} and "not from this partner key" in said(page, service)


def test_a_suspended_service_is_moved_in_and_what_has_ended_is_not(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "personal")
    suspended = legacy.service(product, SITE, status="Suspended")
    for status in ["Terminated", "Cancelled", "Pending", "Fraud"]:
        legacy.service(product, "https://connected.x.example.test", status=status)
    page = ask(admin)
    assert words(page) == {suspended.id: "ours"}
    assert press(page, "Move in 1")[0].ok
    assert (database.ledger(suspended)["state"], database.status(suspended)) == ("active", "Suspended")


def test_the_damage_of_the_first_module_is_mended_only_where_the_plan_is_seen(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "personal")
    sandbox.provision_elsewhere(WAITS, "personal")
    there = legacy.service(product, SITE, details="URL to Activate Jetpack: https://example.com/1", order=901)
    waits = legacy.service(product, WAITS, details="URL to Activate Jetpack: https://example.com/2", client=2, order=902)
    gone = legacy.service(product, "https://connected.gone.example.test", details="URL to Activate Jetpack: https://example.com/3", client=3, order=903)
    # The last order has the number of a service, of another client.
    legacy.provisioned_by_the_first_module(gone.id, "https://example.com/of-the-last")
    for service in (there, waits):
        legacy.set_field(service, "jetpack_provisioning_details", "URL to Activate Jetpack: https://example.com/of-the-last")
    assert len(database.column("SELECT id FROM tblcustomfieldsvalues WHERE value LIKE '%%of-the-last'")) == 5

    page = ask(admin)
    assert "will be written anew" in said(page, there) and "will be written anew" in said(page, waits)
    assert "written for another service. It stays so" in said(page, gone)
    assert database.details(there).endswith("of-the-last"), "a dry run mends nothing"
    assert press(page, "Move in 2")[0].ok

    assert database.details(there).startswith(f"Jetpack is active on {SITE}")
    assert database.details(waits).startswith(f"Jetpack is waiting for {WAITS}")
    assert database.details(gone).endswith("of-the-last")


def test_a_text_that_names_another_service_is_seen_for_what_it_is(legacy, product, admin, sandbox):
    sandbox.provision_elsewhere(SITE, "personal")
    victim = legacy.service(product, SITE, details="URL to Activate Jetpack: https://jetpack.wordpress.com/x?redirect=https%3A%2F%2Fconnected.other.example.test%2Fwp-admin")
    other = legacy.service(product, "connected.other.example.test/", details="waiting for connected.other.example.test", client=2)
    page = ask(admin)
    assert "for another service" in said(page, victim) and "for another service" not in said(page, other)


@pytest.mark.parametrize("named", ["shop.example.test", "SHOP.example.test%2Fwp-admin", "www.shop.example.test"])
def test_a_text_that_names_the_clients_own_site_is_his_where_the_services_number_is_its_orders(legacy, product, admin, sandbox, database, named):
    sandbox.provision_elsewhere(WAITS, "personal")
    # The first module's statement gave the rows of all to the number of the order, which is this service's.
    others = [legacy.service(product, f"https://connected.n{n}.example.test", details="x", client=2) for n in range(2)]
    own = legacy.service(product, WAITS, details="z")
    legacy.provisioned_by_the_first_module(own.id, f"https://jetpack.wordpress.com/a/?u=https%3A%2F%2F{named}")
    text = database.details(own)
    for other in others:
        legacy.set_field(other, "jetpack_provisioning_details", text)

    page = ask(admin)
    assert "another service" not in said(page, own) and all("for another service" in said(page, other) for other in others)
    assert press(page, "Move in 1")[0].ok
    assert database.ledger(own)["state"] == "pending" and database.details(own) == text, "he needs it to connect his site"


def test_a_text_of_another_order_is_damage_where_the_services_number_is_that_orders(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(WAITS, "personal")
    legacy.service(product, "https://connected.n1.example.test", details="x", client=2)
    own = legacy.service(product, WAITS, details="z")
    legacy.provisioned_by_the_first_module(own.id, "https://jetpack.wordpress.com/a/?u=https%3A%2F%2Fconnected.n1.example.test")
    page = ask(admin)
    assert "will be written anew" in said(page, own)
    assert press(page, "Move in 1")[0].ok and database.details(own).startswith(f"Jetpack is waiting for {WAITS}")


def test_what_a_client_reads_stays_where_it_could_not_be_moved_in(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "personal")
    text = "Go to https://connected.other.example.test/x"
    service = legacy.service(product, SITE, details=text)
    legacy.service(product, "https://connected.other.example.test", client=2)
    page = ask(admin)
    assert "will be written anew" in said(page, service)
    sandbox.fault("status", "status", status=503, times=99)
    shown, page = press(page, "Move in 1")
    assert "Not moved in: 1" in shown.text and words(page)[service.id] == "kept"
    assert database.details(service) == text and "It stays so until this is settled" in said(page, service)
    assert database.value("SELECT damaged FROM mod_jetpack_moving WHERE service_id = %s", service.id) == 1

    sandbox.clear_faults()
    page = press(page, "Ask again about all")[1]
    page = press(page, "Move in 1")[1]
    assert database.details(service).startswith("Jetpack is active")
    assert "another service" not in said(tab(admin, "&word=moved"), service)
    assert database.value("SELECT damaged FROM mod_jetpack_moving WHERE service_id = %s", service.id) == 0


def test_the_damage_of_all_who_got_one_text_is_mended_also_of_the_last(legacy, product, admin, sandbox, database):
    sites = [f"https://shop{n}.example.test" for n in range(3)]
    for site in sites:
        sandbox.provision_elsewhere(site, "personal")
    services = [legacy.service(product, site, details="URL to Activate Jetpack: https://example.com/of-one", client=n + 1) for n, site in enumerate(sites)]
    page = ask(admin)
    assert all("will be written anew" in said(page, service) for service in services)
    assert press(page, "Move in 3")[0].ok
    assert [database.details(service).split(",")[0].split(".")[0][:22] for service in services] == ["Jetpack is waiting for"] * 3


def test_a_text_that_many_clients_may_read_is_no_damage(legacy, product, admin, sandbox):
    informed = "Jetpack could not be set up yet. Your hosting company has been informed and will take care of it; there is nothing to do."
    services = [legacy.service(product, f"https://connected.n{n}.example.test", details=informed) for n in range(2)]
    page = ask(admin)
    assert "another service" not in said(page, services[0]) and "another service" not in said(page, services[1])


def test_an_address_of_his_own_that_a_client_still_needs_stays(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(WAITS, "personal")
    own = "URL to Activate Jetpack: https://jetpack.wordpress.com/jetpack.authorize/1/?x=1"
    service = legacy.service(product, WAITS, details=own)
    page = ask(admin)
    assert "another service" not in said(page, service)
    assert press(page, "Move in 1")[0].ok
    assert database.ledger(service)["state"] == "pending" and database.details(service) == own


def test_a_second_run_does_nothing(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "personal")
    legacy.service(product, SITE)
    legacy.service(product, "https://connected.none.example.test", client=2)
    page = ask(admin)
    page = press(page, "Move in 1")[1]
    before, seen = everything(database), database.rows("SELECT * FROM mod_jetpack_moving WHERE moved_at IS NOT NULL")

    shown, page = press(page, "Ask again about all")
    assert shown.ok and not page.has_button("Move in 1", within=".addon-output")
    token = page.soup.select_one("input[name=token]")["value"]
    shown = banner(admin.browser.send(TAB, {"jetpack_action": "moving_adopt", "token": token}), within=".addon-output")
    assert shown.ok and shown.text.endswith("Moved in: 0.")
    assert everything(database) == before
    assert database.rows("SELECT * FROM mod_jetpack_moving WHERE moved_at IS NOT NULL") == seen


def test_two_services_of_one_site_are_left_to_people(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "personal")
    one, two = legacy.service(product, SITE), legacy.service(product, "connected.example.test/", client=2)
    page = ask(admin)
    assert words(page) == {one.id: "twice", two.id: "twice"}
    assert f"The services #{one.id}, #{two.id} name the same plan" in said(page, one)
    assert "Move in" not in page.text("#jetpack-moving-buttons")

    assert admin.edit_service(two, {"Site URL": "https://connected.right.example.test"}).ok
    page = press(tab(admin), "Ask again about all")[1]
    assert words(page) == {one.id: "ours", two.id: "nothing"}
    assert press(page, "Move in 1")[0].ok and database.ledger(one)["state"] == "active"


def test_two_services_of_one_site_are_seen_also_where_the_last_questions_are_in_vain(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "personal")
    one, two = legacy.service(product, SITE), legacy.service(product, SITE, client=2)
    for number in range(14):
        legacy.service(product, f"https://connected.f{number}.example.test", client=3)
    legacy.service(legacy.product("Another key's", options=("another", "wrong-secret")), "https://connected.z.example.test", client=3)
    shown, page = press(tab(admin), "Ask WordPress.com")
    assert not shown.ok and words(page)[one.id] == words(page)[two.id] == "twice"
    assert "Move in" not in page.text("#jetpack-moving-buttons") and database.ledger(one) is None


def test_a_service_that_could_not_be_asked_about_may_be_the_one_whose_site_it_is(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "personal")
    one = legacy.service(product, SITE)
    two = legacy.service(legacy.product("Another key's", options=("another", "wrong-secret")), SITE, client=2)
    page = press(tab(admin), "Ask WordPress.com")[1]
    assert words(page) == {one.id: "twice", two.id: "key"}
    assert f"The services #{one.id}, #{two.id} name the same plan" in said(page, one)


def test_nothing_is_moved_in_before_all_were_asked_about(legacy, product, admin, sandbox, database, lab):
    sandbox.provision_elsewhere(SITE, "personal")
    first = legacy.service(product, SITE)
    page = ask(admin)
    second = legacy.service(product, SITE, client=2)
    shown, page = press(page, "Move in 1")
    assert not shown.ok and "two services may name the same site" in shown.text
    assert page.has_button("Go on asking", within=".addon-output")
    assert database.ledger(first) is None
    page = press(page, "Go on asking")[1]
    assert words(page) == {first.id: "twice", second.id: "twice"}


@pytest.mark.parametrize("field, value", [("Site URL", WAITS), ("Plan", "Premium"), ("Site URL", "")])
def test_a_service_that_names_another_site_or_plan_since_it_was_asked_about_is_asked_about_anew(
    legacy, product, admin, sandbox, database, field, value
):
    sandbox.provision_elsewhere(SITE, "personal")
    sandbox.provision_elsewhere(WAITS, "personal")
    before = legacy.service(product, "https://connected.before.example.test", client=3)
    sandbox.provision_elsewhere("https://connected.before.example.test", "personal")
    edited, other = legacy.service(product, SITE), legacy.service(product, WAITS, client=2)
    page = ask(admin)
    assert admin.edit_service(edited, {field: value}).ok

    shown, page = press(page, "Move in 3")
    assert not shown.ok and f"Moved in: 1. The service #{edited.id} names another site or plan than when it was asked about" in shown.text
    assert page.soup.select_one(".addon-output script") is None, "it does not go on by itself"
    assert words(page) == {edited.id: "open", other.id: "ours"} and "was changed after it was asked about" in said(page, edited)
    assert database.ledger(edited) is None and database.ledger(other) is None and database.ledger(before)["state"] == "active"

    page = press(page, "Go on asking")[1]
    word = {WAITS: "twice", "Premium": "another", "": "unclear"}[value]
    assert words(page)[edited.id] == word and words(page)[other.id] == ("twice" if value == WAITS else "ours")
    assert "was changed after" not in said(page, edited)


def test_a_product_that_got_the_licensing_modules_token_since_is_not_asked_with_it(legacy, product, admin, sandbox, database, lab):
    sandbox.provision_elsewhere(SITE, "personal")
    service = legacy.service(product, SITE)
    page = ask(admin)
    lab.sql(f"UPDATE whmcs.tblproducts SET configoption1 = 'an-api-token-of-licensing', configoption2 = 'jetpack-backup-daily' WHERE id = {product}")
    asked = len(sandbox.requests())
    shown, page = press(page, "Move in 1")
    assert not shown.ok and words(page) == {service.id: "open"} and len(sandbox.requests()) == asked and database.ledger(service) is None


def test_refused_credentials_end_the_run_with_a_clear_sentence(legacy, admin, sandbox, database):
    product = legacy.product(options=("", ""))
    admin.configure("sandbox-partner", "wrong-secret")
    services = [legacy.service(product, f"https://connected.n{n}.example.test") for n in range(20)]
    shown, page = press(tab(admin), "Ask WordPress.com")
    assert not shown.ok and "refused the partner id or secret" in shown.text and shown.text.endswith("then ask again.")
    assert page.soup.select_one(".addon-output script") is None, "it does not go on by itself"
    assert len(sandbox.requests("status")) == 0 and words(page)[services[0].id] == "key"
    assert "wrong-secret" not in page.html

    admin.configure("", "")
    page = press(tab(admin), "Ask again about all")[1]
    assert "There is no partner id and secret" in said(page, services[0])


def test_an_outage_ends_the_run_and_it_goes_on_later(legacy, product, admin, sandbox):
    sandbox.provision_elsewhere(SITE, "personal")
    service = legacy.service(product, SITE)
    sandbox.fault("status", "status", status=503, times=99)
    shown, page = press(tab(admin), "Ask WordPress.com")
    assert not shown.ok and words(page) == {service.id: "unheard"}
    sandbox.clear_faults()
    assert words(press(tab(admin), "Ask again about all")[1]) == {service.id: "ours"}


def test_what_was_interrupted_goes_on_where_it_was(legacy, product, admin, sandbox, database):
    sites = [f"https://connected.n{n}.example.test" for n in range(40)]
    for site in sites:
        sandbox.provision_elsewhere(site, "personal")
        legacy.service(product, site)
    # As if the browser was closed in the middle: some were asked about, some were not.
    page = ask(admin)
    admin.lab.sql("UPDATE whmcs.mod_jetpack_moving SET asked_at = NULL WHERE service_id % 2 = 0")
    asked = len(sandbox.requests("status"))
    page = tab(admin)
    assert "Asked about 20 of 40." in page.text("#jetpack-moving-asked")
    page = press(page, "Go on asking")[1]
    assert len(sandbox.requests("status")) == asked + 20

    # Slow answers: some are moved in by the first press, and the page goes on by itself.
    sandbox.fault("status", "delay", ms=600, times=9999)
    shown, page = press(page, "Move in 40")
    moved = database.value("SELECT count(*) FROM mod_jetpack_services WHERE state = 'active'")
    assert shown.ok and 5 <= moved < 20 and f"Moved in: {moved}. Left: {40 - moved}." in shown.text
    assert "moving-adopt" in page.soup.select_one(".addon-output script").get_text()
    sandbox.clear_faults()
    shown, page = press(page, f"Move in {40 - moved}")
    assert database.value("SELECT count(*) FROM mod_jetpack_services WHERE state = 'active'") == 40
    assert all(sandbox.provisions(site) == 1 for site in sites[::8])


def test_one_that_is_refused_does_not_stop_the_others(legacy, product, admin, sandbox, database):
    sites = [f"https://connected.n{n}.example.test" for n in range(4)]
    services = []
    for site in sites:
        sandbox.provision_elsewhere(site, "personal")
        services.append(legacy.service(product, site))
    page = ask(admin)
    sandbox.cancel_elsewhere(sites[1], "personal")
    shown, page = press(page, "Move in 4")
    assert "Moved in: 3. Not moved in: 1; the list says why." in shown.text
    assert words(page) == {services[1].id: "kept"} and "nothing to adopt" in said(page, services[1])


def test_one_that_ends_while_it_is_moved_in_is_not_said_to_be_moved_in(legacy, product, admin, sandbox, database, lab):
    sandbox.provision_elsewhere(SITE, "personal")
    sandbox.provision_elsewhere(WAITS, "personal")
    ends, stays = legacy.service(product, SITE), legacy.service(product, WAITS, client=2)
    page = ask(admin)
    sandbox.cancel_elsewhere(SITE, "personal")
    sandbox.fault("status", "delay", ms=1500, times=1)
    asked = len(sandbox.requests("status"))

    def end():
        wait_until(lambda: len(sandbox.requests("status")) > asked, "the question of Adopt")
        lab.sql(f"UPDATE whmcs.tblhosting SET domainstatus = 'Terminated' WHERE id = {ends.id}")

    (shown, page), _ = together(lambda: press(page, "Move in 2"), end)
    assert "Moved in: 1. Not in use any more, and not moved in: 1." in shown.text and "the list says why" not in shown.text
    assert words(tab(admin, "&word=moved")) == {stays.id: "moved"}
    assert (database.ledger(ends) or {"state": ""})["state"] == ""
    # Whoever has it back reads why it was left.
    admin.edit_service(ends, {"status": "Active"})
    assert words(tab(admin)) == {ends.id: "kept"} and "nothing to adopt" in said(tab(admin), ends)


def seed(legacy, product, database, lab, count, text=""):
    """Services of as many sites, n0 and on, each with that text and its number behind it."""
    fields = {row["fieldname"]: row["id"] for row in database.rows("SELECT id, fieldname FROM tblcustomfields WHERE relid = %s", product)}
    first = legacy.service(product, "https://connected.n0.example.test", details=text and f"{text}0")
    columns = [column for column in database.columns("tblhosting") if column != "id"]
    names = ", ".join(f"`{column}`" for column in columns)
    values = {"Site URL": "concat('https://connected.n', seq, '.example.test')", "Plan": "'Personal'"}
    if text:
        values["jetpack_provisioning_details"] = f"concat('{text}', seq)"
    lab.sql(
        f"USE whmcs; INSERT INTO tblhosting (id, {names}) SELECT {first.id} + seq, {names} FROM tblhosting t, seq_1_to_{count - 1} WHERE t.id = {first.id};"
        + "".join(
            f" INSERT INTO tblcustomfieldsvalues (fieldid, relid, value) SELECT {fields[field]}, {first.id} + seq, {value} FROM seq_1_to_{count - 1};"
            for field, value in values.items()
        )
    )


def rows_read(database, do):
    """What is done, and how many rows the database has read for it."""

    def count():
        return sum(int(row["Value"]) for row in database.rows("SHOW GLOBAL STATUS LIKE 'Handler_read%'"))

    before = count()
    return do(), count() - before


def test_what_a_bite_reads_does_not_grow_with_the_number_of_services(legacy, product, admin, sandbox, database, lab):
    seed(legacy, product, database, lab, 3000, "URL to Activate Jetpack: https://jetpack.wordpress.com/x/?u=connected.q.example.test/")
    page = tab(admin)
    _, for_the_page = rows_read(database, lambda: tab(admin))
    (shown, page), read = rows_read(database, lambda: press(page, "Ask WordPress.com"))
    asked = database.value("SELECT count(*) FROM mod_jetpack_moving")
    assert shown.ok and asked >= 16
    # What a press looks at once, of all services; and of each service no more than with few of them.
    assert read < for_the_page + 4 * 3000 * (1 + asked // 480 + 1) + 300 * asked, (read, for_the_page, asked)

    lab.sql("USE whmcs; INSERT IGNORE INTO mod_jetpack_moving (service_id, word) SELECT id, '' FROM tblhosting; "
            "UPDATE mod_jetpack_moving SET asked_at = 1, word = 'ours', plan = 'personal', site_key = coalesce(site_key, service_id)")
    for n in range(100):
        sandbox.provision_elsewhere(f"https://connected.n{n}.example.test", "personal")
    (shown, page), read = rows_read(database, lambda: press(tab(admin), "Move in 3000"))
    moved = database.value("SELECT count(*) FROM mod_jetpack_services WHERE state = 'active'")
    assert moved >= 5 and read < 4 * for_the_page + 600 * moved, (read, for_the_page, moved, shown)


def test_what_the_cron_reads_of_its_rows_does_not_grow_with_the_number_of_services(legacy, product, admin, sandbox, database, lab):
    for n in range(60):
        sandbox.provision_elsewhere(f"https://connected.n{n}.example.test", "personal")
    seed(legacy, product, database, lab, 60)
    press(ask(admin), "Move in 60")
    assert database.value("SELECT count(*) FROM mod_jetpack_services WHERE state = 'active'") == 60

    def looks():
        lab.sql("USE whmcs; UPDATE mod_jetpack_services SET next_look_at = 1; ANALYZE TABLE tblcustomfieldsvalues, tblhosting")
        _, read = rows_read(database, lambda: lab.cron())
        assert database.value("SELECT count(*) FROM mod_jetpack_services WHERE next_look_at = 1") == 0
        return read

    looks()
    with_few = looks()
    seed(legacy, product, database, lab, 3000, "URL to Activate Jetpack: https://jetpack.wordpress.com/x/?u=connected.q.example.test/")
    with_many = looks()
    assert with_many < with_few + 3000, (with_few, with_many)


def test_a_thousand_services_are_moved_in_in_bites(legacy, product, admin, sandbox, database, lab):
    sites = [f"https://connected.n{n}.example.test" for n in range(1000)]
    for site in sites:
        sandbox.provision_elsewhere(site, "personal")
    seed(legacy, product, database, lab, 1000)
    page = ask(admin)
    presses = 1
    while page.has_button("Go on asking", within=".addon-output"):
        page, presses = press(page, "Go on asking")[1], presses + 1
    assert "Asked about 1000 of 1000." in page.text("#jetpack-moving-asked") and presses < 30
    assert len(page.soup.select("#jetpack-moving tr[data-word]")) == 50
    while (left := database.value("SELECT 1000 - count(*) FROM mod_jetpack_services WHERE state = 'active'")) > 0:
        shown, page = press(page, f"Move in {left}")
        assert shown.ok and "Moved in: 0" not in shown.text
    assert len(sandbox.requests("provision")) == 1000


def test_hostile_names_and_addresses_are_no_markup(legacy, admin, sandbox, lab, database):
    evil = "<script>document.title='owned'</script>"
    product = legacy.product(evil)
    service = legacy.service(product, f"https://x/{evil}", plan=evil)
    legacy.products_of_the_addon({product: evil})
    order = legacy.order_of(legacy.service(product, SITE, client=2))
    legacy.licence(order, product, evil + SECRET_KEY)
    lab.sql(f"UPDATE whmcs.tblclients SET firstname = '{evil.replace(chr(39), chr(39) * 2)}'")
    page = ask(admin)
    assert page.soup.select(".addon-output script") == [] and words(page) == {service.id: "unclear"}
    assert evil in page.soup.select_one("#jetpack-moving").get_text()
    assert evil in page.soup.select_one("#jetpack-moving-products").get_text()


# The licensing module


def licensed(legacy, admin, database, **options):
    product = legacy.product("Jetpack Backup", options=("an-api-token-of-licensing", "jetpack-backup-daily"), fields=("Site URL", "Local User"), **options)
    service = legacy.service(product, SITE)
    legacy.licence(legacy.order_of(service), product, SECRET_KEY)
    return product, service


def licences(page):
    return [row.get_text(" ", strip=True) for row in page.soup.select("#jetpack-moving-licences tr")[1:]]


def test_licences_are_listed_by_their_last_characters_and_left_alone(legacy, admin, sandbox, database):
    product, service = licensed(legacy, admin, database)
    legacy.licence(legacy.order_of(service) + 999, product, "short")
    legacy.licence(legacy.order_of(service) + 998, product, "revoked-long-ago-Abcd", revoked="2020-01-01")
    before = everything(database)
    page = tab(admin)

    assert SECRET_KEY not in page.html and "verysecret" not in page.html and "an-api-token" not in page.html
    [own, alone] = licences(page)
    assert "…Q7Zx" in own and "the licensing module's API token" in own and f"#{service.id}" in own
    assert "short" not in alone and "WHMCS has no service for it" in alone and "Abcd" not in page.html
    assert words(page) == {}, "what has a licence is not asked about"
    assert everything(database) == before and sandbox.requests() == []


def test_a_service_with_a_licence_is_provisioned_anew_only_when_asked_once_its_product_is_ready(legacy, admin, sandbox, database, lab):
    product, service = licensed(legacy, admin, database)
    page = tab(admin)
    token = page.soup.select_one("input[name=token]")["value"]

    def provision():
        return banner(admin.browser.send(TAB, {"jetpack_action": "moving_create", "service": service.id, "token": token}), within=".addon-output")

    shown = provision()
    assert not shown.ok and "API token" in shown.text and database.ledger(service) is None and sandbox.requests() == []
    lab.sql(f"UPDATE whmcs.tblproducts SET configoption1 = '', configoption2 = '' WHERE id = {product}")
    assert "Choose a plan" in provision().text
    lab.sql(f"UPDATE whmcs.tblproducts SET servertype = 'other' WHERE id = {product}")
    assert "another module" in provision().text
    lab.sql(f"UPDATE whmcs.tblproducts SET servertype = 'jetpack', configoption3 = 'jetpack-backup-daily' WHERE id = {product}")

    shown, page = press(tab(admin), f"Provision #{service.id} anew")
    assert shown.ok and "Revoke its licence" in shown.text
    assert sandbox.live(SITE) == [("jetpack-backup-daily", "active")] and database.ledger(service)["state"] == "active"
    assert "has a record of this module" in licences(page)[0]
    assert provision().ok and sandbox.provisions(SITE) == 1
    assert admin.terminate(service).ok and sandbox.live(SITE) == [], "its own plan is what is ended"
    assert database.value("SELECT count(*) FROM jetpack_product_licenses WHERE revoked_at IS NULL") == 1


@pytest.mark.parametrize("status, reason", [("Suspended", "is suspended in WHMCS"), ("Pending", "is pending in WHMCS")])
def test_a_service_with_a_licence_that_is_not_active_is_not_provisioned_anew(legacy, admin, sandbox, database, lab, status, reason):
    product, service = licensed(legacy, admin, database)
    lab.sql(f"UPDATE whmcs.tblproducts SET configoption1 = '', configoption2 = '', configoption3 = 'jetpack-backup-daily' WHERE id = {product}")
    page = tab(admin)
    assert page.has_button(f"Provision #{service.id} anew", within=".addon-output")
    lab.sql(f"UPDATE whmcs.tblhosting SET domainstatus = '{status}' WHERE id = {service.id}")

    # Pressed on a page that was opened before.
    shown, page = press(page, f"Provision #{service.id} anew")
    assert not shown.ok and reason in shown.text and "set its status to Active" in shown.text
    assert database.status(service) == status and sandbox.requests() == [] and database.ledger(service) is None
    assert reason in licences(page)[0] and not page.has_button(f"Provision #{service.id} anew", within=".addon-output")

    assert admin.edit_service(service, {"status": "Active"}).ok
    assert press(tab(admin), f"Provision #{service.id} anew")[0].ok and sandbox.live(SITE) == [("jetpack-backup-daily", "active")]


def test_a_plan_that_was_refused_is_none_and_leaves_the_licence_in_its_place(legacy, admin, sandbox, database, lab):
    product, service = licensed(legacy, admin, database)
    lab.sql(f"UPDATE whmcs.tblproducts SET configoption1 = '', configoption2 = '', configoption3 = 'jetpack-backup-daily' WHERE id = {product}")
    sandbox.fault("provision", "status", status=400, times=9)
    assert not press(tab(admin), f"Provision #{service.id} anew")[0].ok
    assert database.ledger(service)["state"] == "refused"

    page = tab(admin)
    assert "Revoke" not in licences(page)[0] and page.has_button(f"Provision #{service.id} anew", within=".addon-output")
    refused = admin.terminate(service)
    assert not refused.ok and "the licence …Q7Zx" in refused.text and database.status(service) != "Terminated"

    sandbox.clear_faults()
    assert press(page, f"Provision #{service.id} anew")[0].ok and "Revoke" in licences(tab(admin))[0]
    assert admin.terminate(service).ok and admin.terminate(service).ok and sandbox.live(SITE) == []


def test_a_service_whose_licence_was_revoked_is_one_without_a_record(legacy, product, admin, sandbox, lab):
    sandbox.provision_elsewhere(SITE, "personal")
    service = legacy.service(product, SITE)
    order = legacy.order_of(service)
    legacy.licence(order, product, SECRET_KEY, revoked="2020-01-01")
    assert words(ask(admin)) == {service.id: "ours"}
    # Of two licences one may be in use still.
    legacy.licence(order, product, "another-licence-Wxyz")
    assert words(tab(admin)) == {}


def test_a_licence_is_not_said_to_be_cancelled_by_terminate(legacy, admin, sandbox, database):
    product, service = licensed(legacy, admin, database)
    refused = admin.terminate(service)
    assert not refused.ok and "the licence …Q7Zx" in refused.text and "verysecret" not in refused.text
    assert database.status(service) == "Active" and sandbox.requests() == []

    admin.edit_service(service, {"status": "Terminated"})
    assert "may still be billed" in licences(tab(admin))[0]
    # Revoked by the licensing module: nothing is left of it.
    admin.edit_service(service, {"status": "Active"})
    admin.lab.sql("UPDATE whmcs.jetpack_product_licenses SET revoked_at = NOW()")
    assert admin.terminate(service).ok


def revoked(page):
    return [row.get_text(" ", strip=True) for row in page.soup.select("#jetpack-moving-revoked tr")[1:]]


def test_a_licence_that_is_said_to_be_revoked_leaves_the_list_and_does_not_keep_its_service_until_that_is_taken_back(
    legacy, admin, sandbox, database
):
    product, service = licensed(legacy, admin, database)
    assert "say so on the addon's tab Moving in" in admin.terminate(service).text
    page = tab(admin)
    shown, page = press(page, "The licence …Q7Zx is revoked")
    assert shown.ok and "counts as revoked now" in shown.text and licences(page) == [] and SECRET_KEY not in page.html
    [row] = revoked(page)
    assert f"#{service.id}" in row and "…Q7Zx" in row and "admin, 20" in row
    assert database.value("SELECT count(*) FROM jetpack_product_licenses WHERE revoked_at IS NULL") == 1, "their table is only read"
    said_so = [entry for entry in database.activity() if "…Q7Zx" in entry and "admin said" in entry]
    assert len(said_so) == 1 and f"issued for service #{service.id}, is revoked in the partner portal" in said_so[0]
    assert words(page) == {service.id: "open"}, "it has neither a licence nor a record"
    assert "Moving in" in admin.addon_page("services").text("#jetpack-tabs")

    shown, page = press(page, "The licence …Q7Zx is not revoked")
    assert shown.ok and "counts as billed again" in shown.text and revoked(page) == [] and len(licences(page)) == 1 and words(page) == {}
    assert "admin said that the licence …Q7Zx" in database.activity()[-1] and "is not revoked after all" in database.activity()[-1]
    assert not admin.terminate(service).ok and database.status(service) == "Active"

    assert press(page, "The licence …Q7Zx is revoked")[0].ok
    assert admin.terminate(service).ok and database.status(service) == "Terminated" and sandbox.requests() == []
    assert "Moving in" in admin.addon_page("services").text("#jetpack-tabs"), "it can be taken back still"


def test_who_says_twice_that_a_licence_is_revoked_says_it_once(legacy, admin, sandbox, database):
    licensed(legacy, admin, database)
    page = tab(admin)
    told = len(database.activity())
    assert press(page, "The licence …Q7Zx is revoked")[0].ok and press(page, "The licence …Q7Zx is revoked")[0].ok
    assert database.value("SELECT count(*) FROM mod_jetpack_revoked") == 1 and len(database.activity()) == told + 1
    page = tab(admin)
    assert press(page, "The licence …Q7Zx is not revoked")[0].ok and press(page, "The licence …Q7Zx is not revoked")[0].ok
    assert database.value("SELECT count(*) FROM mod_jetpack_revoked") == 0 and len(database.activity()) == told + 2


def test_of_two_licences_only_the_one_that_is_named_is_said_to_be_revoked(legacy, admin, sandbox, database):
    product, service = licensed(legacy, admin, database)
    legacy.licence(legacy.order_of(service), product, "another-licence-Wxyz")
    page = press(tab(admin), "The licence …Q7Zx is revoked")[1]
    assert "…Wxyz" in licences(page)[0] and len(licences(page)) == 1 and "…Q7Zx" in revoked(page)[0]
    refused = admin.terminate(service)
    assert not refused.ok and "the licence …Wxyz" in refused.text
    token = page.soup.select_one("input[name=token]")["value"]
    for given in [{}, {"licence": "x"}, {"licence[]": "x"}, {"order": legacy.order_of(service), "of": product, "licence": "a" * 64}]:
        shown = banner(admin.browser.send(TAB, {"jetpack_action": "moving_revoked", "token": token} | given), within=".addon-output")
        assert not shown.ok and "not in the list any more" in shown.text
    assert database.value("SELECT count(*) FROM mod_jetpack_revoked") == 1


def test_a_role_that_may_not_end_plans_says_of_no_licence_that_it_is_revoked(legacy, admin, sandbox, database, lab):
    licensed(legacy, admin, database)
    admin.configure("sandbox-partner", "sandbox-secret", roles=(1, 2))
    sally = Admin(lab, "sally")
    page = tab(sally)
    assert len(licences(page)) == 1 and not page.has_button("The licence …Q7Zx is revoked", within=".addon-output")
    form = {field["name"]: field["value"] for field in tab(admin).soup.select("#jetpack-moving-licences input")}
    token = page.soup.select_one("input[name=token]")["value"]
    shown = banner(sally.browser.send(TAB, form | {"token": token}), within=".addon-output")
    assert not shown.ok and "Your role may not end plans" in shown.text
    assert database.value("SELECT count(*) FROM mod_jetpack_revoked") == 0


def test_terminate_is_refused_for_a_licence_also_where_the_table_of_what_was_said_is_not_there_yet(legacy, admin, sandbox, database, lab):
    product, service = licensed(legacy, admin, database)
    lab.sql("DROP TABLE whmcs.mod_jetpack_revoked")
    refused = admin.terminate(service)
    assert not refused.ok and "the licence …Q7Zx" in refused.text and database.status(service) == "Active"


def test_a_product_that_still_has_the_licensing_modules_token_is_never_asked_with_it(legacy, admin, sandbox):
    product = legacy.product("Jetpack Scan", options=("an-api-token-of-licensing", "jetpack_scan"))
    service = legacy.service(product, SITE, plan="jetpack-scan")
    page = ask(admin)
    assert words(page) == {service.id: "settings"} and "API token" in said(page, service)
    assert sandbox.requests() == [] and "an-api-token" not in page.html


# The first module's addon


def test_its_products_get_their_plan_by_a_button_where_it_is_blank_and_only_then(legacy, product, admin, database):
    chosen = legacy.product("Jetpack - Premium Plan")
    odd = legacy.product("Jetpack - Odd Plan")
    admin.lab.sql(f"UPDATE whmcs.tblproducts SET configoption3 = 'professional' WHERE id = {chosen}")
    legacy.products_of_the_addon({product: "Personal", chosen: "Premium", odd: "Gold", 999: "Free"})
    legacy.service(product, SITE, plan="Premium")
    page = tab(admin)
    rows = {row["id"].rsplit("-", 1)[1]: row for row in page.soup.select("#jetpack-moving-products tr[id]")}
    assert set(rows) == {str(product), str(chosen), str(odd)}
    assert "Services whose field Plan says another: 1" in rows[str(product)].get_text()
    assert "professional" in rows[str(chosen)].get_text() and rows[str(chosen)].button is None
    assert "No such plan is known" in rows[str(odd)].get_text()
    assert database.value("SELECT configoption3 FROM tblproducts WHERE id = %s", product) == ""

    shown, page = press(page, "Set personal for Jetpack - Personal Plan")
    assert shown.ok and "is personal now" in shown.text
    token = page.soup.select_one("input[name=token]")["value"]
    again = [banner(admin.browser.send(TAB, {"jetpack_action": "moving_plan", "product": one, "token": token}), within=".addon-output") for one in (chosen, odd, 12345)]
    assert [shown.ok for shown in again] == [True, False, False]
    assert database.column("SELECT configoption3 FROM tblproducts ORDER BY id") == ["personal", "professional", ""]


# What says that there is something


def test_the_tab_and_the_line_are_there_while_there_is_something_and_after_something_was_moved(legacy, product, admin, sandbox, database):
    def offered():
        return "Moving in" in admin.addon_page("setup").text("#jetpack-tabs"), admin.addon_page("setup").text(".addon-output .jetpack-moving")

    assert offered() == (False, None)
    sandbox.provision_elsewhere(SITE, "personal")
    legacy.service(product, SITE)
    has_tab, line = offered()
    assert has_tab and line.startswith("Note") and "no record: 1" in line and "Moving in" in admin.addon_page("services").text("#jetpack-tabs")
    assert admin.addon_page("setup").soup.select_one(".jetpack-moving a.btn")["href"].endswith("tab=moving")
    press(ask(admin), "Move in 1")
    assert offered() == (True, None)


@pytest.fixture
def put(lab):
    """Files in WHMCS's folders for as long as a test lasts."""
    site, made, before = lab.directory / "site", [], {}

    def write(path, text="<?php\n"):
        file = site / path
        made.extend(folder for folder in file.parents if not folder.exists())
        file.parent.mkdir(parents=True, exist_ok=True)
        before.setdefault(file, file.read_text() if file.exists() else None)
        file.write_text(text)

    yield write
    for file, text in before.items():
        file.unlink() if text is None else file.write_text(text)
    for folder in sorted(set(made), key=lambda path: -len(path.parts)):
        folder.rmdir()


THEIR_HOOK = "<?\n\nadd_hook('AddonConfigSave', 1, function($vars) {\n});\n"


def test_files_of_older_modules_are_noticed(legacy, admin, put):
    assert admin.addon_page().text(".addon-output .jetpack-files") is None
    put("modules/addons/jetpack/hooks.php", THEIR_HOOK.replace("<?", "<?php"))
    put("modules/addons/jetpack-whmcs-addon-module/hooks.php")
    put("modules/addons/jetpack-whmcs-addon-module/lib/Jetpack/AdminController.php")
    put("modules/servers/jetpack.old/jetpack.php", "<?php\nfunction save_provisioning_details( $url, $id ) {\n}\n")
    put("includes/hooks/jetpack.php", THEIR_HOOK)
    put("modules/servers/jetpack/lib/Jetpack/JetpackLicenseManager.php")
    put("modules/servers/jetpack/vendor/autoload.php")
    line = admin.addon_page().text(".addon-output .jetpack-files")
    assert line.startswith("Note") and "Delete them" in line and "leave them" not in line
    for path in ["modules/addons/jetpack/hooks.php", "modules/addons/jetpack-whmcs-addon-module/hooks.php", "includes/hooks/jetpack.php",
                 "modules/servers/jetpack.old", "modules/servers/jetpack/lib/Jetpack", "modules/servers/jetpack/vendor"]:
        assert path in line, line


def test_a_hosts_own_files_that_are_called_jetpack_are_to_be_looked_at_and_not_deleted(legacy, product, admin, put):
    legacy.service(product, SITE)
    own = ["includes/hooks/my_jetpack_hook.php", "modules/addons/jetpack_reports/hooks.php"]
    for path in own:
        put(path, "<?php\nadd_hook('AddonConfigSave', 1, function ($vars) {\n    define('OF_THE_HOST', 1);\n});\n")
    put("modules/addons/jetpack_reports/jetpack_reports.php")
    put("modules/reports/jetpack_months/readme.php")
    assert admin.addon_page().text(".addon-output .jetpack-files") is None, "they are no leftovers"
    said = tab(admin).text("#jetpack-moving-files")
    assert "Delete" not in said and "Look at" in said and all(path in said for path in own) and "jetpack_months" not in said

    put("modules/servers/jetpack/vendor/autoload.php")
    line = admin.addon_page().text(".addon-output .jetpack-files")
    deleted, looked_at = line.split("Look at")
    assert "modules/servers/jetpack/vendor" in deleted and not any(path in deleted for path in own)
    assert all(path in looked_at for path in own)


@pytest.mark.parametrize("action", ["moving_ask", "moving_again", "moving_adopt", "moving_plan", "moving_create", "moving_revoked", "moving_not_revoked"])
def test_no_button_works_without_the_token(legacy, product, admin, sandbox, database, action):
    sandbox.provision_elsewhere(SITE, "personal")
    legacy.service(product, SITE)
    legacy.products_of_the_addon({product: "Personal"})
    tab(admin)
    asked, before = len(sandbox.requests()), everything(database)
    shown = banner(admin.browser.send(TAB, {"jetpack_action": action, "service": 1, "product": product}), within=".addon-output")
    assert not shown.ok and len(sandbox.requests()) == asked and everything(database) == before
    assert database.rows("SELECT * FROM mod_jetpack_moving") == []


# What the module's own buttons do with them, before they are moved in


def test_before_they_are_moved_in_services_of_the_first_module_can_be_ended_and_looked_at(legacy, product, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "personal")
    traced = legacy.service(product, SITE, details="URL to Activate Jetpack: https://example.com/1")
    assert admin.look(traced).ok and admin.command(traced, "Suspend").ok
    assert admin.service_page(traced).status == 200 and sandbox.live(SITE) == [("personal", "active")]
    assert admin.terminate(traced).ok and sandbox.live(SITE) == []

    sandbox.provision_elsewhere(WAITS, "personal")
    untraced = legacy.service(product, WAITS, client=2)
    assert "Adopt plan" in admin.terminate(untraced).text and sandbox.live(WAITS) == [("personal", "pending")]
    assert words(ask(admin)) == {untraced.id: "ours"}


# In a real browser


@pytest.fixture
def staff(lab):
    browser = Chromium(lab.directory / "screenshots" / "moving")
    browser.log_in_as_staff(lab)
    yield browser
    browser.quit()


def reads(staff, selector, text):
    """While the page goes on by itself what was found a moment ago may be gone."""
    try:
        return text in staff.text(selector)
    except WebDriverException:
        return False


def test_in_a_browser_the_run_goes_on_by_itself_to_its_end(legacy, product, admin, lab, sandbox, staff, database):
    for n in range(40):
        site = f"https://connected.n{n}.example.test"
        if n != 3:
            sandbox.provision_elsewhere(site, "premium" if n == 5 else "personal")
        legacy.service(product, site, client=n % 3 + 1, details="URL to Activate Jetpack: https://example.com/shared" if n < 3 else "")
    legacy.service(product, "")
    legacy.products_of_the_addon({product: "Personal"})
    licensed(legacy, admin, database)

    staff.press("Addon: jetpack", within="nav")
    assert "no record: 41" in staff.text(".jetpack-moving")
    staff.press("Moving in", within=".jetpack-moving")
    staff.take_screenshot("not-asked", width=1280)
    sandbox.fault("status", "delay", ms=2600, times=9999)
    staff.press("Ask WordPress.com")
    wait_until(lambda: reads(staff, "#jetpack-moving-asked", "Asked about 41 of 41."), "the end of the asking")
    sandbox.clear_faults()
    assert staff.text(".addon-output .successbox").endswith("nothing was changed.") and "Go on" not in staff.text("#jetpack-moving-buttons")
    staff.take_screenshot("report", width=1280)
    staff.take_screenshot("report-on-a-telephone", width=390)
    staff.press("The licence …Q7Zx is revoked")
    assert "…Q7Zx" in staff.text("#jetpack-moving-revoked") and "counts as revoked now" in staff.text(".addon-output .successbox")
    staff.take_screenshot("licence-revoked", width=1280)
    staff.take_screenshot("licence-revoked-on-a-telephone", width=390)
    staff.press("The licence …Q7Zx is not revoked")
    staff.press("Move in 38")
    wait_until(lambda: reads(staff, "#jetpack-moving-words", "Moved in (38)"), "the end of the moving")
    staff.press("Moved in (38)", within="#jetpack-moving-words")
    staff.take_screenshot("moved", width=1280)
    staff.take_screenshot("moved-on-a-telephone", width=390)
    assert staff.complaints() == []
