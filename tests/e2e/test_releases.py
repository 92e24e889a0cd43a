"""Parts of different releases side by side, as while a host updates them one after the other."""

import re

import pytest

from host import program
from host.places import CHECKOUT

SITE = "https://shop.example.test"

NEWER = "9.9.9"
VERSION = re.search(r'^version = "(.+)"$', (CHECKOUT / "Cargo.toml").read_text(), re.M)[1]


@pytest.fixture
def service(manual_shop):
    manual_shop.admin.configure("sandbox-partner", "sandbox-secret")
    return manual_shop.order(SITE)


def become(lab, file):
    """A part's files of another release: the number alone tells."""
    path = lab.directory / "site" / "modules" / file
    text = path.read_text()
    assert text.count(f"VERSION = '{VERSION}'") == 1
    path.write_text(text.replace(f"VERSION = '{VERSION}'", f"VERSION = '{NEWER}'"))
    # opcache looks at the time alone, in whole seconds.
    lab.kill_workers()


def test_newer_module_files_beside_an_older_extension_or_program_do_nothing_and_say_why(lab, service, admin, sandbox, database):
    become(lab, "servers/jetpack/lib/Bridge.php")
    become(lab, "addons/jetpack/lib/Settings.php")
    part = f"{'jetpack-partner' if program.IS_USED else 'jetpack_bridge'} is version {VERSION}"
    for button in ("Create", "Terminate"):
        said = admin.command(service, button).text
        assert part in said and NEWER in said and "same package" in said
    page = admin.addon_page().text(".addon-output")
    assert part in page and NEWER in page
    assert (sandbox.requests(), database.status(service)) == ([], "Pending")


@pytest.mark.parametrize("newer", ["servers/jetpack/lib/Bridge.php", "addons/jetpack/lib/Settings.php"])
def test_two_folders_of_different_releases_are_told_on_the_page_and_at_the_activation(lab, manual_shop, admin, newer):
    admin.configure("sandbox-partner", "sandbox-secret")
    become(lab, newer)
    page = admin.addon_page()
    said = page.text("#jetpack-setup-machine .jetpack-web")
    assert "modules/servers/jetpack is of version" in said and NEWER in said and VERSION in said and "same package" in said
    assert not page.has_button("Validate Credentials")
    admin.deactivate()
    assert "same package" in admin.activate().text


def test_a_newer_addon_folder_keeps_no_plan_from_being_created(lab, service, admin, sandbox):
    become(lab, "addons/jetpack/lib/Settings.php")
    assert admin.create(service).ok
    assert sandbox.provisions(SITE) == 1
