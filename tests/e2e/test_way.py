"""Which way to Rust is in use, and what is said where there is none."""

import json

import pytest

from host import program

NEITHER = "precision=17"


def web(page):
    return page.text("#jetpack-setup-machine .jetpack-web")


@pytest.fixture
def admin(admin):
    admin.activate()
    admin.configure("sandbox-partner", "sandbox-secret")
    return admin


def test_set_up_says_which_way_is_in_use_for_web_and_cron_and_what_the_other_would_gain(admin, lab):
    lab.cron()
    page = admin.addon_page()
    for line in (web(page), page.text("#jetpack-setup-machine .jetpack-cron")):
        if program.IS_USED:
            assert "the program jetpack-partner" in line and "one round trip to WordPress.com instead of three" in line
        else:
            assert "through the PHP extension" in line and "program" not in line


def test_what_the_installer_needs_to_know_of_the_webs_php_stands_where_the_extension_is_not_loaded(admin, lab, ini):
    lab.up(NEITHER)
    try:
        page = admin.addon_page()
    finally:
        lab.up(ini)
    facts = json.loads(page.soup.select_one("#jetpack-setup-machine pre").text)
    assert (facts["sapi"], facts["zts"], facts["debug"]) == ("fpm-fcgi", False, False)
    assert facts["php"].startswith("8.") and facts["whmcs"] == str(lab.directory / "site")
    assert f"extensions/{facts['api']}/jetpack_bridge.so" in web(page) and len(facts["api"]) == 8
    assert "it is not at" in web(page) and "/usr/local/bin/jetpack-partner" in web(page)
