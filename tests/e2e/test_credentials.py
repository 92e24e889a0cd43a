"""The button Validate Credentials."""

import pytest

from host.lab import ini_lines
from host.program import named
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
    assert "System Settings > Addon Modules > Jetpack" in banner.text


def test_credentials_that_are_not_filled_in_are_asked_for_and_nothing_is_sent(admin, sandbox):
    for partner, words in [
        (("", ""), "There is no partner id and secret"),
        (("sandbox-partner", ""), "The partner secret is missing in System Settings"),
        (("", "sandbox-secret"), "The partner id is missing in System Settings"),
    ]:
        admin.configure(*partner)
        opened = admin.addon_page().text(".addon-output")
        assert words in opened and "JETPACK MODULE" not in opened
        if partner[0] == "":
            assert not admin.addon_page().has_button("Validate Credentials")
        else:
            banner = admin.validate()
            assert banner.kind == "error" and words in banner.text
    assert sandbox.requests() == []


def test_a_blank_around_the_secret_is_named(admin):
    admin.configure("sandbox-partner", "sandbox-secret ")
    assert "begins or ends with a blank" in admin.validate().text


def test_a_wrong_ini_value_and_a_wrong_further_plan_show_when_the_page_opens(admin, lab, sandbox, ini):
    lab.up(ini_lines(sandbox.url, "soon"))
    try:
        opened = admin.addon_page().text(".addon-output")
    finally:
        lab.up(ini)
    assert named("deadline") in opened and "JETPACK MODULE" not in opened
    admin.set_further_plans("own_bundle, two words")
    assert '"two words" cannot be a plan' in admin.addon_page().text(".addon-output")


def test_a_disabled_key_is_not_called_good(admin, sandbox):
    sandbox.disable_key("sandbox-partner")
    banner = admin.validate()

    assert banner.kind == "error"
    assert "has switched this partner key off" in banner.text
    assert "Correct" not in banner.text and "partner_key_disabled" not in banner.text


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
