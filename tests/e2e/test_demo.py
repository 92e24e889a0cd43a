"""`make demo`, as someone tries it."""

import os
import signal
import subprocess

import pytest
import requests

from host.places import CHECKOUT, free_port

DEMO = CHECKOUT / "tests" / "demo" / "demo"


@pytest.fixture
def settings(tmp_path):
    """A place of its own, whose path holds blanks."""
    clean = {name: value for name, value in os.environ.items() if name != "CI"}
    place = {"LAB_DIR": str(tmp_path / "my demo"), "LAB_PORT": str(free_port()), "SANDBOX_PORT": str(free_port())}
    return clean | place


def test_a_second_demo_leaves_the_first_alone_and_names_it(settings):
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    first = subprocess.Popen([DEMO], env=settings, stdin=subprocess.DEVNULL, **output)
    try:
        said = []
        for line in first.stdout:
            said.append(line)
            if "Ctrl-C ends it" in line:
                break
        assert "FAILED" not in "".join(said) and first.poll() is None, said
        second = subprocess.run([DEMO], env=settings, check=False, **output)

        shop = f"http://127.0.0.1:{settings['LAB_PORT']}/cart.php"
        assert second.returncode != 0
        assert f"process {first.pid}, shop {shop}" in second.stdout and "left alone" in second.stdout
        assert requests.get(shop, timeout=10).status_code == 200
    finally:
        first.send_signal(signal.SIGINT)
        first.communicate()
    assert first.returncode == 0
