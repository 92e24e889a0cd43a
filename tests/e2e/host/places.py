"""Where things are, and how to wait for them."""

import os
import socket
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
# The files under test: those that `make build` leaves, or others that tests/package/whole names.
BUILT = Path(os.environ.get("JETPACK_BUILT") or CHECKOUT / "target" / "release").resolve()
EXTENSION = BUILT / "libjetpack_bridge.so"
SANDBOX = BUILT / "jetpack-sandbox"
LAB = CHECKOUT / "tests" / "lab" / "lab"
# What tests/lab/fetch has brought.
FETCHED = CHECKOUT / "target" / "npm" / "node_modules"
# Outside the source tree; `make pictures` takes those of README and guides from there.
SCREENSHOTS = CHECKOUT / "target" / "screenshots"


def free_port():
    """A port nobody listens on now; another program may take it before we do, which then fails loudly."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_taken(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until(condition, what, seconds=20):
    """Looks again and again until `condition` gives something true, and gives that."""
    end = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not happen within {seconds} seconds")
        time.sleep(0.01)
