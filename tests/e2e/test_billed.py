"""What do I pay for?: WordPress.com's report against what is sold here. The sandbox's own key has the number 10."""

import pytest

from host.admin import banner
from host.billed import ELSEWHERE, SOLD, TAB, USER_TOKEN, age, give_token, labels, press, read, rows, tab, words
from host.chromium import Chromium
from host.legacy import Legacy
from host.places import SCREENSHOTS

@pytest.fixture
def shop(shop):
    give_token(shop.admin)
    return shop


@pytest.fixture
def standing_admin(admin, sandbox):
    admin.activate()
    admin.configure("sandbox-partner", "sandbox-secret")
    return admin


def test_without_a_token_the_page_says_what_it_takes_and_asks_nothing(standing_admin, sandbox):
    page = tab(standing_admin)
    assert "User Token, Partner Number and Key Numbers" in page.text("#jetpack-billed-unset")
    assert page.soup.select_one("#billed-again") is None and sandbox.requests("activations") == []


def test_what_is_sold_and_what_is_not_are_told_apart_with_what_the_rest_costs(shop, sandbox):
    service = shop.order(SOLD)
    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    shop.admin.addon_page("products").press("Save Costs", {"cost[1][premium]": "6.20"})
    page = read(shop.admin)

    assert words(page) == {"unsold": 1, "sold": 1}
    plans = [[cell.text.strip() for cell in row.select("td")] for row in page.soup.select("#jetpack-billed-plans tr")[1:]]
    assert sorted(plans) == [["Jetpack Personal", "1", "1", ""], ["Jetpack Premium", "1", "0", "6.20 USD"]]
    assert list(rows(page)) == [ELSEWHERE] and "premium" in rows(page)[ELSEWHERE].text
    sold = rows(tab(shop.admin, "&word=sold"))[SOLD]
    assert sold.a["href"] == service.page


def test_a_plan_that_nobody_sold_is_cancelled_once_its_name_is_typed(shop, sandbox, database):
    shop.order(SOLD)
    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    page = read(shop.admin)
    for typed in ["connected.sold.example.test", "elsewhere", ""]:
        shown, page = press(page, "Cancel premium", {"site": typed})
        assert not shown.ok and "is not that of" in shown.text
    assert sandbox.live(ELSEWHERE) == [("premium", "active")]

    shown, page = press(page, "Cancel premium", {"site": " Connected.elsewhere.example.test/ "})
    assert shown.ok and "cancelled" in shown.text.lower(), shown
    assert sandbox.live(ELSEWHERE) == [] and sandbox.live(SOLD) == [("personal", "active")]
    assert words(page) == {"sold": 1}
    assert words(read(shop.admin)) == {"sold": 1}
    [row] = database.rows("SELECT * FROM mod_jetpack_services WHERE service_type = 'orphan'")
    assert (row["plan"], row["orphan_of"], row["ended_at"]) == ("premium", "a plan that nobody sold here", None)


def test_a_cancellation_without_an_answer_stays_on_the_books(shop, sandbox):
    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    page = read(shop.admin)
    sandbox.fault("cancel", "status", status=503, times=None)
    sandbox.fault("status", "status", status=503, times=None)
    shown, page = press(page, "Cancel premium", {"site": ELSEWHERE})
    assert not shown.ok
    sandbox.clear_faults()
    overview = shop.admin.addon_page("overview")
    assert ELSEWHERE in overview.text("#jetpack-ended") and "a plan that nobody sold here" in overview.text("#jetpack-ended")
    shown = banner(overview.press("Cancel now", within="#jetpack-ended"), within=".addon-output")
    assert shown.ok and sandbox.live(ELSEWHERE) == []


def test_two_presses_cancel_once(shop, sandbox):
    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    page = read(shop.admin)
    first, _ = press(page, "Cancel premium", {"site": ELSEWHERE})
    second, _ = press(page, "Cancel premium", {"site": ELSEWHERE})
    assert first.ok and not second.ok and sandbox.cancels(ELSEWHERE) == 1


def test_a_plan_of_the_same_host_as_a_services_is_not_cancelled_from_here(shop, sandbox):
    """The report may name a site by its home, and the service by where WordPress is."""
    shop.order(SOLD + "/wp")
    sandbox.provision_elsewhere(SOLD, "personal")
    page = read(shop.admin)
    assert words(page) == {"unsold": 1, "sold": 1}
    shown, _ = press(page, "Cancel personal", {"site": SOLD})
    assert not shown.ok and f"{SOLD}/wp, by service #" in shown.text
    assert sandbox.live(SOLD) == [("personal", "active")]


def test_a_service_without_a_record_takes_over_the_plan_of_its_site(shop, sandbox, lab, database):
    legacy = Legacy(lab, database)
    sandbox.provision_elsewhere(ELSEWHERE, "personal")
    service = legacy.service(legacy.product(), ELSEWHERE)
    page = read(shop.admin)
    shown, page = press(page, f"Let service #{service.id} take it over")
    assert shown.ok and f"that of service #{service.id} now" in shown.text
    assert rows(page)[ELSEWHERE]["data-word"] == "sold", "it shows how it stands by now"
    assert words(read(shop.admin)) == {"sold": 1} and database.ledger(service)["state"] == "active"


def test_what_ended_differs_or_is_not_billed_is_named_with_what_can_be_done(shop, sandbox, database, lab):
    gone, other, lost, deleted = (f"https://connected.{name}.example.test" for name in ["gone", "other", "lost", "deleted"])
    services = {site: shop.order(site) for site in [gone, other, lost, deleted]}
    sandbox.cancel_elsewhere(gone, "personal")
    sandbox.provision_elsewhere(other, "premium")
    assert shop.admin.terminate(services[lost]).ok
    sandbox.provision_elsewhere(lost, "personal")
    shop.admin.delete_service(services[deleted])
    age(lab)
    page = read(shop.admin)

    assert words(page) == {"ended": 1, "lost": 1, "differs": 1, "unbilled": 2}
    def buttons(site, word):
        return labels(rows(tab(shop.admin, f"&word={word}"))[site])

    assert "Overview" in rows(tab(shop.admin, "&word=ended"))[deleted].text
    assert buttons(lost, "lost") == {"Cancel personal"}
    assert buttons(other, "differs") == buttons(gone, "unbilled") == {"Look now"}

    page = tab(shop.admin, "&word=differs").press("Look now", within="#jetpack-billed")
    assert "asked how each plan stands" in page.text(".addon-output") and other in page.text(".addon-output")


def test_a_service_whose_plan_is_not_there_any_more_can_be_terminated(shop, sandbox, lab, database):
    service = shop.order(SOLD)
    sandbox.cancel_elsewhere(SOLD, "personal")
    age(lab)
    assert labels(rows(read(shop.admin))[SOLD]) == {"Look now"}, "nobody has looked"
    assert shop.admin.look(service).ok
    assert labels(rows(tab(shop.admin, "&word=unbilled"))[SOLD]) == {"Look now", "Terminate"}
    assert shop.admin.terminate(service).ok
    row = rows(tab(shop.admin, "&word=unbilled"))[SOLD]
    assert (row["data-word"], labels(row)) == ("settled", set())


def test_what_a_service_had_and_is_billed_again_is_cancelled_as_what_nobody_sold(shop, sandbox, database):
    service = shop.order(SOLD)
    assert shop.admin.terminate(service).ok
    sandbox.provision_elsewhere(SOLD, "personal")
    shown, page = press(read(shop.admin), "Cancel personal", {"site": SOLD})
    assert shown.ok and sandbox.live(SOLD) == [] and words(read(shop.admin)) == {}


def test_only_who_may_end_plans_can_cancel_one(shop, sandbox):
    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    page = read(shop.admin)
    forged = page
    shop.admin.set_addon("Roles that may end plans", "Sales Operator")
    assert "Cancel premium" not in tab(shop.admin).text(".addon-output")
    shown, _ = press(forged, "Cancel premium", {"site": ELSEWHERE})
    assert not shown.ok and sandbox.live(ELSEWHERE) == [("premium", "active")]


def test_a_refused_token_and_wrong_numbers_are_told_and_lose_nothing(shop, sandbox):
    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    assert words(read(shop.admin)) == {"unsold": 1}
    for token, keys, told in [("wrong-canary-token", "10", "refused the report"), (USER_TOKEN, "99", "refused the report"), (USER_TOKEN, "one", "Key Numbers")]:
        give_token(shop.admin, token, keys)
        shown, page = press(tab(shop.admin), "Read it anew")
        assert not shown.ok and told in shown.text
        assert "wrong-canary" not in shop.admin.open("systemmodulelog.php").text("body")
    give_token(shop.admin)
    shown, page = press(tab(shop.admin), "Go on reading")
    assert shown.ok and words(read(shop.admin)) == {"unsold": 1}


def test_a_report_of_several_pages_is_read_whole_and_can_be_gone_on_with(shop, sandbox, database):
    sites = [f"https://connected.n{number}.example.test" for number in range(120)]
    for site in sites:
        sandbox.provision_elsewhere(site, "personal")
    sandbox.fault("activations", "status", status=503, skip=1)
    shown, page = press(tab(shop.admin), "Read the report")
    assert not shown.ok and "could not be read" in shown.text
    sandbox.clear_faults()
    assert "Being read: 100 plans so far" in page.text("#jetpack-billed-progress")
    while page.soup.select_one("#billed-read") is not None:
        shown, page = press(page, "Go on reading")
        assert shown.ok, shown
    assert words(page) == {"unsold": 120}
    assert database.rows("SELECT DISTINCT plan FROM mod_jetpack_billed") == [{"plan": "personal"}]
    page = tab(shop.admin, "&word=unsold")
    assert len(rows(page)) == 50
    [following] = [link["href"] for link in page.soup.select(".addon-output a") if link.text == "Next page"]
    assert len(rows(shop.admin.open(following))) == 50


def test_the_token_is_nowhere_but_in_the_settings(shop, sandbox, lab, database):
    from leaks import Fingerprint, in_database, in_files

    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    read(shop.admin)
    assert len(sandbox.requests("activations")) > 10
    fingerprint = Fingerprint("sandbox-user-token")
    assert in_database(database, fingerprint) <= {"tbladdonmodules.user_token"}
    assert in_files(lab, fingerprint) == set()
    assert not fingerprint.is_in(tab(shop.admin).text("body") + str(tab(shop.admin).soup))


def test_in_a_browser_the_report_reads_on_by_itself(shop, sandbox, lab):
    shop.order(SOLD)
    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    browser = Chromium(SCREENSHOTS / "billed", 1280)
    try:
        browser.log_in_as_staff(lab)
        browser.open(f"{lab.url}/admin/{TAB}")
        browser.take_screenshot("not-read")
        browser.press("Read the report")
        browser.wait_until_text("#jetpack-billed-age", "As WordPress.com reported it")
        browser.take_screenshot("read")
        browser.take_screenshot("read-on-a-telephone", 390)
    finally:
        browser.quit()
