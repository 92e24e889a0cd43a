"""What need not be kept goes by itself; of a plan that may be live everything stays."""

import threading

import pytest

SITE = "https://connected.example.test"
OLD = "1990-01-01 00:00:00"
JOURNAL = "whmcs.mod_jetpack_journal"
SERVICES = "whmcs.mod_jetpack_services"
# Without the reconciler, which would look.
HOUSEKEEPING = "require getenv('LAB_SITE') . '/init.php'; WHMCS\\Module\\Server\\Jetpack\\Housekeeping::run();"


@pytest.fixture
def kept(manual_shop, admin):
    """A service with a plan."""
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    return service


@pytest.fixture
def ended(manual_shop, admin):
    """A service of bob's whose plan is over."""
    service = manual_shop.order("https://ended.example.test", "bob")
    assert admin.create(service).ok and admin.terminate(service).ok
    return service


def setting(lab, value):
    lab.sql(f"UPDATE whmcs.tbladdonmodules SET value = '{value}' WHERE module = 'jetpack' AND setting = 'keep_days'")


def age(lab):
    lab.sql(f"UPDATE {JOURNAL} SET created_at = '{OLD}'; UPDATE {SERVICES} SET updated_at = '{OLD}'")


def settle(lab):
    """As after the time in which a cancelled plan may still attach."""
    lab.sql(f"UPDATE {SERVICES} SET next_look_at = NULL, doubt_until = NULL, pending_until = NULL, version = version + 1 WHERE state = 'cancelled'")


def an_hour_later(lab):
    lab.sql("UPDATE whmcs.mod_jetpack_schema SET tidied_at = tidied_at - 3601")
    lab.cron()


def lines(database, service):
    return database.value(
        "SELECT count(*) FROM mod_jetpack_journal WHERE service_type = 'service' AND service_id = %s", service.id
    )


def fill(lab, service, number):
    lab.sql(
        "USE whmcs; INSERT INTO mod_jetpack_journal (call_token, service_type, service_id, client_id, action, event, state,"
        f" sentence, created_at) SELECT '', 'service', {service.id}, 2, 'look', 'result', 'cancelled', 'Looked.', '{OLD}'"
        f" FROM seq_1_to_{number}"
    )


def test_1200_old_lines_go_in_bites_over_two_runs_and_those_of_a_live_plan_stay(kept, ended, lab, database):
    settle(lab)
    age(lab)
    of_the_live_one = lines(database, kept)
    fill(lab, ended, 1200)
    all_of_the_ended_one = lines(database, ended)
    lab.cron()
    assert lines(database, ended) == all_of_the_ended_one - 1000
    # Not more than once an hour.
    lab.cron()
    assert lines(database, ended) == all_of_the_ended_one - 1000
    an_hour_later(lab)
    assert (lines(database, ended), lines(database, kept)) == (0, of_the_live_one)
    # WHMCS still has the service: a Terminate must find that it was cancelled.
    assert database.ledger(ended)["state"] == "cancelled"


def test_many_old_lines_of_a_live_plan_do_not_stand_in_the_way(kept, ended, admin, lab, database):
    settle(lab)
    fill(lab, kept, 3000)
    # The live plan is an orphan's, which has its lines under its former name.
    admin.delete_service(kept)
    age(lab)
    before = lines(database, kept)
    an_hour_later(lab)
    assert (lines(database, ended), lines(database, kept)) == (0, before)
    assert database.value("SELECT count(*) FROM mod_jetpack_services WHERE state = 'orphaned'") == 1


def test_the_row_of_a_deleted_service_goes_with_its_lines_once_nothing_can_come_of_it(ended, admin, lab, database):
    admin.delete_service(ended)
    age(lab)
    # In doubt, due, or worked on.
    for column, value in [("doubt_until", 1), ("next_look_at", 2**31), ("lease_until", "unix_timestamp() + 999")]:
        lab.sql(f"UPDATE {SERVICES} SET doubt_until = NULL, next_look_at = NULL, lease_until = 0")
        lab.sql(f"UPDATE {SERVICES} SET {column} = {value}")
        lab.sql("UPDATE whmcs.mod_jetpack_schema SET tidied_at = 0")
        lab.php("-r", HOUSEKEEPING)
        assert database.value("SELECT count(*) FROM mod_jetpack_services") == 1, column
        assert lines(database, ended) > 0, column
    settle(lab)
    lab.sql(f"UPDATE {SERVICES} SET lease_until = 0")
    an_hour_later(lab)
    assert database.value("SELECT count(*) FROM mod_jetpack_services") == 0
    assert database.value("SELECT count(*) FROM mod_jetpack_journal") == 0


@pytest.mark.parametrize("keep", ["730", ""])
def test_what_is_personal_of_a_deleted_client_leaves_when_the_plan_has_ended(kept, ended, admin, lab, database, keep):
    setting(lab, keep)
    settle(lab)
    admin.delete_client(2)
    settle(lab)
    admin.delete_client(kept.client)
    live = database.checksum("mod_jetpack_journal", "client_id = 1")
    [orphan] = database.rows("SELECT * FROM mod_jetpack_services WHERE state = 'cancelled'")
    an_hour_later(lab)

    left = database.rows("SELECT DISTINCT client_id, site, sentence FROM mod_jetpack_journal WHERE client_id <> 1")
    assert left == [{"client_id": 0, "site": None, "sentence": None}]
    [erased] = database.rows("SELECT * FROM mod_jetpack_services WHERE state = 'cancelled'")
    assert (erased["site"], erased["site_key"], erased["next_url"]) == (None, None, None)
    assert erased["version"] == orphan["version"] + 1
    # The other's plan may be live and billed: whose it was and where must be known.
    assert database.checksum("mod_jetpack_journal", "client_id = 1") == live
    assert database.value("SELECT site FROM mod_jetpack_services WHERE state = 'orphaned'") == SITE


def test_a_merged_client_is_not_a_deleted_one(ended, admin, lab, database):
    settle(lab)
    admin.merge_clients(2, 3)
    an_hour_later(lab)
    assert database.value("SELECT count(*) FROM mod_jetpack_journal WHERE client_id = 0 OR site IS NULL AND event = 'intent'") == 0


def test_blank_or_wrong_everything_is_kept_and_what_is_wrong_is_named_on_the_page(ended, admin, lab, database):
    assert database.value("SELECT value FROM tbladdonmodules WHERE setting = 'keep_days'") == "730"
    settle(lab)
    age(lab)
    before = lines(database, ended)
    for value, named in [("", False), ("two years", True), ("0", True), ("-5", True)]:
        admin.set_keep_days(value)
        an_hour_later(lab)
        assert lines(database, ended) == before, value
        page = admin.addon_page().text(".addon-output")
        assert (f'"{value}" is no number of days' in page) == named, page
    # As after the addon's deactivation.
    lab.sql("DELETE FROM whmcs.tbladdonmodules WHERE setting = 'keep_days'")
    an_hour_later(lab)
    assert lines(database, ended) == before
    admin.set_keep_days("30")
    an_hour_later(lab)
    assert lines(database, ended) == 0


def test_two_crons_at_once_do_no_harm_and_one_of_them_tidies(kept, ended, lab, database):
    settle(lab)
    age(lab)
    fill(lab, ended, 3000)
    before = lines(database, ended)
    lab.sql("UPDATE whmcs.mod_jetpack_schema SET tidied_at = 0")
    crons = [threading.Thread(target=lab.cron) for _ in range(2)]
    for cron in crons:
        cron.start()
    for cron in crons:
        cron.join()
    assert lines(database, ended) == before - 1000
    assert database.ledger(kept)["state"] == "active"


@pytest.mark.parametrize("broken", ["extension", "tables", "form"])
def test_without_what_it_needs_nothing_happens(ended, lab, ini, database, broken):
    settle(lab)
    age(lab)
    before = lines(database, ended)
    if broken == "extension":
        lab.up("")
    elif broken == "tables":
        lab.sql("DROP TABLE whmcs.mod_jetpack_services, whmcs.mod_jetpack_schema")
    else:
        lab.sql("UPDATE whmcs.mod_jetpack_schema SET number = 99, tidied_at = 0")
    try:
        lab.cron()
    finally:
        lab.up(ini)
    if broken != "tables":
        assert lines(database, ended) == before
