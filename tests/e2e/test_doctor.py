"""`jetpack-partner doctor --whmcs`: what WHMCS itself knows, asked by the command line's PHP."""

import json
import os
import shutil
import subprocess

import pytest

from host.places import BUILT


@pytest.fixture
def php(lab, entered):
    """The lab's PHP as one program."""
    program = entered / "php"
    program.write_text(f"#!/bin/sh\nLAB_DIR='{lab.directory}' exec '{lab.command[0]}' php \"$@\"\n")
    program.chmod(0o755)
    return program


@pytest.fixture
def doctor(lab, sandbox, php):
    configuration = lab.directory / "site" / "configuration.php"
    if os.geteuid() == 0:
        # Root does not run WHMCS: as whom its PHP writes there, he asks it.
        shutil.chown(configuration, "nobody")

    def ask():
        command = [BUILT / "jetpack-partner", "doctor", "--json", "--whmcs", lab.directory / "site", "--php", php]
        done = subprocess.run(
            command, env={"PATH": "/usr/bin:/bin", "JETPACK_PARTNER_API_URL": sandbox.url}, capture_output=True, text=True
        )
        assert done.stderr == ""
        return {check["name"]: (check["state"], check["text"]) for check in json.loads(done.stdout)["checks"]}

    return ask


def test_the_doctor_tells_tables_cron_and_the_databases_clock(doctor, lab, admin):
    fresh = doctor()
    assert fresh["tables"] == ("warning", "not there yet")
    assert fresh["cron"] == ("warning", "the module has not seen it yet")

    admin.activate()
    lab.cron()
    used = doctor()
    assert used["tables"][0] == "good" and used["tables"][1].startswith("of form ")
    assert used["cron"][0] == "good" and "s ago, with PHP" in used["cron"][1]
    # The lab's own choice, which no host should make.
    assert used["database"] == ("warning", "innodb_flush_log_at_trx_commit is 2")

    lab.sql("UPDATE mod_jetpack_schema SET number = number - 1")
    lab.sql("UPDATE mod_jetpack_seen SET seen_at = seen_at - 7200 WHERE name = 'cron'")
    older = doctor()
    assert older["tables"][0] == "warning"
    assert older["cron"][0] == "bad"
    lab.sql("UPDATE mod_jetpack_schema SET number = 99")
    assert doctor()["tables"][0] == "bad"


@pytest.mark.escapes
def test_a_whmcs_that_cannot_be_asked_is_said(doctor, lab):
    configuration = lab.directory / "site" / "configuration.php"
    whole = configuration.read_text()
    configuration.write_text("<?php $db_socket = '/nowhere'; $db_username = 'x';\n")
    try:
        state, text = doctor()["WHMCS's database"]
    finally:
        # What empties the lab for the next test reads it, too.
        configuration.write_text(whole)
    assert state == "warning"
    assert "could not be asked" in text
