"""Everything may be repeated, one after the other and at once (architecture.md, promise 3)."""

import pytest

from host.admin import Admin
from host.together import together

SITE = "https://shop.example.test"
CONNECTED = "https://connected.example.test"


@pytest.fixture
def service(manual_shop):
    return manual_shop.order(SITE)


@pytest.fixture
def two_admins(lab):
    return Admin(lab), Admin(lab)


@pytest.mark.parametrize("site", [SITE, CONNECTED, "https://unresolved.example.test"])
def test_create_twice_provisions_once(manual_shop, admin, sandbox, database, site):
    service = manual_shop.order(site)
    assert admin.create(service).ok
    before = database.details(service), database.ledger(service)["pending_until"]
    assert admin.create(service).ok

    assert (database.details(service), database.ledger(service)["pending_until"]) == before
    assert sandbox.provisions(site) == 1


def test_terminate_twice_cancels_once(service, admin, sandbox, database):
    admin.create(service)
    assert admin.terminate(service).ok
    assert admin.terminate(service).ok

    assert sandbox.cancels(SITE) == 1
    assert database.status(service) == "Terminated"
    assert database.details(service) == f"Jetpack was cancelled for {SITE}."


def test_terminating_what_the_api_no_longer_has_is_a_success(service, admin, sandbox, database):
    admin.create(service)
    sandbox.reset()

    assert admin.terminate(service).ok
    assert database.status(service) == "Terminated"
    assert database.ledger(service)["state"] == "cancelled"


def test_create_after_terminate_provisions_anew(service, admin, sandbox, database):
    for _ in range(2):
        assert admin.create(service).ok
        assert database.ledger(service)["state"] == "pending"
        assert admin.terminate(service).ok
        assert database.ledger(service)["state"] == "cancelled"
    assert (sandbox.provisions(SITE), sandbox.cancels(SITE)) == (2, 2)


def test_a_plan_that_lapsed_is_provisioned_anew(service, admin, sandbox, database):
    admin.create(service)
    sandbox.advance(days=15)

    assert admin.create(service).ok
    assert sandbox.live(SITE) == [("personal", "pending")]
    assert database.status(service) == "Active"


def test_two_creates_at_once_provision_once(service, two_admins, sandbox, database):
    sandbox.fault("provision", "delay", ms=500)
    answers = together(*(lambda admin=admin: admin.create(service) for admin in two_admins))

    assert sorted(answer.ok for answer in answers) == [False, True]
    refused = next(answer for answer in answers if not answer.ok)
    assert "JETPACK MODULE: Another call for this service is under way" in refused.text
    assert len(sandbox.requests("provision")) == 1
    assert database.ledger(service)["state"] == "pending"


def test_many_creates_at_once_converge(lab, service, sandbox, database):
    admins = [Admin(lab) for _ in range(4)]
    answers = together(*(lambda admin=admin: admin.create(service) for admin in admins))

    assert any(answer.ok for answer in answers)
    assert all(answer.ok or "is under way" in answer.text for answer in answers), answers
    assert sandbox.provisions(SITE) == 1
    assert database.ledger(service)["lease_until"] == 0


def test_two_terminates_at_once_cancel_once(service, two_admins, sandbox, database):
    two_admins[0].create(service)
    sandbox.fault("cancel", "delay", ms=500)
    answers = together(*(lambda admin=admin: admin.terminate(service) for admin in two_admins))

    assert sorted(answer.ok for answer in answers) == [False, True]
    assert len(sandbox.requests("cancel")) == 1
    assert database.ledger(service)["state"] == "cancelled"


def test_create_and_terminate_at_once_leave_what_the_ledger_says(service, two_admins, sandbox, database):
    one, other = two_admins
    one.create(service)
    together(lambda: one.create(service), lambda: other.terminate(service))

    state = database.ledger(service)["state"]
    assert (state, len(sandbox.live(SITE))) in [("pending", 1), ("cancelled", 0)]
    assert one.terminate(service).ok
    assert sandbox.live(SITE) == []


def test_two_clients_who_order_one_site_at_once_get_one_plan(manual_shop, two_admins, sandbox):
    first, second = manual_shop.order(SITE, "alice"), manual_shop.order(SITE, "bob")
    one, other = two_admins
    answers = together(lambda: one.create(first), lambda: other.create(second))

    assert sorted(answer.ok for answer in answers) == [False, True]
    assert sandbox.provisions(SITE) == 1
