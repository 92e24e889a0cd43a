"""The button Validate Credentials."""

import pytest

from host.lab import ini_lines
from host.places import free_port


@pytest.fixture
def admin(admin):
    admin.activate()
    admin.configure("sandbox-partner", "sandbox-secret")
    return admin


def test_good_credentials_are_verified(admin, sandbox):
    banner = admin.validate()

    assert banner.ok, banner
    assert "The partner id and secret are valid" in banner.text
    assert [request["operation"] for request in sandbox.requests()] == ["token", "verify"]


def test_a_wrong_secret_is_refused_with_the_place_to_correct_it(admin, sandbox):
    admin.configure("sandbox-partner", "wrong")
    banner = admin.validate()

    assert banner.kind == "error"
    assert "WordPress.com refused the partner id or secret" in banner.text
    assert "Setup > Addon Modules > Jetpack > Configure" in banner.text


def test_credentials_that_are_not_filled_in_are_asked_for_and_nothing_is_sent(admin, sandbox):
    for partner in [("", ""), ("sandbox-partner", ""), ("", "sandbox-secret")]:
        admin.configure(*partner)
        banner = admin.validate()
        assert banner.kind == "error"
        assert "partner id and secret" in banner.text
    assert sandbox.requests() == []


def test_a_disabled_key_is_not_called_good(admin, sandbox):
    sandbox.disable_key("sandbox-partner")
    banner = admin.validate()

    assert banner.kind == "error"
    assert "partner_key_disabled" in banner.text


@pytest.mark.parametrize("kind", [{"kind": "empty", "status": 404}, {"kind": "status", "status": 404}])
def test_an_api_without_the_check_still_counts_the_token(admin, sandbox, kind):
    sandbox.fault("verify", **kind)
    banner = admin.validate()

    assert banner.ok, banner
    assert "WordPress.com gave a token" in banner.text


def test_an_api_that_is_down_is_no_verdict_on_the_credentials(admin, lab, ini):
    lab.up(ini_lines(f"http://127.0.0.1:{free_port()}", 3))
    try:
        banner = admin.validate()
    finally:
        lab.up(ini)

    assert banner.kind == "error"
    assert "The credentials could not be checked" in banner.text
    assert "could not be reached" in banner.text


def test_opening_the_page_asks_nothing(admin, sandbox):
    assert admin.addon_page().status == 200
    assert admin.open("addonmodules.php?module=jetpack&jetpack_action=validate").status == 200
    assert sandbox.requests() == []
