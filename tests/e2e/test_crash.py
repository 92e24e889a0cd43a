"""Workers and databases that die in the middle of a call (architecture.md, promises 1, 3 and 4)."""

from pathlib import Path

import pytest

from host.background import Background
from host.places import wait_until

SITE = "https://shop.example.test"
STALL = {"kind": "stall", "ms": 60_000, "commit": True}
KILL_AT = (Path(__file__).parent / "kill_at.php").read_text().removeprefix("<?php")


@pytest.fixture
def service(manual_shop):
    return manual_shop.order(SITE)


@pytest.mark.parametrize("is_done", [True, False])
def test_a_worker_killed_while_the_api_answers_a_provision(lab, service, admin, sandbox, database, is_done):
    sandbox.fault("provision", **STALL | {"commit": is_done})
    killed = Background(lab, service, "Create")
    sandbox.wait_for("provision")
    lab.kill_workers()
    assert killed.wait().status == 502
    assert (database.status(service), database.ledger(service)["state"]) == ("Pending", "requested")

    # At once: a lease whose holder is dead need not run out.
    assert admin.create(service).ok
    assert sandbox.provisions(SITE) == 1
    assert database.status(service) == "Active"
    assert database.ledger(service)["state"] == "pending"
    beginning = "Jetpack is waiting for" if is_done else "URL to Activate Jetpack: "
    assert database.details(service).startswith(beginning)


@pytest.mark.parametrize("is_done", [True, False])
def test_a_worker_killed_while_the_api_answers_a_cancel(lab, service, admin, sandbox, database, is_done):
    admin.create(service)
    sandbox.fault("cancel", **STALL | {"commit": is_done})
    killed = Background(lab, service, "Terminate")
    sandbox.wait_for("cancel")
    lab.kill_workers()
    assert killed.wait().status == 502
    assert database.ledger(service)["state"] == "cancelling"

    assert admin.terminate(service).ok
    assert sandbox.cancels(SITE) == 1
    assert database.status(service) == "Terminated"
    assert database.details(service) == f"Jetpack was cancelled for {SITE}."


def test_a_worker_killed_before_it_had_a_token(lab, service, admin, sandbox):
    sandbox.fault("token", "stall", ms=60_000)
    killed = Background(lab, service, "Create")
    sandbox.wait_for("token")
    lab.kill_workers()
    killed.wait()

    assert admin.create(service).ok
    assert sandbox.provisions(SITE) == 1


def test_the_lease_of_a_living_worker_is_respected(lab, service, admin, sandbox):
    sandbox.fault("provision", "delay", ms=1500)
    first = Background(lab, service, "Create")
    sandbox.wait_for("provision")

    for button in ("Create", "Terminate"):
        assert "Another call for this service is under way" in admin.command(service, button).text
    assert "Module Command Successful" in first.wait().text()
    assert len(sandbox.requests("provision")) == 1


def test_the_lease_of_another_machine_is_respected_until_it_runs_out(lab, service, admin, sandbox):
    admin.create(service)
    lab.sql(
        "UPDATE mod_jetpack_services"
        " SET lease_token = 'x', lease_holder = 'other:1:1', lease_until = unix_timestamp() + 60"
    )
    for button in ("Create", "Terminate"):
        assert "Another call for this service is under way" in admin.command(service, button).text
    lab.sql("UPDATE mod_jetpack_services SET lease_until = unix_timestamp() - 1")

    assert admin.terminate(service).ok
    assert sandbox.live(SITE) == []


@pytest.mark.parametrize("site", ["https://shop{}.example.test", "https://connected{}.example.test"])
def test_a_create_killed_at_any_database_statement_converges(lab, manual_shop, sandbox, database, site):
    for number, service, died in killed_at_each_statement(lab, manual_shop, "ModuleCreate", site):
        address = site.format(number)
        assert manual_shop.admin.create(service).ok, died
        assert sandbox.provisions(address) == 1, died
        assert database.status(service) == "Active", died
        state = "active" if "connected" in site else "pending"
        assert database.ledger(service)["state"] == state, died
        assert sandbox.live(address) == [("personal", state)], died
        assert address in database.details(service) or "URL to Activate Jetpack" in database.details(service), died


def test_a_terminate_killed_at_any_database_statement_converges(lab, manual_shop, sandbox, database):
    site = "https://shop{}.example.test"
    before = manual_shop.admin.create
    for number, service, died in killed_at_each_statement(lab, manual_shop, "ModuleTerminate", site, before):
        assert manual_shop.admin.terminate(service).ok, died
        assert sandbox.cancels(site.format(number)) == 1, died
        assert database.status(service) == "Terminated", died
        assert database.ledger(service)["state"] == "cancelled", died


@pytest.mark.parametrize("command, state", [("ModuleCreate", "pending"), ("ModuleTerminate", "cancelled")])
def test_what_a_process_that_died_had_not_told_is_told_by_the_cron(lab, manual_shop, sandbox, database, command, state):
    """Everything after the ledger's last commit: nobody presses a button."""
    site = "https://shop{}.example.test"
    before = manual_shop.admin.create if command == "ModuleTerminate" else lambda service: None
    for number, service, died in killed_at_each_statement(lab, manual_shop, command, site, before):
        row = database.ledger(service)
        if row is None or row["state"] != state or "killed before statement 0" in died:
            continue
        lab.sql("UPDATE mod_jetpack_services SET next_look_at = next_look_at - 600 WHERE next_look_at IS NOT NULL")
        lab.cron()
        text = database.details(service)
        assert ("URL to Activate Jetpack" in text) if state == "pending" else ("was cancelled" in text), died
        assert state != "pending" or database.status(service) == "Active", died
        assert database.ledger(service)["details_due"] == 0, died


def killed_at_each_statement(lab, shop, command, site, before=lambda service: None):
    """Gives (number, service, description) once for each statement before which its process died."""
    statement, statements = 0, 1
    while statement <= statements:
        service = shop.order(site.format(statement))
        before(service)
        if command == "ModuleCreate" and statement > 0:
            # Each of them keeps its key and its token, as the first one did.
            lab.sql("DELETE FROM mod_jetpack_keys")
        run = lab.php("-r", KILL_AT, "--", command, str(service.id), str(statement), check=False)
        if statement == 0:
            result, statements = run.stdout.split()
            statements = int(statements)
            assert result == "success" and statements > 10
        else:
            assert run.returncode in (-9, 137), (statement, run)
        yield statement, service, f"killed before statement {statement} of {statements}"
        statement += 1


@pytest.mark.escapes
def test_a_database_that_dies_after_the_api_acted(lab, service, admin, sandbox, database):
    sandbox.fault("provision", "delay", ms=700)
    pressed = Background(lab, service, "Create")
    sandbox.wait_for("provision")
    lab.kill_database()
    database.close()
    assert pressed.wait().status == 500
    lab.mend()
    only_the_host_complained(lab)
    assert (database.status(service), database.ledger(service)["state"]) == ("Pending", "requested")

    # The worker lives on, and another cannot know that it has given up: its lease runs out.
    wait_until(lambda: admin.create(service).ok, "a Create that succeeds", seconds=30)
    assert sandbox.provisions(SITE) == 1
    assert database.ledger(service)["state"] == "pending"


@pytest.mark.escapes
def test_a_database_that_is_down_stops_the_page_before_anything_is_sent(lab, service, admin, sandbox, database):
    page = admin.service_page(service)
    lab.kill_database()
    database.close()
    assert page.press("Create", within="#modulecommands").status == 500
    lab.mend()

    assert sandbox.requests() == []
    assert database.ledger(service) is None
    assert admin.create(service).ok


def test_tables_that_cannot_be_written_stop_the_call_before_anything_is_sent(lab, service, admin, sandbox, database):
    lab.sql("RENAME TABLE mod_jetpack_journal TO kept; CREATE VIEW mod_jetpack_journal AS SELECT 1 AS id")
    banner = admin.create(service)

    assert "JETPACK MODULE: The database could not be written, so nothing was sent." in banner.text
    assert sandbox.requests() == []
    lab.sql("DROP VIEW mod_jetpack_journal; RENAME TABLE kept TO mod_jetpack_journal")
    assert admin.create(service).ok


def only_the_host_complained(lab):
    """The host's own logging fails without a database; our statements and files must not show among it."""
    for line in lab.log("escapes.log").splitlines():
        assert "mod_jetpack" not in line and "modules/servers/jetpack" not in line, line
