"""Apache with PHP in its own processes, over a lab's site: Debian's libapache2-mod-php, which has to be prefork."""

import contextlib
import copy
import os
import signal
import subprocess
from pathlib import Path

from .places import LAB, free_port, is_taken, wait_until

MODULES = Path("/usr/lib/apache2/modules")
FORM = LAB.parent / "shell" / "apache.conf"


@contextlib.contextmanager
def apache(lab):
    """The lab as it is reached through Apache."""
    run = lab.directory / "apache"
    run.mkdir(exist_ok=True)
    port = free_port()
    [php] = MODULES.glob("libphp*.so")
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
    values = {
        "RUN": run, "LOG": lab.directory / "log", "SITE": lab.directory / "site", "PORT": port, "USER": user, "MODULES": MODULES,
        "PHP": php.stem.removeprefix("libphp"),
    }
    text = FORM.read_text()
    for name, value in values.items():
        text = text.replace(f"@{name}@", str(value))
    (run / "apache.conf").write_text(text)
    # It reads ini files of a folder of its own, as the lab's php-fpm.
    environment = os.environ | {"PHP_INI_SCAN_DIR": f":{lab.directory}/php.d"}
    command = ["setpriv", "--pdeathsig", "TERM", "/usr/sbin/apache2", "-D", "FOREGROUND", "-f", run / "apache.conf"]
    # At its end it ends its whole group, which must not be ours.
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_until(lambda: is_taken(port) or process.poll() is not None, "Apache listening")
        assert process.poll() is None, lab.log("apache.log")
        through = copy.copy(lab)
        through.port, through.url = port, f"http://127.0.0.1:{port}"
        yield through
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
