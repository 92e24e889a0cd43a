"""That time which is made to pass (host/time.py) does what time does."""

from datetime import timedelta

from host.time import days_pass, moments

SITE = "https://shop.example.test"


def read(database):
    """{(table, column, row): (type, value)} of every moment."""
    found = {}
    for table, column, kind in moments(database):
        for row, value in enumerate(database.column(f"SELECT `{column}` FROM `{table}` ORDER BY 1")):
            found[table, column, row] = (kind, value)
    return found


def test_every_moment_is_older_and_nothing_else_has_changed(manual_shop, admin, lab, database):
    assert admin.create(manual_shop.order(SITE)).ok
    columns = {(table, column) for table, column, _ in moments(database)}
    ours = {"pending_until", "lease_until", "doubt_until", "next_look_at"}
    ours |= {"ended_at", "ends_at", "created_at", "updated_at"}
    assert {column for table, column in columns if table == "mod_jetpack_services"} == ours
    assert {("mod_jetpack_schema", "tidied_at"), ("mod_jetpack_journal", "created_at"), ("tblhosting", "nextduedate")} <= columns
    lab.sql("UPDATE whmcs.mod_jetpack_services SET lease_until = 0, doubt_until = NULL")
    before = read(database)
    versions = database.rows("SELECT id, version, attempts, site FROM mod_jetpack_services")
    days_pass(3, lab, database)

    after = read(database)
    assert database.rows("SELECT id, version, attempts, site FROM mod_jetpack_services") == versions
    assert before.keys() == after.keys()
    for moment, (kind, value) in before.items():
        if value in (None, 0) or str(value).startswith("0000"):
            assert after[moment][1] == value, moment
        else:
            gone = 3 * 86400 if kind == "bigint" else timedelta(days=3)
            assert after[moment][1] == value - gone, moment
    assert any(kind == "bigint" and value for kind, value in before.values())


def test_what_is_due_in_days_is_due_after_them(manual_shop, admin, lab, sandbox, database):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    lab.cron()
    sandbox.connect(SITE)
    lab.sql("UPDATE whmcs.mod_jetpack_services SET next_look_at = unix_timestamp() + 2 * 86400")
    days_pass(1, lab, database, sandbox)
    lab.cron()
    assert database.ledger(service)["state"] == "pending"
    days_pass(1, lab, database, sandbox)
    lab.cron()
    assert database.ledger(service)["state"] == "active"


def test_records_are_let_go_after_two_years(manual_shop, admin, lab, sandbox, database):
    service = manual_shop.order("https://connected.example.test")
    assert admin.create(service).ok and admin.terminate(service).ok
    written = database.value("SELECT count(*) FROM mod_jetpack_journal")
    for days, left in [(729, written), (2, 0)]:
        days_pass(days, lab, database, sandbox)
        lab.cron()
        lab.cron()
        assert database.value("SELECT count(*) FROM mod_jetpack_journal") == left
