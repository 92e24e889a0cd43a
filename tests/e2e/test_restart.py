"""php-fpm is told to restart or to end while a call is in flight (php-extension.md §2b)."""

import os
import signal

import pytest

from host.background import Background

SITE = "https://shop.example.test"


@pytest.fixture
def mended(lab):
    yield lab
    lab.mend()


@pytest.mark.parametrize("order", [signal.SIGQUIT, signal.SIGUSR2])
def test_a_call_in_flight_is_finished(mended, manual_shop, sandbox, database, order):
    service = manual_shop.order(SITE)
    sandbox.fault("provision", "delay", ms=1_000)
    in_flight = Background(mended, service, "Create")
    sandbox.wait_for("provision")

    os.kill(mended.fpm(), order)

    answer = in_flight.wait()
    assert answer.status == 200, answer.html[:300]
    assert "Module Command Successful" in answer.html
    assert database.status(service) == "Active"
    assert database.details(service).startswith("URL to Activate Jetpack: ")
