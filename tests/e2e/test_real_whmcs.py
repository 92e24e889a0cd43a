"""`make test-whmcs` finds out what a WHMCS does: here the lab does what its switches say, and the answers must be those."""

import os
import re
import signal

import pytest

from host.admin import must
from host.places import wait_until
from host.real import People, Real

# Switch => its values, as far as a process without pages shows them.
ASKED = {
    "entity_encoding": ["on", "off"],
    "addon_settings_encrypted": ["off", "on"],
    "sql_mode": ["nonstrict", "strict"],
    "create_row_for_empty_custom_field": ["on", "off"],
    "auto_created_field_adminonly": ["off", "on"],
    "addproduct_returns_pid": ["on", "off"],
    "queue_manual_failures": ["off", "on"],
    "undocumented_keys": ["on", "off"],
    "addproduct_without_pricing": ["unpriced", "zero"],
    "properties_find_piped_names": ["on", "off"],
    "model_is_cached": ["off", "on"],
    "connection_charset": ["utf8mb4", "utf8"],
    "emulated_prepares": ["off", "on"],
    "change_password_hook_tells": ["newpassword", "newspassword"],
    "addon_told_by": ["both", "model", "addonId"],
    "addon_packageid": ["parent", "addon"],
    "client_delete_runs_service_hooks": ["off", "on"],
    "order_delete_runs_service_hooks": ["off", "on"],
}
# And what people see.
SHOWN = {
    "addon_post_token_checked_by_core": ["off", "on"],
    "optional_params_passed": ["off", "on"],
    "client_area_when_inactive": ["on", "off"],
    "sign_on_when_inactive": ["on", "off"],
    "product_addon_save_detects_hooks": ["off", "on"],
    "addons_of_deleted_service": ["hooks", "silent", "kept"],
    "merge_runs_client_delete_hooks": ["off", "on"],
    "move_runs_service_edit": ["on", "off"],
    "addon_list_runs_upgrade": ["on", "off"],
    "cancellation_sets": ["Cancelled", "Terminated"],
}
# What the lab does at points for which it has no switch.
FIXED = {
    "password_option_is_stored": "in clear",
    "product_has_address": "yes",
    "hooks_run_by_priority": "ascending",
    "failed_create_leaves": "Pending",
    "missing_function_says": "error",
    "password_is_stored_by_then": "yes",
    "module_log_masks": "literal texts",
    "custom_field_value_is_unique": "no",
    "client_delete_hook_still_runs": "yes",
    "addon_text_settings_encrypted": "off",
}
# WHMCS's logs say that it happened; the lab's notifications are a log, too.
LOGS = ["tblactivitylog", "tblmodulelog", "lab_notifications"]


@pytest.fixture
def real(lab, tmp_path):
    return Real(lab, tmp_path)


def content(database):
    """Every row of every table but the logs."""
    tables = [table for table in database.tables() if table not in LOGS]
    return {table: database.rows(f"SELECT * FROM `{table}`") for table in tables}


def difference(before, after):
    return [table for table in before.keys() | after.keys() if before.get(table) != after.get(table)]


def chosen(switches, number):
    """The value of each switch in so many-th place, or its last."""
    return {name: values[min(number, len(values) - 1)] for name, values in switches.items()}


def test_every_switch_of_the_lab_is_asked_for(lab):
    assert sorted(lab.switches()) == sorted([*ASKED, *SHOWN])


@pytest.mark.parametrize("number", range(3))
def test_what_is_answered_is_what_the_lab_was_set_to(lab, sandbox, database, admin, real, number):
    expected = chosen(ASKED, number)
    for name, value in expected.items():
        lab.switch(name, value)
    must(admin.activate())
    must(admin.configure("sandbox-partner", "sandbox-secret"))
    before = content(database)

    ran = real.run()

    assert (ran.failed(), ran.code) == ([], 0), ran.err
    found = ran.values()
    fixed = FIXED | {"array_is_read_as": "text"}
    assert {name: found.get(name) for name in expected | fixed} == expected | fixed
    assert {"Create succeeds", "Terminate succeeds", "a wrong key is a sentence for staff"} <= ran.checked()
    assert difference(before, content(database)) == []
    # Its sandbox is another than the one that this lab asks.
    assert sandbox.total() == 0


@pytest.mark.parametrize("number", range(3))
def test_what_pages_show_is_what_the_lab_was_set_to(lab, database, admin, real, number):
    expected = chosen(SHOWN, number)
    for name, value in expected.items():
        lab.switch(name, value)
    before = content(database)

    ran = real.pages(People(lab, database))

    assert (ran.failed(), ran.code) == ([], 0), ran.err
    assert {name: ran.values().get(name) for name in expected} == expected
    assert difference(before, content(database)) == []
    assert not list(real.root.glob("modules/*/contracttest"))


def test_what_nobody_pressed_is_not_answered(lab, database, real):
    """An Enter too much must not pass for a page that told nothing."""

    class Idle:
        steps = People.steps

        def do(self, step):
            pass

    ran = real.pages(Idle())
    assert (ran.values(), ran.failed(), ran.code) == ({}, [], 0), ran.err


def test_a_whmcs_with_clients_is_left_alone_unless_their_number_is_said(lab, database, real):
    before = content(database)
    for known in (None, 1, ""):
        ran = real.run(known=known)
        assert ran.code == 2 and "I_KNOW=3" in ran.err, ran
    assert difference(before, content(database)) == []
    assert not list(real.root.glob("modules/*/contracttest"))


def test_ctrl_c_leaves_nothing(lab, database, admin, real):
    must(admin.activate())
    before = content(database)
    process = real.begin()
    wait_until(lambda: database.rows("SELECT id FROM tblclients WHERE email LIKE 'contract-test-%%'"), "the run's client")
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert difference(before, content(database)) == []
    assert not list(real.root.glob("modules/*/contracttest"))


def test_what_a_killed_run_has_left_is_removed_by_the_next_and_nothing_else(lab, database, admin, real):
    must(admin.activate())
    # Of somebody who calls his things alike.
    database.rows("UPDATE tblclients SET email = 'contract-test-mine@example.com' WHERE id = 2")
    admin.create_group("Contract test of mine")
    before = content(database)
    process = real.begin()
    wait_until(lambda: database.rows("SELECT id FROM tblclients WHERE email LIKE 'contract-test-____________@%%'"), "the run's client")
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    assert difference(before, content(database)) != []

    again = real.run()
    assert again.code == 2 and re.search("run clean", again.err), again
    cleaned = real.run("clean")
    assert cleaned.code == 0, cleaned
    assert difference(before, content(database)) == []
    assert not list(real.root.glob("modules/*/contracttest"))


def test_a_broken_contract_fails_and_the_rest_is_asked_all_the_same(lab, database, real):
    """Without the addon's files, and with a product table that lacks what the module reads."""
    (real.root / "modules" / "addons" / "jetpack" / "jetpack.php").unlink()
    # The comment lets the next reset make the tables anew.
    lab.sql("ALTER TABLE whmcs.tblproducts DROP COLUMN welcomeemail; ALTER DATABASE whmcs COMMENT ''")
    ran = real.run()
    assert ran.code == 1, ran
    failed = {check["name"] for check in ran.failed()}
    assert {"tblproducts has the columns that are read", "the module's files are there"} <= failed
    assert ran.values()["sql_mode"] == "nonstrict"
