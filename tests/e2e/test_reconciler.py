"""What time brings, nobody has to press a button for."""

import threading

import pytest

SITE = "https://shop.example.test"


def make_due(lab):
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1 WHERE next_look_at IS NOT NULL")


def end_doubts(lab):
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1, doubt_until = 1 WHERE doubt_until IS NOT NULL")


def about_jetpack(database):
    return [line for line in database.activity() if "JETPACK MODULE" in line]


def test_once_the_owner_has_connected_the_service_says_so(shop, lab, sandbox, database):
    service = shop.order(SITE)
    sandbox.connect(SITE)
    make_due(lab)
    entries = len(about_jetpack(database))
    lab.cron()

    assert database.ledger(service)["state"] == "active"
    assert database.details(service) == f"Jetpack is active on {SITE}. There is nothing left to do."
    assert len(about_jetpack(database)) == entries + 1
    assert "has connected it" in about_jetpack(database)[-1]
    # A second run has nothing to do, and writes nothing.
    before = database.rows("SELECT * FROM mod_jetpack_services"), database.rows("SELECT * FROM mod_jetpack_journal")
    asked = len(sandbox.requests())
    lab.cron()
    after = database.rows("SELECT * FROM mod_jetpack_services"), database.rows("SELECT * FROM mod_jetpack_journal")
    assert (before, asked) == (after, len(sandbox.requests()))


def test_a_waiting_plan_is_looked_at_ever_less_often(shop, lab, sandbox, database):
    service = shop.order(SITE)
    intervals = []
    for days in (0, 2, 6):
        lab.sql(f"UPDATE mod_jetpack_services SET next_look_at = 1, pending_until = unix_timestamp() + (14 - {days}) * 86400")
        lab.cron()
        due = database.value("SELECT next_look_at - unix_timestamp() FROM mod_jetpack_services")
        intervals.append(round(due / 600))
    assert database.ledger(service)["state"] == "pending"
    assert intervals[0] == 1 and intervals == sorted(intervals) and intervals[2] > intervals[1] > 100


def test_a_create_of_which_nothing_was_heard_is_cleared_up_and_whmcs_is_told(manual_shop, lab, admin, sandbox, database):
    service = manual_shop.order("https://connected.example.test")
    sandbox.fault("provision", "reset", commit=True, times=1)
    sandbox.fault("status", "html", times=9)
    assert not admin.create(service).ok
    assert (database.ledger(service)["state"], database.status(service)) == ("unknown", "Pending")
    sandbox.clear_faults()
    make_due(lab)
    lab.cron()

    assert (database.ledger(service)["state"], database.status(service)) == ("active", "Active")
    assert sandbox.provisions("https://connected.example.test") == 1
    assert database.details(service).startswith("Jetpack is active")


def test_a_create_that_never_arrived_is_made_again_when_the_doubt_has_ended(manual_shop, lab, admin, sandbox, database):
    site = "https://connected.example.test"
    service = manual_shop.order(site)
    sandbox.fault("provision", "reset", times=9)
    sandbox.fault("status", "html", times=9)
    assert not admin.create(service).ok
    sandbox.clear_faults()
    end_doubts(lab)
    lab.cron()

    assert (database.ledger(service)["state"], database.status(service)) == ("active", "Active")
    assert sandbox.live(site) == [("personal", "active")]


def test_a_cancellation_of_which_nothing_was_heard_is_finished(manual_shop, lab, admin, sandbox, database):
    site = "https://connected.example.test"
    service = manual_shop.order(site)
    assert admin.create(service).ok
    sandbox.fault("cancel", "reset", times=9)
    sandbox.fault("status", "html", times=9)
    assert not admin.terminate(service).ok
    assert sandbox.live(site)
    sandbox.clear_faults()
    for _ in range(2):
        make_due(lab)
        lab.cron()

    assert sandbox.live(site) == []
    assert database.ledger(service)["state"] == "cancelled"
    assert database.details(service).startswith("Jetpack was cancelled")


def test_a_worker_that_died_in_the_middle_is_made_up_for(manual_shop, lab, admin, sandbox, database):
    site = "https://connected.example.test"
    service = manual_shop.order(site)
    assert admin.create(service).ok
    # As a killed worker leaves it: a change was begun, and nobody holds the row any more.
    lab.sql(
        "UPDATE mod_jetpack_services SET state_before = state, state = 'changing', plan_before = plan, plan = 'premium',"
        " lease_until = 0, next_look_at = 1"
    )
    lab.cron()
    row = database.ledger(service)
    assert (row["state"], row["plan"]) == ("active", "personal")
    end_doubts(lab)
    lab.cron()
    assert database.ledger(service)["plan_before"] is None


def test_two_crons_at_once_do_no_work_twice(manual_shop, lab, admin, sandbox, database):
    sites = [f"https://shop{n}.example.test" for n in range(20)]
    for site in sites:
        assert admin.create(manual_shop.order(site)).ok
        sandbox.connect(site)
    make_due(lab)
    asked = len(sandbox.requests("status"))
    crons = [threading.Thread(target=lab.cron) for _ in range(2)]
    for cron in crons:
        cron.start()
    for cron in crons:
        cron.join()

    assert database.column("SELECT DISTINCT state FROM mod_jetpack_services") == ["active"]
    assert len(sandbox.requests("status")) == asked + len(sites)


@pytest.mark.parametrize("broken", ["extension", "tables"])
def test_without_what_it_needs_the_cron_goes_on(shop, lab, ini, database, broken):
    shop.order(SITE)
    make_due(lab)
    if broken == "extension":
        lab.up("")
    else:
        lab.sql("DROP TABLE mod_jetpack_services, mod_jetpack_schema")
    try:
        lab.cron()
    finally:
        lab.up(ini)


def test_a_create_that_fails_for_a_passing_reason_is_made_again_ever_later(manual_shop, lab, admin, sandbox, database):
    site = "https://connected.example.test"
    service = manual_shop.order(site)
    sandbox.fault("token", "status", status=503, times=99)
    assert not admin.create(service).ok
    pauses = []
    for _ in range(4):
        pauses.append(database.value("SELECT next_look_at - unix_timestamp() FROM mod_jetpack_services"))
        make_due(lab)
        lab.cron()
    assert database.ledger(service)["attempts"] == 5
    assert 40 <= pauses[0] <= 80 and all(later > 1.5 * sooner for sooner, later in zip(pauses, pauses[1:]))

    sandbox.clear_faults()
    make_due(lab)
    lab.cron()
    assert (database.status(service), database.ledger(service)["attempts"]) == ("Active", 0)
    assert sandbox.live(site) == [("personal", "active")]


def test_after_twelve_times_somebody_has_to_see_to_it(manual_shop, lab, admin, sandbox, database):
    service = manual_shop.order("https://connected.example.test")
    sandbox.fault("token", "status", status=503, times=99)
    assert not admin.create(service).ok
    lab.sql("UPDATE mod_jetpack_services SET attempts = 12")
    make_due(lab)
    lab.cron()

    assert "will not be tried again by itself" in about_jetpack(database)[-1]
    assert database.ledger(service)["next_look_at"] is None
    asked = len(sandbox.requests())
    lab.cron()
    assert len(sandbox.requests()) == asked
    sandbox.clear_faults()
    assert admin.create(service).ok


def test_a_refusal_is_not_tried_again(manual_shop, lab, admin, sandbox, database):
    service = manual_shop.order("https://nojetpack.example.test")
    assert not admin.create(service).ok
    asked = len(sandbox.requests())
    make_due(lab)
    lab.cron()
    assert (database.ledger(service)["state"], len(sandbox.requests())) == ("refused", asked)


def test_a_product_addon_whose_create_failed_for_a_passing_reason_is_made_and_becomes_active(
    manual_shop, lab, admin, sandbox, database
):
    site = "https://connected.example.test"
    parent = manual_shop.order(SITE)
    addon = manual_shop.add_addon(parent, manual_shop.sell_addon(), site)
    sandbox.fault("token", "status", status=503, times=99)
    assert not admin.create(addon).ok
    make_due(lab)
    lab.cron()
    assert (database.addon_status(addon), database.ledger(addon)["attempts"]) == ("Pending", 2)
    sandbox.clear_faults()
    make_due(lab)
    lab.cron()

    assert database.addon_status(addon) == "Active" and sandbox.live(site) == [("personal", "active")]
    assert database.addon_details(addon).startswith("Jetpack is active")
    lab.sql("UPDATE tblhostingaddons SET status = 'Suspended'")
    make_due(lab)
    lab.cron()
    assert database.addon_status(addon) == "Suspended"


def unsuspended_in_vain(site, manual_shop, admin, sandbox):
    """A service whose Unsuspend has just failed for a reason that passes."""
    service = manual_shop.order(site)
    admin.edit_product(manual_shop.products["personal"], {"packageconfigoption[4]": "cancel"})
    assert admin.create(service).ok and admin.command(service, "Suspend").ok
    sandbox.fault("provision", "status", status=429, times=99)
    assert not admin.command(service, "Unsuspend").ok
    sandbox.clear_faults()
    return service


def test_an_unsuspend_that_fails_for_a_passing_reason_is_made_again(manual_shop, lab, admin, sandbox, database):
    site = "https://connected.example.test"
    service = unsuspended_in_vain(site, manual_shop, admin, sandbox)
    assert (database.status(service), database.ledger(service)["state"]) == ("Suspended", "suspended")
    make_due(lab)
    lab.cron()
    assert database.status(service) == "Active" and sandbox.live(site) == [("personal", "active")]


def test_a_service_that_is_suspended_again_is_not_given_its_plan(manual_shop, lab, admin, sandbox, database):
    site = "https://connected.example.test"
    service = unsuspended_in_vain(site, manual_shop, admin, sandbox)
    assert admin.command(service, "Suspend").ok
    make_due(lab)
    lab.cron()
    assert database.status(service) == "Suspended" and sandbox.live(site) == []


def test_a_service_that_whmcs_cannot_be_told_of_is_asked_about_ever_less_often(manual_shop, lab, admin, database):
    service = manual_shop.order("https://connected.example.test")
    assert admin.create(service).ok
    # Nobody has heard of it, and ModuleCreate will be refused: the order names another site by now.
    lab.sql(f"UPDATE tblhosting SET domainstatus = 'Pending' WHERE id = {service.id}")
    assert admin.edit_service(service, {"Site URL": "https://other.example.test"}).ok
    pauses = []
    for attempts in range(1, 6):
        make_due(lab)
        lab.cron()
        assert database.ledger(service)["attempts"] == attempts
        pauses.append(database.value("SELECT next_look_at - unix_timestamp() FROM mod_jetpack_services"))
    assert database.status(service) == "Pending" and pauses[-1] > 1.5 * pauses[0]
    lab.sql("UPDATE mod_jetpack_services SET attempts = 12")
    make_due(lab)
    lab.cron()
    assert "will not be tried again by itself" in about_jetpack(database)[-1]
    assert database.value("SELECT next_look_at - unix_timestamp() FROM mod_jetpack_services") > 3600
