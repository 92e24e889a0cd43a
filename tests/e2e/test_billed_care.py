"""What I pay for ends nothing that is a client's, and hides nothing that is paid for."""

import threading
import time

import pytest

from host.admin import Admin
from host.billed import (
    ELSEWHERE, SOLD, activation, age, begun_before, give_token, labels, of, press, read, report, rows, tab, words,
)
from host.legacy import Legacy

OTHER = "https://connected.other.example.test"


@pytest.fixture
def shop(shop):
    give_token(shop.admin)
    return shop


@pytest.fixture
def legacy(lab, database):
    return Legacy(lab, database)


def begin(admin):
    return press(tab(admin), "Read the report")


def finish(page):
    while page.soup.select_one("#billed-read") is not None:
        shown, page = press(page, "Go on reading")
        assert shown.ok, shown
    return page


def test_a_plan_that_may_stand_beside_a_services_is_cancelled_and_the_services_stays(shop, sandbox):
    shop.order(SOLD)
    sandbox.provision_elsewhere(SOLD, "jetpack-scan")
    page = read(shop.admin)
    assert words(page) == {"unsold": 1, "sold": 1} and labels(rows(page)[SOLD]) == {"Cancel jetpack-scan"}
    assert press(page, "Cancel jetpack-scan", {"site": SOLD})[0].ok
    assert sandbox.live(SOLD) == [("personal", "active")]


@pytest.mark.parametrize("names", [ELSEWHERE, ELSEWHERE + "/wp", "https://www.connected.elsewhere.example.test", ""])
def test_a_plan_of_a_service_without_a_record_is_not_cancelled(shop, sandbox, legacy, names):
    """Before the reading, and after it: the service may name the site in its field or as its domain."""
    sandbox.provision_elsewhere(ELSEWHERE, "personal")
    product = legacy.product()
    page = read(shop.admin)
    service = legacy.service(product, names, domain="" if names else ELSEWHERE.removeprefix("https://"))
    shown, _ = press(page, "Cancel personal", {"site": ELSEWHERE})
    assert not shown.ok and f"service #{service.id}, of which this module has no record" in shown.text
    page = read(shop.admin)
    if "Cancel personal" in page.text(".addon-output"):
        assert not press(page, "Cancel personal", {"site": ELSEWHERE})[0].ok
    assert sandbox.live(ELSEWHERE) == [("personal", "active")]


def test_a_site_that_is_written_as_people_read_it_is_known(shop, sandbox, legacy):
    site = "https://connected.xn--bcher-kva.example.test"
    sandbox.provision_elsewhere(site, "personal")
    page = read(shop.admin)
    legacy.service(legacy.product(), "https://connected.bücher.example.test/wp")
    shown, _ = press(page, "Cancel personal", {"site": site})
    assert not shown.ok and "has no record" in shown.text and sandbox.live(site) == [("personal", "active")]


def test_a_plan_of_a_product_addon_without_a_record_is_not_cancelled(shop, sandbox, admin, database):
    sandbox.provision_elsewhere(ELSEWHERE, "personal")
    page = read(shop.admin)
    beside = shop.add_addon(shop.order(OTHER), shop.sell_addon(), ELSEWHERE)
    admin.edit_service(beside, {"Status": "Active"})
    assert database.addon_status(beside) == "Active"
    shown, _ = press(page, "Cancel personal", {"site": ELSEWHERE})
    assert not shown.ok and f"product addon #{beside.id}" in shown.text and sandbox.live(ELSEWHERE) == [("personal", "active")]


def test_a_plan_beside_a_record_that_cannot_be_read_is_not_cancelled(shop, sandbox, lab):
    shop.order(SOLD + "/wp")
    lab.sql("UPDATE whmcs.mod_jetpack_services SET state = 'hibernating'")
    sandbox.provision_elsewhere(SOLD, "personal")
    shown, _ = press(read(shop.admin), "Cancel personal", {"site": SOLD})
    assert not shown.ok and "cannot be read" in shown.text and sandbox.live(SOLD) == [("personal", "active")]


def test_what_was_cancelled_at_one_address_does_not_keep_the_next_one_of_its_host(shop, sandbox):
    sites = [f"{ELSEWHERE}/{path}" for path in "ab"]
    for site in sites:
        sandbox.provision_elsewhere(site, "personal")
    page = read(shop.admin)
    for site in sites:
        shown, _ = press(page, "Cancel personal", {"site": site}, within=of(page, site))
        assert shown.ok, shown


def test_an_old_page_cancels_nothing_but_what_it_names(shop, sandbox):
    for plan in ["premium", "jetpack-scan"]:
        sandbox.provision_elsewhere(ELSEWHERE, plan)
    one = [activation(77, ELSEWHERE)]
    report(sandbox, one, [], [], one, *[[]] * 7)
    old = read(shop.admin)
    report(sandbox, one, *[[]] * 6, one, *[[]] * 3)
    assert "Cancel premium" in old.text(".addon-output") and "Cancel premium" not in read(shop.admin).text(".addon-output")
    shown, _ = press(old, "Cancel premium", {"site": ELSEWHERE})
    assert not shown.ok and len(sandbox.live(ELSEWHERE)) == 2


def test_a_service_takes_over_only_the_plan_of_the_site_that_it_names_now(shop, sandbox, legacy, lab, database):
    for site in [ELSEWHERE, OTHER]:
        sandbox.provision_elsewhere(site, "personal")
    service = legacy.service(legacy.product(), ELSEWHERE)
    page = read(shop.admin)
    lab.sql(f"UPDATE whmcs.tblcustomfieldsvalues SET value = '{OTHER}' WHERE value = '{ELSEWHERE}'")
    shown, _ = press(page, f"Let service #{service.id} take it over")
    assert not shown.ok and database.rows("SELECT * FROM mod_jetpack_services") == []


def test_only_services_that_sell_the_plan_are_offered_and_several_are_named(shop, sandbox, legacy, lab):
    personal, scan = legacy.product(), legacy.product("Scan")
    lab.sql(f"UPDATE whmcs.tblproducts SET configoption3 = 'jetpack-scan' WHERE id = {scan}")
    for plan in ["personal", "jetpack-scan"]:
        sandbox.provision_elsewhere(ELSEWHERE, plan)
    first, second = legacy.service(personal, ELSEWHERE, status="Suspended"), legacy.service(personal, ELSEWHERE, client=2)
    third = legacy.service(scan, ELSEWHERE)
    shown = {row.select_one("small").text.split(",")[0]: row for row in read(shop.admin).soup.select("#jetpack-billed tr[data-word]")}
    assert labels(shown["jetpack-scan"]) == {f"Let service #{third.id} take it over"}
    assert labels(shown["personal"]) == set() and f"#{first.id}, #{second.id} name this site" in shown["personal"].text


def test_what_was_sold_a_moment_ago_is_not_missed(shop, sandbox, lab):
    service = shop.order(SOLD)
    report(sandbox, *[[]] * 11)
    assert words(read(shop.admin)) == {}
    age(lab)
    report(sandbox, *[[]] * 11)
    page = read(shop.admin)
    assert words(page) == {"unbilled": 1} and labels(rows(page)[SOLD]) == {"Look now"}, "the plan lives"
    assert shop.admin.look(service).ok and labels(rows(tab(shop.admin, "&word=unbilled"))[SOLD]) == {"Look now"}


def test_a_report_whose_reading_stopped_for_long_begins_anew_and_its_age_is_that_of_its_beginning(shop, sandbox, lab):
    sandbox.provision_elsewhere(ELSEWHERE, "personal")
    sandbox.fault("activations", "status", status=503, skip=5)
    _, page = begin(shop.admin)
    begun_before(lab, 9 * 86400)
    sandbox.clear_faults()
    before = len(sandbox.requests("activations"))
    page = finish(page)
    assert words(page) == {"unsold": 1} and len(sandbox.requests("activations")) - before == 11
    begun_before(lab, 7500)
    assert "2 hours" in tab(shop.admin).text("#jetpack-billed-age")


def test_a_report_that_does_not_say_how_long_it_is_or_ends_before_it_is_no_report(shop, sandbox):
    shop.order(SOLD)
    sites = [activation(number, f"https://n{number}.example.test") for number in range(100)]
    report(sandbox, {"activations": sites})
    shown, page = begin(shop.admin)
    assert not shown.ok and "how many activations" in shown.text
    report(sandbox, {"total": 241, "activations": sites}, {"total": 241, "activations": []})
    shown, page = press(page, "Go on reading")
    assert not shown.ok and "counts 241 plans in the report and lists only 100" in shown.text
    assert page.soup.select_one("#jetpack-billed") is None


def test_a_report_with_smaller_pages_is_read_to_its_end(shop, sandbox):
    sites = [activation(number, f"https://n{number}.example.test") for number in range(50)]
    pages = [{"total": 50, "activations": sites[begin : begin + 20]} for begin in (0, 20, 40)]
    report(sandbox, *pages, *[[]] * 10)
    assert words(read(shop.admin)) == {"unsold": 50}
    assert len(sandbox.requests("activations")) == 3 + 10


@pytest.mark.parametrize("none", ["0000-00-00 00:00:00", "0", 0, ""])
def test_a_date_of_zeros_is_no_date(shop, sandbox, none):
    shop.order(SOLD)
    report(sandbox, [activation(1, SOLD, cancelled_on=none), activation(2, ELSEWHERE, activated_on=none)], *[[]] * 10)
    page = read(shop.admin)
    assert words(page) == {"waiting": 1, "sold": 1}
    assert labels(rows(tab(shop.admin, "&word=waiting"))[ELSEWHERE]) == set()
    assert "Of these" in page.text("#jetpack-billed-plans") and len(page.soup.select("#jetpack-billed-plans tr")) == 2


def test_what_is_billed_twice_for_one_service_is_named(shop, sandbox):
    shop.order(SOLD)
    two = [activation(71, SOLD, wpcom_blog_id=1), activation(72, SOLD, wpcom_blog_id=2)]
    report(sandbox, two, [], two, *[[]] * 8)
    page = read(shop.admin)
    assert words(page) == {"twice": 1, "sold": 1}
    row = rows(tab(shop.admin, "&word=twice"))[SOLD]
    assert (row["data-word"], labels(row)) == ("twice", {"Look now"})


@pytest.mark.parametrize("home", [SOLD, "https://www.connected.sold.example.test"])
def test_a_service_beside_its_sites_home_is_perhaps_the_same_site(shop, sandbox, lab, home):
    shop.order(SOLD + "/wp")
    age(lab)
    one = [activation(77, home)]
    report(sandbox, one, [], one, *[[]] * 8)
    page = read(shop.admin)
    assert words(page) == {"near": 2}
    for row in page.soup.select("#jetpack-billed tr[data-word]"):
        assert (row["data-word"], labels(row)) == ("near", {"Look now"})


def test_of_two_who_read_at_once_one_reads_and_nothing_is_lost(shop, sandbox, lab):
    shop.order(SOLD)
    sandbox.provision_elsewhere(ELSEWHERE, "personal")
    first, second = tab(shop.admin), tab(Admin(lab))
    sandbox.fault("activations", "delay", ms=1500)
    sandbox.fault("activations", "delay", ms=2200, skip=3)
    told = []
    reader = threading.Thread(target=lambda: told.append(press(first, "Read the report")[0]))
    reader.start()
    time.sleep(0.4)
    _, page = press(second, "Read the report")
    reader.join()
    sandbox.clear_faults()
    assert words(finish(page)) == {"unsold": 1, "sold": 1}
    assert not told[0].ok and "Somebody else is reading" in told[0].text


def test_a_plan_that_the_report_cannot_be_asked_for_is_named_and_the_rest_is_read(shop, sandbox):
    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    sandbox.fault("activations", "status", status=400, skip=1)
    page = read(shop.admin)
    assert words(page) == {"unsold": 1} and "by name: free" in page.text("#jetpack-billed-untold")
    assert press(page, "Cancel premium", {"site": ELSEWHERE})[0].ok


def test_settings_that_change_while_the_report_is_read_begin_it_anew(shop, sandbox):
    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    sandbox.add_key("second", "second-secret")
    sandbox.fault("activations", "status", status=503, skip=1)
    begin(shop.admin)
    sandbox.clear_faults()
    give_token(shop.admin, keys="second:11, sandbox-partner:10")
    before = len(sandbox.requests("activations"))
    assert words(finish(tab(shop.admin))) == {"unsold": 1}
    assert len(sandbox.requests("activations")) - before == 22, "both keys, each whole and plan by plan"


def test_the_module_log_does_not_hold_whole_reports(shop, sandbox, database):
    for number in range(60):
        sandbox.provision_elsewhere(f"https://connected.n{number}.example.test", "personal")
    read(shop.admin)
    longest = database.value("SELECT max(length(response)) FROM tblmodulelog WHERE action = 'WhatDoIPayFor'")
    assert 200 < longest < 5000


@pytest.fixture
def missed(shop, sandbox, lab):
    """A service whose plan the daily look has missed."""
    service = shop.order(SOLD)
    sandbox.cancel_elsewhere(SOLD, "personal")
    assert shop.admin.look(service).ok
    age(lab)
    return service


def test_a_plan_that_was_missed_and_is_billed_again_is_looked_at_and_not_cancelled(missed, shop, sandbox):
    sandbox.provision_elsewhere(SOLD, "personal")
    page = read(shop.admin)
    assert words(page) == {"unclear": 1} and labels(rows(page)[SOLD]) == {"Look now"}
    assert shop.admin.look(missed).ok
    assert words(read(shop.admin)) == {"sold": 1} and sandbox.live(SOLD) == [("personal", "active")]


def test_a_plan_that_was_missed_and_is_billed_by_another_key_is_the_services_all_the_same(missed, shop, sandbox):
    sandbox.add_key("second", "second-secret")
    give_token(shop.admin, keys="sandbox-partner:10, second:11")
    one = [activation(5, SOLD)]
    report(sandbox, *[[]] * 11, one, [], one, *[[]] * 8)
    page = read(shop.admin)
    assert words(page) == {"differs": 1} and labels(rows(page)[SOLD]) == {"Look now"}


def test_a_plan_of_a_suspended_service_is_not_cancelled(shop, sandbox, admin, lab):
    admin.edit_product(shop.products["personal"], {"packageconfigoption[4]": "cancel"})
    service = shop.order(SOLD)
    assert admin.command(service, "Suspend").ok
    sandbox.provision_elsewhere(SOLD, "personal")
    assert words(read(shop.admin)) == {"unclear": 1}


def test_a_record_whose_address_cannot_be_read_any_more_keeps_its_host(shop, sandbox, lab):
    shop.order(SOLD)
    lab.sql(f"UPDATE whmcs.mod_jetpack_services SET site = '{SOLD}/a%3A%3Ab', site_key = 'unreadable'")
    shown, _ = press(read(shop.admin), "Cancel personal", {"site": SOLD})
    assert not shown.ok and "cannot be read" in shown.text and sandbox.live(SOLD) == [("personal", "active")]


@pytest.mark.parametrize("name", ["Site URL |Your site", " site url|Your site"])
def test_a_field_is_known_by_its_name_whatever_is_around_it(shop, sandbox, legacy, lab, name):
    sandbox.provision_elsewhere(ELSEWHERE, "personal")
    service = legacy.service(legacy.product(), ELSEWHERE)
    lab.sql(f"UPDATE whmcs.tblcustomfields SET fieldname = '{name}' WHERE fieldname = 'Site URL'")
    assert labels(rows(read(shop.admin))[ELSEWHERE]) == {f"Let service #{service.id} take it over"}


def test_who_names_the_site_of_a_plan_that_is_not_told_is_named(shop, sandbox, legacy):
    service = legacy.service(legacy.product(), ELSEWHERE)
    report(sandbox, [activation(5, ELSEWHERE)], *[[]] * 10)
    row = rows(read(shop.admin))[ELSEWHERE]
    assert labels(row) == set() and f"#{service.id} name this site" in row.text and "partner portal" not in row.text


def test_what_is_not_told_beside_what_is_sold_is_not_called_billed_twice(shop, sandbox):
    shop.order(SOLD)
    report(sandbox, [activation(5, SOLD), activation(6, SOLD)], [], [activation(5, SOLD)], *[[]] * 8)
    assert words(read(shop.admin)) == {"unclear": 1, "sold": 1}
    row = rows(tab(shop.admin, "&word=unclear"))[SOLD]
    assert row["data-word"] == "unclear"


def test_a_second_press_from_an_old_page_leads_to_what_is_open(shop, sandbox):
    sandbox.provision_elsewhere(ELSEWHERE, "premium")
    page = read(shop.admin)
    for operation in ["cancel", "status"]:
        sandbox.fault(operation, "status", status=503, times=None)
    assert not press(page, "Cancel premium", {"site": ELSEWHERE})[0].ok
    shown, _ = press(page, "Cancel premium", {"site": ELSEWHERE})
    assert not shown.ok and "is on the Overview already" in shown.text


def test_what_waits_for_its_owner_counts_as_paid_for_nobody(shop, sandbox, database, lab):
    site = "https://waits.example.test"
    service = shop.order(site)
    shop.admin.delete_service(service)
    report(sandbox, [activation(5, site, activated_on=None)], [], [activation(5, site, activated_on=None)], *[[]] * 8)
    page = read(shop.admin)
    assert words(page) == {"waiting": 1} and page.text("#jetpack-billed-nothing")
