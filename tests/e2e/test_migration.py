"""A database of release 0.1.0 with live rows comes through with nothing lost (architecture.md §4)."""

from pathlib import Path

import pytest

from host.admin import Admin
from host.together import together

FIXTURE = Path(__file__).parent / "fixtures" / "release-0.1.0.sql"
SITES = ["https://connected.example.test", "https://shop.example.test", "https://other.example.test"]
TABLES = ["mod_jetpack_services", "mod_jetpack_sites", "mod_jetpack_keys", "mod_jetpack_journal", "mod_jetpack_schema", "mod_jetpack_bulk",
          "mod_jetpack_bulk_rows", "mod_jetpack_moving", "mod_jetpack_billed", "mod_jetpack_new_keys",
          "mod_jetpack_revoked"]


@pytest.fixture
def old(lab, manual_shop, sandbox):
    """Three services, of which the first two were provisioned, and the tables of 0.1.0."""
    services = [manual_shop.order(site) for site in SITES]
    assert [service.id for service in services] == [1, 2, 3]
    assert all(manual_shop.admin.create(service).ok for service in services[:2])
    for statement in FIXTURE.read_text().split(";\n"):
        if statement.strip():
            lab.sql(f"USE whmcs; {statement}")
    return services


def forms(database):
    """What each table is like, but for the order of its keys and the server's own words."""
    columns = {table: database.rows(f"SHOW COLUMNS FROM {table}") for table in TABLES}
    keys = {
        table: sorted(
            (key["Key_name"], key["Seq_in_index"], key["Column_name"], key["Non_unique"])
            for key in database.rows(f"SHOW KEYS FROM {table}")
        )
        for table in TABLES
    }
    return columns, keys


def test_the_first_call_brings_the_tables_over_and_finds_what_was_provisioned(old, admin, sandbox, database):
    assert admin.create(old[0]).ok

    assert sandbox.provisions(SITES[0]) == 1
    assert admin.terminate(old[1]).ok and sandbox.live(SITES[1]) == []
    # The interrupted one is looked at, and made up for.
    assert admin.create(old[2]).ok and sandbox.provisions(SITES[2]) == 1
    assert database.value("SELECT number FROM mod_jetpack_schema") == 8
    assert "live_site" not in database.columns("mod_jetpack_services")


def test_nothing_is_lost_and_what_is_open_is_due(old, admin, database):
    kept = "id, service_type, service_id, client_id, state, state_before, site, plan, partner_id, next_url, pending_until"
    before = database.rows(f"SELECT {kept} FROM mod_jetpack_services ORDER BY id")
    # What is written again gets its canonical spelling.
    before[8]["site"] = before[7]["site"]
    before[10]["partner_id"] = ""
    journal = database.rows("SELECT * FROM mod_jetpack_journal ORDER BY id")

    admin.addon_page(None)

    # WHMCS has no services 104 and above: those with an open plan are orphans now, with all that was known.
    after = database.rows(f"SELECT {kept} FROM mod_jetpack_services ORDER BY id")
    moved = {"service_type", "service_id", "state", "state_before"}
    assert [{k: v for k, v in row.items() if k not in moved} for row in after] == [
        {k: v for k, v in row.items() if k not in moved} for row in before
    ]
    assert [row["state"] for row in after[:3]] == ["active", "pending", "requested"]
    assert database.rows("SELECT * FROM mod_jetpack_journal ORDER BY id")[: len(journal)] == journal
    due = database.column("SELECT id FROM mod_jetpack_services WHERE next_look_at IS NOT NULL ORDER BY id")
    assert {2, 3, 4, 5} <= set(due)
    wanted = dict(database.rows("SELECT id, wanted FROM mod_jetpack_services WHERE id <= 3")[i].values() for i in range(3))
    assert wanted == {1: "live", 2: "live", 3: "live"}


def test_the_tables_are_like_new_ones(old, admin, lab, database):
    admin.addon_page(None)
    brought = forms(database)
    lab.sql(f"USE whmcs; DROP TABLE {', '.join(TABLES)}")
    admin.addon_page(None)
    assert forms(database) == brought


def test_two_spellings_of_one_site_and_an_address_that_is_refused_now_are_reported(old, admin, database):
    admin.addon_page(None)

    told = " ".join(database.activity())
    assert "service #108 of client #1" in told and "service #109 of client #2" in told
    assert "service #110 of client #2, https://ten.example.test/a%3A%3Ab, is refused" in told
    keys = database.column("SELECT site_key FROM mod_jetpack_services WHERE id IN (8, 9)")
    assert keys[0] == keys[1]


def test_the_key_is_kept_and_ends_plans_after_the_addon_was_deactivated(old, admin, sandbox, database):
    admin.addon_page(None)
    assert database.column("SELECT partner_id FROM mod_jetpack_keys") == ["sandbox-partner"]
    admin.deactivate()

    assert admin.terminate(old[0]).ok
    assert sandbox.live(SITES[0]) == []


def test_a_thousand_and_more_rows_are_brought_over_in_bites(old, admin, lab, database):
    lab.sql(
        "INSERT INTO whmcs.mod_jetpack_services (service_type, service_id, client_id, state, site, plan, created_at, updated_at)"
        " SELECT 'service', 1000 + seq, 3, 'cancelled', CONCAT('https://n', seq, '.example.test'), 'personal', NOW(), NOW()"
        " FROM seq_1_to_2500"
    )
    assert admin.create(old[0]).ok
    assert database.value("SELECT count(*) FROM mod_jetpack_services WHERE site IS NOT NULL AND site_key IS NULL") == 0


def test_half_done_steps_are_gone_on_with(old, admin, lab, database):
    lab.sql("USE whmcs; ALTER TABLE mod_jetpack_services ADD COLUMN site_key varchar(64) null")
    assert admin.create(old[0]).ok
    lab.sql("UPDATE whmcs.mod_jetpack_schema SET number = 2")
    assert admin.create(old[0]).ok
    assert database.value("SELECT number FROM mod_jetpack_schema") == 8


def test_calls_that_meet_the_older_tables_at_once_all_succeed(old, admin, lab, database):
    assert admin.create(old[0]).ok
    lab.sql(
        "USE whmcs; INSERT INTO mod_jetpack_services (service_type, service_id, client_id, created_at, updated_at)"
        " SELECT 'service', 100000 + seq, 1, now(), now() FROM seq_1_to_30000;"
        " ALTER TABLE mod_jetpack_services DROP KEY mod_jetpack_partner, DROP KEY mod_jetpack_standing, DROP KEY mod_jetpack_missing;"
        " ALTER TABLE mod_jetpack_billed DROP COLUMN host, DROP COLUMN services, ADD COLUMN service_id int;"
        " UPDATE mod_jetpack_schema SET number = 7"
    )
    staff = [Admin(lab) for _ in range(4)]
    answers = together(*[lambda one=one: one.look(old[0]) for one in staff])
    assert [answer.text for answer in answers if "tables" in answer.text] == []
    assert database.value("SELECT number FROM mod_jetpack_schema") == 8
    assert "service_id" not in database.columns("mod_jetpack_billed")


def test_tables_of_a_newer_release_are_left_alone(old, admin, lab, sandbox):
    assert admin.create(old[0]).ok
    lab.sql("UPDATE whmcs.mod_jetpack_schema SET number = 99")
    before = len(sandbox.requests())

    answer = admin.terminate(old[0])

    assert "newer version" in answer.text and "Nothing was sent" in answer.text
    assert len(sandbox.requests()) == before


def test_without_the_right_to_alter_tables_a_call_says_so_and_sends_nothing(old, admin, lab, sandbox):
    lab.sql("REVOKE ALTER ON whmcs.* FROM 'whmcs'@'localhost'")
    before = len(sandbox.requests())

    answer = admin.create(old[0])

    assert "Grant it CREATE, ALTER and INDEX" in answer.text
    assert len(sandbox.requests()) == before


def test_pages_that_meet_the_old_tables_work(old, admin, manual_shop, database):
    assert manual_shop.shopper().product_page(old[0]).status == 200
    page = admin.service_page(old[0])
    assert "Active and billed" in page.text("main") and "failed unexpectedly" not in page.text("main")
    assert database.value("SELECT number FROM mod_jetpack_schema") == 8
    assert "Jetpack is active" in manual_shop.shopper().product_page(old[0]).text("main")
