"""Every fault of the API in every phase of Create and Terminate (architecture.md, promises 3 and 5)."""

import itertools
import time

import pytest
from conftest import DEADLINE
from faults import cases

from host.admin import banner
from host.database import Database

numbers = itertools.count(1)
every_fault = pytest.mark.parametrize("fault", [pytest.param(fault, id=name) for name, fault in cases()])


class Case:
    """One service on a site of its own, in the shop of all cases."""

    def __init__(self, shop, sandbox, database):
        self.admin, self.sandbox, self.database = shop.admin, sandbox, database
        self.site = f"https://shop{next(numbers)}.example.test"
        self.service = shop.order(self.site)

    def press(self, button):
        """Presses a module command; the answer is a banner in time, whatever happened."""
        page = self.admin.service_page(self.service)
        started = time.monotonic()
        answered = page.press(button, within="#modulecommands")
        took = time.monotonic() - started
        answer = banner(answered)

        assert answered.status == 200, answered.text("body")
        assert answer.ok or "JETPACK MODULE: " in answer.text, answer
        assert took < DEADLINE + 2
        self._settled()
        return answer

    def _settled(self):
        row = self.database.ledger(self.service)
        # Empty: nothing has been done for the service yet.
        assert row["state"] in ("", "none", "active", "pending", "refused", "unknown", "cancelled")
        assert (row["lease_token"], row["lease_until"], row["state_before"]) == ("", 0, "")

    def converges_to_one_plan(self):
        self.sandbox.clear_faults()
        assert self.press("Create").ok
        assert self.sandbox.live(self.site) == [("personal", "pending")]
        assert self.sandbox.provisions(self.site) == 1
        assert self.database.ledger(self.service)["state"] == "pending"
        assert self.database.details(self.service).startswith(("URL to Activate Jetpack: ", "Jetpack is waiting for "))

    def converges_to_no_plan(self):
        self.sandbox.clear_faults()
        assert self.press("Terminate").ok
        assert self.sandbox.live(self.site) == []
        assert self.sandbox.cancels(self.site) <= 1
        assert self.database.status(self.service) == "Terminated"


@pytest.fixture(scope="module")
def module_database(session_lab):
    database = Database(session_lab)
    yield database
    database.close()


@pytest.fixture
def case(standing_shop, session_lab, session_sandbox, module_database):
    yield Case(standing_shop, session_sandbox, module_database)
    session_sandbox.clear_faults()
    assert session_lab.log("escapes.log") == ""


@every_fault
def test_create_without_a_token(case, fault):
    case.sandbox.revoke_tokens()
    case.sandbox.fault("token", **fault)
    answer = case.press("Create")

    assert answer.ok or case.sandbox.provisions(case.site) == 0
    case.converges_to_one_plan()


@every_fault
def test_create_without_an_answer_to_the_provision(case, fault):
    case.sandbox.fault("provision", **fault)
    case.press("Create")
    case.converges_to_one_plan()


@every_fault
def test_create_without_an_answer_to_anything(case, fault):
    case.sandbox.fault("any", **fault)
    case.press("Create")
    case.converges_to_one_plan()


@every_fault
def test_create_again_without_an_answer_to_the_status(case, fault):
    case.press("Create")
    case.sandbox.fault("status", **fault)
    case.press("Create")
    case.converges_to_one_plan()


@every_fault
def test_terminate_without_a_token(case, fault):
    case.press("Create")
    case.sandbox.revoke_tokens()
    case.sandbox.fault("token", **fault)
    case.press("Terminate")
    case.converges_to_no_plan()


@every_fault
def test_terminate_without_an_answer_to_the_cancel(case, fault):
    case.press("Create")
    case.sandbox.fault("cancel", **fault)
    case.press("Terminate")
    case.converges_to_no_plan()


@every_fault
def test_terminate_without_an_answer_to_anything(case, fault):
    case.press("Create")
    case.sandbox.fault("any", **fault)
    answer = case.press("Terminate")

    assert not answer.ok or case.sandbox.live(case.site) == []
    case.converges_to_no_plan()


def test_a_429_says_how_long_to_wait(case):
    case.sandbox.fault("provision", "status", status=429, headers={"Retry-After": "7"})

    assert "Try again in 7 seconds." in case.press("Create").text
