"""PHP that is not set up as it should be: sentences, never a fatal error."""

import time

import pytest

from host.lab import ini_lines
from host.places import free_port
from host.program import named

SITE = "https://shop.example.test"
# Any setting: the lab only needs to see a change.
WITHOUT_EXTENSION = "precision=17"


@pytest.fixture
def php_with(lab, ini):
    """Restarts php-fpm with other settings, for this test only."""
    yield lab.up
    lab.up(ini)


@pytest.fixture
def service(manual_shop):
    return manual_shop.order(SITE)


def test_without_the_extension_create_and_terminate_say_how_to_load_it(php_with, admin, service, sandbox, database):
    php_with(WITHOUT_EXTENSION)
    for button in ("Create", "Terminate"):
        banner = admin.command(service, button)
        assert banner.kind == "error"
        assert "JETPACK MODULE: The PHP extension jetpack_bridge is not loaded in PHP 8" in banner.text
        assert "fpm-fcgi" in banner.text and "extension=jetpack_bridge" in banner.text
    assert (database.status(service), sandbox.requests()) == ("Pending", [])


def test_without_the_extension_a_checkout_goes_through_and_the_failure_is_queued(php_with, shop, database):
    php_with(WITHOUT_EXTENSION)
    service = shop.order(SITE)

    assert database.status(service) == "Pending"
    assert "jetpack_bridge is not loaded" in database.value("SELECT last_attempt_error FROM tblmodulequeue")


def test_without_the_extension_the_addons_page_says_so_and_offers_nothing_to_press(php_with, manual_shop, admin):
    php_with(WITHOUT_EXTENSION)
    page = admin.addon_page()

    assert page.status == 200
    assert "jetpack_bridge is not loaded" in page.text("#jetpack-setup-machine .jetpack-web")
    assert not page.has_button("Validate Credentials") and not page.has_button("Create Products")


def test_without_the_extension_the_addon_can_be_activated(php_with, admin, database):
    php_with(WITHOUT_EXTENSION)

    assert admin.activate().ok
    assert database.has_table("mod_jetpack_services")


@pytest.mark.parametrize(
    "setting, value",
    [("api_url", "http://example.com"), ("api_url", "nonsense"), ("ca_file", "/nowhere.pem"), ("deadline", "soon")],
)
def test_a_wrong_setting_is_named_and_nothing_is_sent(php_with, ini, admin, service, sandbox, setting, value):
    php_with(f"{ini}jetpack_bridge.{setting}={value}\n")
    for button in ("Create", "Terminate"):
        assert f"JETPACK MODULE: {named(setting)} = " in admin.command(service, button).text
    assert sandbox.requests() == []


def test_an_api_that_cannot_be_reached(php_with, ini, admin, service, sandbox, database):
    nowhere = ini_lines(f"http://127.0.0.1:{free_port()}", deadline=3)
    php_with(nowhere)
    started = time.monotonic()
    assert "JETPACK MODULE: Nothing was provisioned" in admin.create(service).text
    assert time.monotonic() - started < 5
    assert (database.ledger(service)["state"], database.ledger(service)["lease_until"]) == ("", 0)

    php_with(ini)
    assert admin.create(service).ok
    php_with(nowhere)
    assert "JETPACK MODULE: The plan of" in admin.terminate(service).text
    assert database.ledger(service)["state"] == "pending"

    php_with(ini)
    assert admin.terminate(service).ok
    assert sandbox.cancels(SITE) == 1


def test_the_files_without_the_server_module_say_so(lab, admin):
    """A host who copied one of the two folders."""
    folder = lab.directory / "site" / "modules" / "servers" / "jetpack"
    folder.rename(folder.with_name("jetpack-not-copied"))

    banner = admin.activate()
    assert "The folder modules/servers/jetpack is missing" in banner.text
