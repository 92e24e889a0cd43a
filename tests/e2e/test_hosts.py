"""The PHPs that hosts really have: opcache with JIT, processes on demand, Apache's own, and what php.ini forbids."""

import os
import signal

import pytest

from host import program
from host.admin import Admin
from host.apache import apache
from host.places import wait_until
from host.shop import Shop

SITE = "https://shop.example.test"

# What guides for hardening PHP take away; proc_open is what the program needs.
HARDENED = "ini_get,ini_set,getenv,putenv,exec,passthru,shell_exec,system,popen,show_source,posix_kill,posix_getpwuid,posix_geteuid,phpinfo,dl"


@pytest.fixture
def lab_with(session_lab, lab, ini):
    """The lab with more lines of php.ini or other settings, for this test only."""

    def up(more="", **settings):
        lab.up(ini + more, **settings)
        return lab

    yield up
    lab.up(ini, LAB_PM="static")


def said(lab):
    """What the addon's page says of the web server's PHP."""
    admin = Admin(lab)
    admin.activate()
    admin.configure("sandbox-partner", "sandbox-secret")
    found = admin.addon_page().text("#jetpack-setup-machine .jetpack-web")
    admin.deactivate()
    return found


def replaced(lab, old):
    """Whether php-fpm has other workers; while it starts anew there is none, and no file that says which it is."""
    try:
        now = lab.workers()
    except FileNotFoundError:
        return False
    return bool(now) and not set(now) & set(old)


def sells(lab, sandbox, database, admin=None):
    """One service is created and terminated as staff do it, and the cron runs between."""
    service = Shop(lab, autosetup="").order(SITE)
    admin = admin or Admin(lab)
    assert admin.create(service).ok
    assert sandbox.provisions(SITE) == 1 and database.ledger(service)["state"] == "pending"
    lab.cron()
    assert admin.terminate(service).ok
    assert sandbox.cancels(SITE) == 1 and database.ledger(service)["state"] == "cancelled"


@pytest.mark.parametrize("jit", ["tracing", "function"])
def test_beside_opcache_with_jit(lab_with, sandbox, database, jit):
    lab = lab_with(f"opcache.enable=1\nopcache.enable_cli=1\nopcache.jit={jit}\nopcache.jit_buffer_size=32M\nopcache.jit_hot_func=2\n")
    sells(lab, sandbox, database)


def test_with_processes_that_come_and_go(lab_with, sandbox, database):
    lab = lab_with(LAB_PM="ondemand")
    sells(lab, sandbox, database)


def test_php_fpm_is_reloaded_between_calls(lab, sandbox, database):
    service = Shop(lab, autosetup="").order(SITE)
    admin = Admin(lab)
    assert admin.create(service).ok
    old = lab.workers()
    os.kill(lab.fpm(), signal.SIGUSR2)

    wait_until(lambda: replaced(lab, old), "php-fpm starting anew")
    assert admin.terminate(service).ok
    assert sandbox.cancels(SITE) == 1


def test_with_what_hardened_hosts_disable(lab_with, sandbox, database):
    lab = lab_with(f"disable_functions={HARDENED}\n")
    sells(lab, sandbox, database)
    assert Admin(lab).addon_page().status == 200


def test_without_proc_open_the_extension_works_and_the_program_says_why_it_does_not(lab_with, sandbox, database):
    lab = lab_with("disable_functions=proc_open\n")
    if program.IS_USED:
        assert "what disable_functions in php.ini takes away: proc_open." in said(lab)
    else:
        sells(lab, sandbox, database)


def test_under_open_basedir(lab_with, sandbox, database):
    folders = [lab_with().directory / name for name in ("site", "tmp", "sessions", "templates_c", "log", "switches")]
    libraries = "/usr/share/php"
    closed = lab_with(f"open_basedir={':'.join(map(str, [*folders, libraries]))}\n")
    if program.IS_USED:
        assert f"does not let it look at {closed.directory}/jetpack-bridge/jetpack-partner. Add" in said(closed)
        folders.append(closed.directory / "jetpack-bridge")
        closed = lab_with(f"open_basedir={':'.join(map(str, [*folders, libraries]))}\n")
    sells(closed, sandbox, database)


def test_in_apaches_own_processes(lab, sandbox, database):
    with apache(lab) as through:
        admin = Admin(through)
        sells(through, sandbox, database, admin)
        admin.configure("sandbox-partner", "sandbox-secret")
        assert "apache2handler" in admin.addon_page().text("#jetpack-setup-machine .jetpack-web")
