"""What is done to many services at once, from the addon's list: chosen, confirmed, done in bites, and told."""

import json
import threading
import time

import pytest

from host.admin import Admin, banner, must
from host.chromium import Chromium
from host.together import together

SITE = "https://connected.example.test"
SHOP = "https://shop.example.test"
REFUSED = "https://nojetpack.example.test"
LIST = "addonmodules.php?module=jetpack&tab=services"


@pytest.fixture
def admin(manual_shop):
    return manual_shop.admin


def row_of(database, service, kind="service"):
    return database.value("SELECT id FROM mod_jetpack_services WHERE service_type = %s AND service_id = %s", kind, service.id)


def choose(admin, action, rows=(), search="", **more):
    """Ticks rows in the list and presses Continue; gives the page to confirm on."""
    page = admin.open(LIST + search)
    ticked = {f"row[{row}]": "1" for row in rows}
    return page.press("Continue", {"bulk": action, **ticked, **more}, within="#jetpack-bulk")


def start(page):
    return page.press(page.text("#jetpack-bulk-title"))


def run(page, most=20):
    """Presses Go on until there is nothing left to do, as one does without script."""
    for _ in range(most):
        if not page.has_button("Go on"):
            return page
        page = page.press("Go on")
    raise AssertionError(page.text())


def do(admin, action, rows=(), **more):
    return run(start(choose(admin, action, rows, **more)))


def outcomes(page):
    """Label and sentence by site."""
    told = {}
    for row in page.soup.select("#jetpack-bulk-rows tr")[1:]:
        site, _, said = row.select("td")
        label = said.span.get_text()
        told[site.get_text()] = (label, said.get_text(" ", strip=True).removeprefix(label).strip())
    return told


def fill(lab, count):
    lab.sql(
        "INSERT INTO mod_jetpack_services (service_type, service_id, client_id, state, site, plan, partner_id, created_at, updated_at)"
        f" SELECT 'orphan', 1000 + seq, 1, 'none', concat('https://site', seq, '.example.test'), 'personal', 'sandbox-partner',"
        f" now(), now() FROM seq_1_to_{count}"
    )


def test_the_confirmation_names_action_number_sites_and_what_it_means_and_does_nothing(manual_shop, admin, sandbox, database):
    services = [manual_shop.order(f"https://connected{n}.example.test") for n in range(7)]
    assert admin.create(services[0]).ok
    for service in services[1:]:
        admin.create(service)
    rows = [row_of(database, service) for service in services]
    asked = sandbox.total()

    page = choose(admin, "terminate", rows)

    assert page.text("#jetpack-bulk-title") == "Terminate: 7"
    assert "cancelled at WordPress.com now" in page.text("#jetpack-bulk-means")
    named = [item.get_text(" ", strip=True) for item in page.soup.select("#jetpack-bulk-named li")]
    assert len(named) == 6 and named[0].startswith("https://connected6.example.test") and named[5] == "and 2 more"
    assert sandbox.total() == asked
    # Nobody has confirmed it, so it is nothing that is unfinished, and no other admin's.
    assert admin.open(LIST).soup.select_one("[id^=jetpack-bulk-] .btn-primary") is None
    assert database.value("SELECT count(*) FROM mod_jetpack_bulk WHERE begun_at IS NOT NULL") == 0


def test_look_now_goes_through_whmcs_and_tells_what_was_found(manual_shop, admin, sandbox, database):
    service = manual_shop.order(SHOP)
    assert admin.create(service).ok
    sandbox.connect(SHOP)
    page = do(admin, "look", [row_of(database, service)])
    label, said = outcomes(page)[SHOP]
    assert label == "Done" and "has connected it" in said and "JETPACK MODULE" not in said
    assert page.text("#jetpack-bulk-progress") == "1 of 1 done, none failed."
    assert any(line.startswith("Module Custom Successful") for line in database.activity())
    assert database.ledger(service)["state"] == "active"


def test_try_again_sets_the_service_up_and_leaves_those_that_are_over_alone(manual_shop, admin, sandbox, database, lab):
    failed, over = manual_shop.order(REFUSED), manual_shop.order(SITE, "bob")
    assert not admin.create(failed).ok
    assert admin.create(over).ok and admin.terminate(over).ok
    assert admin.edit_service(failed, {"Site URL": SHOP}).ok

    page = do(admin, "create", [row_of(database, failed), row_of(database, over)])

    told = outcomes(page)
    assert told[SHOP][0] == "Done" and database.status(failed) == "Active" and sandbox.live(SHOP)
    assert told[SITE][0] == "Failed" and "has the status Terminated in WHMCS" in told[SITE][1]
    assert sandbox.live(SITE) == [] and database.status(over) == "Terminated"


def test_new_link_renews_what_waits_and_says_why_not_of_the_others(manual_shop, admin, sandbox, database):
    waiting, active = manual_shop.order(SHOP), manual_shop.order(SITE, "bob")
    assert admin.create(waiting).ok and admin.create(active).ok
    before = database.details(waiting)
    page = do(admin, "renew", [row_of(database, waiting), row_of(database, active)])
    told = outcomes(page)
    assert told[SHOP][0] == "Done" and database.details(waiting) != before
    assert told[SITE][0] == "Failed" and "is active" in told[SITE][1]


def test_terminate_ends_plan_and_service(manual_shop, admin, sandbox, database):
    service, other = manual_shop.order(SITE), manual_shop.order(SHOP, "bob")
    assert admin.create(service).ok and admin.create(other).ok
    page = do(admin, "terminate", [row_of(database, service)])
    assert outcomes(page)[SITE][0] == "Done" and sandbox.live(SITE) == []
    assert database.status(service) == "Terminated"
    assert sandbox.live(SHOP) and database.status(other) == "Active"


def test_adopt_takes_over_what_the_site_has(manual_shop, admin, sandbox, database):
    service = manual_shop.order(SITE)
    sandbox.provision_elsewhere(SITE, "personal")
    refused = admin.create(service)
    assert not refused.ok and "press Adopt plan" in refused.text
    page = do(admin, "adopt", [row_of(database, service)])
    assert outcomes(page)[SITE][0] == "Done" and database.ledger(service)["state"] == "active"
    assert sandbox.provisions(SITE) == 1


def test_let_go_is_for_what_whmcs_has_ended_and_refused_for_the_rest(manual_shop, admin, sandbox, database):
    ended, live = manual_shop.order(SITE), manual_shop.order(SHOP, "bob")
    assert admin.create(ended).ok and admin.create(live).ok
    admin.edit_service(ended, {"status": "Cancelled"})
    page = do(admin, "letgo", [row_of(database, ended), row_of(database, live)])
    told = outcomes(page)
    assert told[SITE][0] == "Done" and "was let go" in told[SITE][1] and sandbox.live(SITE)
    assert told[SHOP][0] == "Failed" and database.ledger(live)["state"] == "pending"


def test_an_orphan_is_looked_at_and_ended_and_never_bought_anew(manual_shop, admin, sandbox, database):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    admin.delete_service(service)
    orphan = database.value("SELECT id FROM mod_jetpack_services")
    for action in ("create", "renew", "adopt"):
        label, said = outcomes(do(admin, action, [orphan]))[SITE]
        assert label == "Failed" and "WHMCS has ended or deleted this service" in said
    assert outcomes(do(admin, "look", [orphan]))[SITE][0] == "Done"
    assert sandbox.live(SITE) and sandbox.provisions(SITE) == 1
    assert outcomes(do(admin, "terminate", [orphan]))[SITE][0] == "Done"
    assert sandbox.live(SITE) == []


def test_what_was_given_to_another_module_does_not_have_that_ones_account_terminated(manual_shop, admin, sandbox, database, lab):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    lab.sql("UPDATE tblproducts SET servertype = 'labserver' WHERE servertype = 'jetpack'")
    page = do(admin, "terminate", [row_of(database, service)])
    assert outcomes(page)[SITE][0] == "Done" and sandbox.live(SITE) == []
    assert database.status(service) == "Active"


@pytest.mark.parametrize("told_by", ["model", "addonId", "both"])
def test_a_product_addon_has_its_buttons_and_its_status(manual_shop, admin, sandbox, database, lab, told_by):
    lab.switch("addon_told_by", told_by)
    service = manual_shop.order(SHOP)
    addon = manual_shop.add_addon(service, manual_shop.sell_addon(), REFUSED)
    assert not admin.create(addon).ok
    row = row_of(database, addon, "addon")
    assert admin.edit_service(addon, {"Site URL": SITE}).ok
    page = do(admin, "create", [row])
    assert outcomes(page)[SITE][0] == "Done", page.text()
    assert sandbox.live(SITE) == [("personal", "active")] and "Jetpack is active" in database.addon_details(addon)
    assert outcomes(do(admin, "look", [row]))[SITE][0] == "Done"
    lab.sql("UPDATE tblhostingaddons SET status = 'Active'")
    assert outcomes(do(admin, "terminate", [row]))[SITE][0] == "Done"
    assert sandbox.live(SITE) == [] and database.addon_status(addon) == "Terminated"
    assert database.ledger(service) is None or sandbox.live(SHOP) == []


def test_one_that_fails_does_not_stop_the_rest_and_is_tried_again_by_one_button(manual_shop, admin, sandbox, database):
    sites = [SITE, SHOP, REFUSED]
    services = [manual_shop.order(site) for site in sites]
    for service in services:
        admin.create(service)
    sandbox.fault("cancel", "body", status=403, body='{"error": "forbidden", "message": "No."}', times=1)
    # The newest comes first, and has no plan; the next is the one that is refused.
    page = do(admin, "terminate", [row_of(database, service) for service in services])
    told = outcomes(page)
    assert [told[site][0] for site in sites] == ["Done", "Failed", "Done"]
    assert page.text("#jetpack-bulk-progress") == "3 of 3 done, of which 1 failed."
    first = page.soup.select("#jetpack-bulk-rows tr")[1]
    assert first.select("a")[1]["href"] == services[1].page
    assert sandbox.live(SHOP) and sandbox.live(SITE) == []

    cancels = sandbox.cancels(SITE)
    sandbox.fault("cancel", "body", status=403, body='{"error": "forbidden", "message": "No."}', times=1)
    again = run(page.press("Try the failed ones again (1)"))
    assert again.text("#jetpack-bulk-progress") == "3 of 3 done, of which 1 failed."
    # The same press once more, from the page that is still open elsewhere.
    total = sandbox.total()
    assert run(page.press("Try the failed ones again (1)")).text("#jetpack-bulk-progress") == "3 of 3 done, of which 1 failed."
    assert sandbox.total() == total

    ended = run(again.press("Try the failed ones again (1)"))
    assert outcomes(ended)[SHOP][0] == "Done" and sandbox.live(SHOP) == [] and sandbox.cancels(SITE) == cancels
    assert not ended.has_button("Try the failed ones again (1)")


def test_what_throws_fails_its_row_and_the_others_have_their_turn(manual_shop, admin, sandbox, database, lab):
    services = [manual_shop.order(SITE), manual_shop.order(SHOP, "bob")]
    assert all(admin.create(service).ok for service in services)
    page = start(choose(admin, "look", [row_of(database, service) for service in services]))
    # WHMCS itself throws once it has called the module.
    lab.sql("RENAME TABLE tblactivitylog TO gone")
    page = run(page)
    lab.sql("RENAME TABLE gone TO tblactivitylog")
    assert page.text("#jetpack-bulk-progress") == "2 of 2 done, of which 2 failed."
    assert {label for label, _ in outcomes(page).values()} == {"Failed"} and "gone" not in page.text()
    ended = run(page.press("Try the failed ones again (2)"))
    assert ended.text("#jetpack-bulk-progress") == "2 of 2 done, none failed."


def test_a_job_whose_tab_was_closed_is_found_in_the_list_and_gone_on_with(manual_shop, admin, sandbox, database, lab):
    fill(lab, 5)
    page = start(choose(admin, "look", rows=database.column("SELECT id FROM mod_jetpack_services")))
    job = int(page.soup.select_one("input[name=job]")["value"])
    assert page.text("#jetpack-bulk-progress") == "0 of 5 done, none failed."

    fresh = Admin(lab).open(LIST)
    assert "Look now: 5" in fresh.text(f"#jetpack-bulk-{job}") and "0 of 5 done" in fresh.text(f"#jetpack-bulk-{job}")
    stopped = fresh.press("Stop", within=f"#jetpack-bulk-{job}")
    assert "Stopped." in stopped.text("#jetpack-bulk-progress")
    # What was stopped does nothing, also by a page that does not know of it.
    page.press("Go on")
    assert database.value("SELECT count(*) FROM mod_jetpack_bulk_rows WHERE state = 0") == 5
    ended = run(stopped)
    assert ended.text("#jetpack-bulk-progress") == "5 of 5 done, none failed."
    page = admin.open(LIST)
    assert page.soup.select_one(f"#jetpack-bulk-{job}") is None and "Look now: 5" in page.text("#jetpack-bulk-latest")


def test_a_bite_ends_in_time_and_the_next_goes_on_behind_it(manual_shop, admin, sandbox, database, lab):
    services = [manual_shop.order(f"https://connected{n}.example.test") for n in range(4)]
    for service in services:
        admin.create(service)
    sandbox.fault("status", "delay", ms=2200, times=99)
    page = start(choose(admin, "look", [row_of(database, service) for service in services]))
    begun = time.monotonic()
    page = page.press("Go on")
    assert time.monotonic() - begun < 8
    sandbox.clear_faults()
    # The tab was closed, and somebody opens the list.
    page = Admin(lab).open(LIST)
    assert "Look now: 4 is not finished: 2 of 4 done" in page.text(".alert-info")
    assert run(page.press("Go on", within=".alert-info")).text("#jetpack-bulk-progress") == "4 of 4 done, none failed."
    assert database.column("SELECT begun FROM mod_jetpack_bulk_rows") == [1] * 4


def test_two_who_step_at_once_never_do_one_row_twice(manual_shop, admin, sandbox, database, lab):
    services = [manual_shop.order(f"https://connected{n}.example.test") for n in range(8)]
    for service in services:
        admin.create(service)
    sandbox.fault("status", "delay", ms=150, times=99)
    page = start(choose(admin, "look", [row_of(database, service) for service in services]))
    address = page.address
    pages = [Admin(lab).open(address) for _ in range(3)]
    lab.sql("DELETE FROM tblactivitylog")

    together(*[lambda page=page: page.press("Go on") for page in pages])

    assert run(admin.open(address)).text("#jetpack-bulk-progress") == "8 of 8 done, none failed."
    assert database.column("SELECT begun FROM mod_jetpack_bulk_rows") == [1] * 8
    assert len([line for line in database.activity() if line.startswith("Module Custom")]) == 8


def test_what_was_begun_by_a_process_that_died_is_done_again_and_told(manual_shop, admin, sandbox, database, lab):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    page = start(choose(admin, "terminate", [row_of(database, service)]))
    gone = lab.identity()
    lab.sql(f"UPDATE mod_jetpack_bulk_rows SET begun = 1, holder = '{gone}', lease_until = unix_timestamp() + 300")
    page = page.press("Go on")
    label, said = outcomes(page)[SITE]
    assert label == "Done" and "It had been begun before without an outcome" in said
    assert sandbox.live(SITE) == [] and sandbox.cancels(SITE) == 1


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(manual_shop, admin, sandbox, database, lab):
    services = [manual_shop.order(SITE), manual_shop.order(SHOP, "bob")]
    assert all(admin.create(service).ok for service in services)
    page = start(choose(admin, "terminate", [row_of(database, service) for service in services]))
    sandbox.fault("cancel", "delay", ms=3000, times=1)
    step = threading.Thread(target=lambda: page.press("Go on"), daemon=True)
    step.start()
    sandbox.wait_for("cancel")
    lab.kill_workers()
    step.join(20)
    # The services' own lease is given up at once as well, since its holder is gone.
    ended = run(admin.open(page.address))
    assert ended.text("#jetpack-bulk-progress") == "2 of 2 done, none failed."
    assert "It had been begun before" in outcomes(ended)[SHOP][1] and "begun" not in outcomes(ended)[SITE][1]
    assert sandbox.live(SITE) == sandbox.live(SHOP) == []


def test_what_breaks_off_each_time_is_given_up_and_the_rest_is_done(manual_shop, admin, sandbox, database, lab):
    fill(lab, 3)
    page = start(choose(admin, "look", database.column("SELECT id FROM mod_jetpack_services")))
    lab.sql("UPDATE mod_jetpack_bulk_rows SET begun = 3 WHERE position = 1")
    page = run(page)
    assert page.text("#jetpack-bulk-progress") == "3 of 3 done, of which 1 failed."
    assert "each time the server broke off" in page.text("#jetpack-bulk-rows")


def test_what_another_still_works_on_is_waited_for(manual_shop, admin, database, lab):
    fill(lab, 2)
    page = start(choose(admin, "look", database.column("SELECT id FROM mod_jetpack_services")))
    lab.sql("UPDATE mod_jetpack_bulk_rows SET begun = 1, holder = 'another:1:1', lease_until = unix_timestamp() + 300 WHERE position = 1")
    page = page.press("Go on")
    assert page.text("#jetpack-bulk-progress") == "1 of 2 done, none failed." and page.has_button("Go on")
    lab.sql("UPDATE mod_jetpack_bulk_rows SET lease_until = unix_timestamp() - 1 WHERE position = 1")
    assert run(page).text("#jetpack-bulk-progress") == "2 of 2 done, none failed."


def test_a_second_press_of_start_makes_no_second_job(manual_shop, admin, sandbox, database):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    page = choose(admin, "terminate", [row_of(database, service)])
    ended = run(start(page))
    requests = sandbox.total()
    once_more = start(page)
    assert once_more.text("#jetpack-bulk-progress") == ended.text("#jetpack-bulk-progress")
    assert sandbox.total() == requests and database.value("SELECT count(*) FROM mod_jetpack_bulk") == 1


def test_all_that_were_found_are_meant_beyond_one_page(manual_shop, admin, sandbox, database, lab):
    fill(lab, 130)
    lab.sql("UPDATE mod_jetpack_services SET site = replace(site, 'site', 'other') WHERE service_id > 1120")
    search = "&q=%2F%2Fsite&sort=oldest"
    page = admin.open(LIST + search)
    assert "all 120 that were found" in page.text("#jetpack-bulk")
    assert len(page.soup.select("#jetpack-bulk input[name^=row]")) == 50
    page = choose(admin, "look", search=search, all="1")
    assert page.text("#jetpack-bulk-title") == "Look now: 120"
    assert "site1.example" in page.text("#jetpack-bulk-named") and "and 115 more" in page.text("#jetpack-bulk-named")
    # What comes to be found after that number was shown is not meant.
    lab.sql("UPDATE mod_jetpack_services SET site = replace(site, 'other', 'site')")
    page = run(start(page))
    assert page.text("#jetpack-bulk-progress") == "120 of 120 done, none failed."
    assert "Shown are 100 of 120" in page.text()
    named = database.column(
        "SELECT s.service_id FROM mod_jetpack_bulk_rows b JOIN mod_jetpack_services s ON s.id = b.row_id ORDER BY position"
    )
    assert named == list(range(1001, 1121))


def test_without_a_choice_or_with_a_wrong_one_a_sentence_says_so(manual_shop, admin, database, lab):
    fill(lab, 1)
    [row] = database.column("SELECT id FROM mod_jetpack_services")
    for action, rows, said in [("look", [], "Tick the services first"), ("", [row], "Choose what is to be done")]:
        shown = banner(choose(admin, action, rows), within=".addon-output")
        assert not shown.ok and said in shown.text
    token = admin.open(LIST).soup.select_one("#jetpack-bulk input[name=token]")["value"]
    for fields, said in [
        ({"jetpack_action": "bulk_choose", "bulk": "create'", "row[1]": "1"}, "Choose what is to be done"),
        ({"jetpack_action": "bulk_choose", "bulk[]": "look", "row": "1"}, "Choose what is to be done"),
        ({"jetpack_action": "bulk_choose", "bulk": "look", "row[-1]": "1", "row[x]": "1", "row[99999]": "1"}, "Tick the services first"),
        ({"jetpack_action": "bulk_start", "job": "77"}, "is not there any more"),
        ({"jetpack_action": "bulk_step", "job[]": "1"}, "is not there any more"),
    ]:
        shown = banner(admin.browser.send(LIST, {"token": token} | fields), within=".addon-output")
        assert not shown.ok and said in shown.text, fields


@pytest.mark.parametrize("button", ["bulk_choose", "bulk_start", "bulk_step", "bulk_stop", "bulk_resume", "bulk_again"])
def test_a_bad_token_does_nothing(manual_shop, admin, sandbox, database, lab, button):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    row = row_of(database, service)
    page = choose(admin, "terminate", [row])
    if button != "bulk_start":
        start(page)
    before = database.rows("SELECT * FROM mod_jetpack_bulk"), database.rows("SELECT * FROM mod_jetpack_bulk_rows")
    job = before[0][0]["id"]
    answer = admin.browser.send(
        LIST, {"token": "0" * 40, "jetpack_action": button, "job": job, "bulk": "terminate", f"row[{row}]": "1", "script": "1", "round": "0"}
    )
    assert answer.status == 403 or "too old or did not come from this page" in answer.text()
    assert before == (database.rows("SELECT * FROM mod_jetpack_bulk"), database.rows("SELECT * FROM mod_jetpack_bulk_rows"))
    assert sandbox.live(SITE)


def test_another_admins_choice_is_not_begun_and_without_access_nothing_is(manual_shop, admin, database, lab, sandbox):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    page = choose(admin, "terminate", [row_of(database, service)])
    job = page.soup.select_one("input[name=job]")["value"]
    admin.configure("sandbox-partner", "sandbox-secret", roles=(1, 2))
    sally = Admin(lab, "sally")
    seen = sally.open(f"{LIST}&job={job}")
    token = seen.soup.select_one("#jetpack-bulk input[name=token]")["value"]
    assert seen.soup.select_one("#jetpack-bulk-means") is None
    for button in ("bulk_start", "bulk_resume", "bulk_again", "bulk_step"):
        sally.browser.send(LIST, {"token": token, "jetpack_action": button, "job": job, "round": "0"})
    assert sandbox.live(SITE) and database.value("SELECT begun_at FROM mod_jetpack_bulk") is None
    must(banner(admin.open("configaddonmods.php").press("Save Changes", {"access[jetpack][2]": None}, within="#addon-jetpack")))
    lab.sql("DELETE FROM mod_jetpack_bulk")
    refused = sally.browser.send(LIST, {"token": token, "jetpack_action": "bulk_choose", "bulk": "terminate", "all": "1"})
    assert refused.status == 403 and database.value("SELECT count(*) FROM mod_jetpack_bulk") == 0


def test_what_others_typed_is_text_on_every_page_of_it(manual_shop, admin, database, lab):
    fill(lab, 2)
    lab.sql("UPDATE mod_jetpack_services SET site = '<script>a</script>', plan = '<b>', orphan_of = '<img src=x>'")
    lab.sql("UPDATE tbladmins SET username = '<i>admin</i>' WHERE id = 1")
    page = choose(admin, "look", database.column("SELECT id FROM mod_jetpack_services"), search="&q=%3Cscript%3E")
    bad = ".addon-output b, .addon-output img, .addon-output i, .addon-output li script, .addon-output td script"
    assert "<script>a</script>" in page.text("#jetpack-bulk-named") and page.soup.select(bad) == []
    page = start(page)
    assert page.soup.select(bad) == []
    assert "cannot be read" in run(page).text("#jetpack-bulk-rows")
    lab.sql("UPDATE mod_jetpack_bulk_rows SET state = 2, sentence = '<script>b</script>' WHERE position = 1")
    page = run(page)
    assert "<script>b</script>" in page.text("#jetpack-bulk-rows") and page.soup.select(bad) == []
    assert admin.open(LIST).soup.select(bad) == []


def test_the_script_is_told_how_far_it_is_and_no_secret(manual_shop, admin, database, lab):
    fill(lab, 2)
    page = start(choose(admin, "look", database.column("SELECT id FROM mod_jetpack_services")))
    fields = {field["name"]: field["value"] for field in page.soup.select("#jetpack-bulk-go input")}
    answer = admin.browser.send(page.address, fields | {"jetpack_action": "bulk_step", "script": "1"})
    assert json.loads(answer.html) == {"percent": 100, "text": "2 of 2 done, none failed.", "waits": True, "over": True}


def test_jobs_that_are_over_for_a_month_and_those_that_nobody_confirmed_are_let_go(manual_shop, admin, database, lab):
    fill(lab, 3)
    rows = database.column("SELECT id FROM mod_jetpack_services")
    do(admin, "look", rows)
    do(admin, "look", rows)
    choose(admin, "look", rows)
    choose(admin, "look", rows)
    lab.sql("UPDATE mod_jetpack_bulk SET ended_at = ended_at - 31 * 86400 WHERE id = 1")
    lab.sql("UPDATE mod_jetpack_bulk SET made_at = made_at - 90000 WHERE id = 3")
    lab.cron()
    assert database.column("SELECT id FROM mod_jetpack_bulk ORDER BY id") == [2, 4]
    assert database.column("SELECT DISTINCT job FROM mod_jetpack_bulk_rows ORDER BY job") == [2, 4]


def test_in_a_real_browser_a_job_with_a_failing_row_runs_to_its_end(manual_shop, lab, sandbox, database):
    services = [manual_shop.order(site, client) for site, client in [(SITE, "alice"), (SHOP, "bob"), (REFUSED, "carol")]]
    for service in services:
        manual_shop.admin.create(service)
    sandbox.fault("cancel", "body", status=403, body='{"error": "forbidden", "message": "No."}', times=1)
    staff = Chromium(lab.directory / "screenshots" / "bulk")
    try:
        staff.log_in_as_staff(lab)
        staff.open(f"{lab.url}/admin/{LIST}")
        staff.check("#jetpack-bulk-page")
        staff.choose("With the ticked services:", "Terminate")
        for width in (1280, 390):
            staff.take_screenshot("list", width=width)
        staff.press("Continue")
        assert staff.text("#jetpack-bulk-title") == "Terminate: 3"
        for width in (1280, 390):
            staff.take_screenshot("confirm", width=width)
        staff.press("Terminate: 3")
        staff.wait_for("#jetpack-bulk-rows tr:nth-child(4)")
        assert staff.text("#jetpack-bulk-progress") == "3 of 3 done, of which 1 failed."
        bar = staff.attributes("#jetpack-bulk-bar", "role", "aria-valuenow", "aria-valuemin", "aria-valuemax")
        assert bar == ["progressbar", "100", "0", "100"]
        for width in (1280, 390):
            staff.take_screenshot("over", width=width)
        assert database.column("SELECT begun FROM mod_jetpack_bulk_rows") == [1, 1, 1]
        assert sandbox.live(SHOP) and sandbox.live(SITE) == []
        assert staff.complaints() == []
        staff.press("Try the failed ones again (1)")
        staff.wait_until_text("#jetpack-bulk-progress", "3 of 3 done, none failed.")
        assert sandbox.live(SHOP) == []
        staff.open(f"{lab.url}/admin/{LIST}")
        assert "Terminate: 3" in staff.text("#jetpack-bulk-latest")
        # Another, of which the tab was closed.
        fill(lab, 60)
        job = start(choose(manual_shop.admin, "look", all="1")).soup.select_one("input[name=job]")["value"]
        lab.sql(f"UPDATE mod_jetpack_bulk_rows SET state = 1 + (position = 3) WHERE job = {job} AND position <= 25")
        for name, address in [("unfinished", f"{LIST}&job={job}"), ("unfinished-list", f"{LIST}&q=none")]:
            staff.open(f"{lab.url}/admin/{address}")
            for width in (1280, 390):
                staff.take_screenshot(name, width=width)
        staff.press("Go on", within=f"#jetpack-bulk-{job}")
        staff.wait_until_text("#jetpack-bulk-progress", "63 of 63 done, of which 1 failed.")
        assert staff.complaints() == []
    finally:
        staff.quit()


@pytest.mark.parametrize("status", ["Terminated", "Fraud", "Cancelled"])
def test_adopt_gives_no_plan_to_a_service_that_is_over(manual_shop, admin, database, lab, sandbox, status):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok and admin.terminate(service).ok
    sandbox.provision_elsewhere(SITE, "personal")
    lab.sql(f"UPDATE tblhosting SET domainstatus = '{status}' WHERE id = {service.id}")
    lab.sql("UPDATE mod_jetpack_services SET ended_at = NULL, ends_at = NULL")

    page = run(start(choose(admin, "adopt", [row_of(database, service)])))

    assert f"has the status {status} in WHMCS" in page.text("#jetpack-bulk-rows")
    assert database.ledger(service)["state"] == "cancelled" and sandbox.live(SITE)


def test_terminate_leaves_a_service_that_ended_otherwise_what_it_is(manual_shop, admin, database, lab):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok and admin.terminate(service).ok
    lab.sql(f"UPDATE tblhosting SET domainstatus = 'Fraud' WHERE id = {service.id}")
    lab.sql("UPDATE mod_jetpack_services SET ended_at = NULL, ends_at = NULL")

    run(start(choose(admin, "terminate", [row_of(database, service)])))

    assert database.value("SELECT domainstatus FROM tblhosting WHERE id = %s", service.id) == "Fraud"


def test_a_forgotten_action_costs_neither_the_search_nor_what_was_ticked(manual_shop, admin, database, lab):
    fill(lab, 20)
    row = database.value("SELECT max(id) FROM mod_jetpack_services")
    site = database.value("SELECT site FROM mod_jetpack_services WHERE id = %s", row)
    page = admin.open(f"{LIST}&q={site}")
    page = page.press("Continue", {f"row[{row}]": "1"}, within="#jetpack-bulk")

    assert "Choose what is to be done" in page.text(".addon-output")
    assert page.soup.select_one("#jetpack-q")["value"] == site
    assert [box["name"] for box in page.soup.select("#jetpack-services input[checked]")] == [f"row[{row}]"]
    assert len(page.soup.select("#jetpack-services tr[id]")) < 20


def test_every_unfinished_job_is_told_of(manual_shop, admin, database, lab):
    fill(lab, 2)
    for _ in range(5):
        start(choose(admin, "look", database.column("SELECT id FROM mod_jetpack_services")))
    assert len(admin.open(LIST).soup.select(".alert-info[id^=jetpack-bulk-]")) == 5
