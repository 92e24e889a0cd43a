"""A database that loses commits, as each node of a Galera cluster may (architecture.md §4)."""

from pathlib import Path

import pytest

SITE = "https://shop.example.test"
LOSING = (Path(__file__).parent / "losing_commits.php").read_text().removeprefix("<?php")


@pytest.mark.parametrize("losses", [1, 2, 4])
def test_a_commit_that_is_lost_is_made_again(lab, manual_shop, sandbox, database, losses):
    service = manual_shop.order(SITE)

    created = lab.php("-r", LOSING, "--", "ModuleCreate", str(service.id), str(losses))

    assert created.stdout.startswith("success"), created
    assert sandbox.provisions(SITE) == 1
    assert database.ledger(service)["state"] == "pending"
    assert database.details(service).startswith("URL to Activate Jetpack: ")


def test_a_database_that_loses_every_commit_stops_the_call_before_anything_is_sent(lab, manual_shop, sandbox):
    service = manual_shop.order(SITE)

    failed = lab.php("-r", LOSING, "--", "ModuleCreate", str(service.id), "1000")

    assert "so nothing was sent" in failed.stdout, failed
    assert sandbox.requests("provision") == []
