"""From an unpacked package to a validated key: the installer beside a WHMCS and a php-fpm that run."""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from host import program
from host.admin import Admin
from host.places import BUILT, CHECKOUT, EXTENSION, wait_until
from host.sandbox import CLIENT_ID, CLIENT_SECRET
from host.shop import Shop

SITE = "https://shop.example.test"
PARTS = ("modules/servers/jetpack", "modules/addons/jetpack")


def php(code):
    return subprocess.run(["/usr/bin/php", "-r", code], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def version():
    return php("echo PHP_MAJOR_VERSION, '.', PHP_MINOR_VERSION;")


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """As it is unpacked."""
    folder = tmp_path_factory.mktemp("package")
    shutil.copytree(CHECKOUT / "whmcs-module" / "modules", folder / "modules")
    api = php("ob_start(); phpinfo(INFO_GENERAL); preg_match('/PHP Extension => (\\d+)/', ob_get_clean(), $found); echo $found[1];")
    (folder / "extensions" / api).mkdir(parents=True)
    shutil.copy(EXTENSION, folder / "extensions" / api / "jetpack_bridge.so")
    shutil.copy(BUILT / "jetpack-partner", folder)
    sums = "find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum > SHA256SUMS"
    subprocess.run(["sh", "-c", sums], cwd=folder, check=True)
    return folder


@pytest.fixture
def machine(lab, ini, version, entered):
    """The lab's PHPs where Debian has them, with a folder for extensions that a test may write to, and without the module."""
    extensions = entered / "usr" / "lib" / "php"
    extensions.mkdir(parents=True)
    for file in Path(php("echo ini_get('extension_dir');")).glob("*.so"):
        (extensions / file.name).symlink_to(file)
    lab.up(f"extension_dir={extensions}\n")
    for part in PARTS:
        shutil.rmtree(lab.directory / "site" / part)

    folder = entered / "etc" / "php" / version / "fpm"
    folder.mkdir(parents=True)
    (folder / "conf.d").symlink_to(lab.directory / "php.d")
    for place, name in (("bin", f"php{version}"), ("sbin", f"php-fpm{version}")):
        script(entered / "usr" / place / name, f"PHP_INI_SCAN_DIR='{folder}/conf.d' exec /usr/{place}/{name} \"$@\"")
    script(entered / "tools" / "systemctl", f"kill -USR2 {lab.fpm()}")
    yield entered
    lab.up(ini)


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def run(package, machine, *arguments):
    """The package's own program, on this machine."""
    path = f"{machine / 'tools'}:/usr/bin:/bin"
    return subprocess.run(
        [package / "jetpack-partner", *arguments, "--root", machine], env={"PATH": path}, capture_output=True, text=True
    )


def workers(lab):
    """While php-fpm starts anew there is no file that says which it is."""
    try:
        return lab.workers()
    except FileNotFoundError:
        return []


def test_one_command_and_two_clicks_lead_to_a_validated_key_and_a_plan(lab, sandbox, package, machine, database):
    site, old = lab.directory / "site", lab.workers()
    secret = machine / "secret"
    secret.write_text(f"{CLIENT_SECRET}\n")
    started = time.monotonic()
    done = run(
        package, machine, "install", "--whmcs", site, "--yes", "--restart", "--way", "program" if program.IS_USED else "auto",
        "--api-url", sandbox.url, "--partner-id", CLIENT_ID, "--partner-secret-file", secret,
    )
    seconds = time.monotonic() - started
    assert done.returncode == 0, done.stdout + done.stderr
    assert "credentials: the key is valid" in done.stdout
    assert seconds < 60
    print(f"\nfrom the package to a validated key: {seconds:.1f} s")
    if not program.IS_USED:
        wait_until(lambda: workers(lab) and not set(workers(lab)) & set(old), "php-fpm starting anew")

    # Activates the addon and enters the key.
    shop, admin = Shop(lab, autosetup=""), Admin(lab)
    assert admin.validate().ok
    service = shop.order(SITE)
    assert admin.create(service).ok and sandbox.provisions(SITE) == 1

    gone = run(package, machine, "uninstall", "--yes")
    assert gone.returncode == 0, gone.stdout + gone.stderr
    assert not any((site / part).exists() for part in PARTS)
    assert not list((lab.directory / "php.d").glob("*jetpack*")) and not (lab.directory / "jetpack-bridge").exists()
    assert database.ledger(service)["state"] == "pending"


def test_the_line_that_the_addons_page_prints_is_taken_as_it_is(lab, ini, package, version, entered, admin):
    lab.up("precision=17")
    # As the web's php-fpm was started: only who reads the same folders is the same.
    name = f"php-fpm{version}"
    script(entered / "usr" / "sbin" / name, f"PHP_INI_SCAN_DIR='{lab.directory / 'php.d'}' exec /usr/sbin/{name} \"$@\"")
    try:
        admin.activate()
        admin.configure(CLIENT_ID, CLIENT_SECRET)
        line = admin.addon_page().soup.select_one("#jetpack-setup-machine pre").text
        site = lab.directory / "site"
        done = run(package, entered, "install", "--whmcs", site, "--dry-run", "--json", "--web", line)
    finally:
        lab.up(ini)
    assert done.returncode == 0, done.stderr
    webs = [one for one in json.loads(done.stdout)["php"] if one["sapi"] == "fpm-fcgi"]
    assert [(one["way"], os.path.basename(one["binary"] or "")) for one in webs] == [("extension", name)]
