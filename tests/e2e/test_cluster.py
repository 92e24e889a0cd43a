"""A database that loses transactions, as each node of a Galera cluster may (architecture.md §4)."""

from pathlib import Path

import pytest

SITE = "https://shop.example.test"
LOSING = (Path(__file__).parent / "losing_commits.php").read_text().removeprefix("<?php")


def press(lab, service, losses, how):
    return lab.php("-r", LOSING, "--", "ModuleCreate", str(service.id), str(losses), how)


@pytest.mark.parametrize("how", ["commit", "rollback", "vanish"])
@pytest.mark.parametrize("losses", [1, 2, 4])
def test_a_transaction_that_is_lost_is_made_again(lab, manual_shop, sandbox, database, losses, how):
    service = manual_shop.order(SITE)

    created = press(lab, service, losses, how)

    assert created.stdout.startswith("success"), created
    # What the process does next must not be a savepoint of a transaction that does not exist.
    assert created.stdout.endswith("level 0"), created
    assert sandbox.provisions(SITE) == 1
    assert database.ledger(service)["state"] == "pending"
    assert database.details(service).startswith("URL to Activate Jetpack: ")


@pytest.mark.parametrize("how", ["commit", "rollback", "vanish"])
def test_a_database_that_loses_every_transaction_stops_the_call_before_anything_is_sent(lab, manual_shop, sandbox, how):
    service = manual_shop.order(SITE)

    failed = press(lab, service, 1000, how)

    assert "so nothing was sent" in failed.stdout and failed.stdout.endswith("level 0"), failed
    assert sandbox.requests("provision") == []


def test_a_lease_that_another_call_took_meanwhile_is_not_stolen(lab, manual_shop, admin, sandbox, database):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok and admin.terminate(service).ok

    failed = press(lab, service, 1, "steal")

    assert "Another call for this service is under way" in failed.stdout, failed
    assert database.ledger(service)["lease_token"] == "thief"
    assert sandbox.provisions(SITE) == 1
