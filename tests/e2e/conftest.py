"""One lab and one sandbox for the session, fresh for each test."""

import fcntl
import pathlib
import tempfile

import pytest

from host import program
from host.admin import Admin
from host.database import Database
from host.lab import Lab, ini_lines
from host.places import CHECKOUT, free_port
from host.sandbox import Sandbox
from host.shop import Shop

# It brings the extension with it, whichever way the others go.
collect_ignore = ["test_real_whmcs.py"] if program.IS_USED else []

# Seconds for one module call. Short, because many tests wait it out; everything else answers in milliseconds.
DEADLINE = 3


def pytest_configure(config):
    config.addinivalue_line("markers", "escapes: the test breaks the host itself, so the host's own faults may show")


@pytest.fixture(scope="session")
def session_sandbox():
    sandbox = Sandbox()
    yield sandbox
    sandbox.stop()


@pytest.fixture(scope="session")
def ini(session_sandbox):
    """The worst case for secrets: traces of exceptions hold the arguments of functions."""
    return ini_lines(session_sandbox.url, DEADLINE) + "zend.exception_ignore_args=Off\n"


@pytest.fixture(scope="session")
def session_lab(ini):
    """Kept in one place, so that the database need not be made each time; hence one session of each way at a time. A path may hold blanks."""
    lab = Lab(CHECKOUT / "target" / ("lab e2e program" if program.IS_USED else "lab e2e"), free_port())
    lab.directory.mkdir(parents=True, exist_ok=True)
    with open(lab.directory / "session.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pytest.exit(f"another test session uses {lab.directory}", returncode=1)
        lab.up(ini)
        yield lab
        lab.down()


@pytest.fixture(scope="module")
def standing_shop(session_lab, session_sandbox):
    """One shop for all tests of a file that give each case a site of its own; staff press Create."""
    session_sandbox.reset()
    session_lab.reset()
    session_lab.kill_workers()
    return Shop(session_lab, autosetup="")


@pytest.fixture(scope="module")
def at_checkout(session_lab, session_sandbox):
    """The same, where a paid order sets itself up."""
    session_sandbox.reset()
    session_lab.reset()
    session_lab.kill_workers()
    yield Shop(session_lab)
    assert session_lab.log("escapes.log") == ""


@pytest.fixture
def sandbox(session_sandbox):
    session_sandbox.reset()
    return session_sandbox


@pytest.fixture
def lab(session_lab, request):
    session_lab.reset()
    # Workers keep tokens and connections: a test must not begin with those of another.
    session_lab.kill_workers()
    yield session_lab
    if request.node.get_closest_marker("escapes") is None:
        assert session_lab.log("escapes.log") == ""


@pytest.fixture
def database(lab):
    database = Database(lab)
    yield database
    database.close()


@pytest.fixture
def admin(lab):
    return Admin(lab)


@pytest.fixture
def shop(lab, sandbox):
    """A shop that sets up at checkout."""
    return Shop(lab)


@pytest.fixture
def manual_shop(lab, sandbox):
    """A shop that sets up nothing by itself: staff press Create."""
    return Shop(lab, autosetup="")


@pytest.fixture
def entered():
    """A folder that others than its owner can enter, as pytest's own is not: root asks PHPs as nobody."""
    with tempfile.TemporaryDirectory(prefix="jetpack-e2e-") as folder:
        path = pathlib.Path(folder)
        path.chmod(0o755)
        yield path
