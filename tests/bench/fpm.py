"""One php-fpm worker on the near side of the link, with the extension."""

import os
import re
import signal
import subprocess
import time

from single import EXTENSION
from world import HERE


def ask(socket, script, **environment):
    """Runs a script of `clients` in one request of a php-fpm; gives the milliseconds that it prints."""
    request = {"SCRIPT_FILENAME": str(HERE / "clients" / script), "REQUEST_METHOD": "GET", "QUERY_STRING": ""}
    run = subprocess.run(
        ["cgi-fcgi", "-bind", "-connect", str(socket)], env=request | environment, capture_output=True, text=True
    )
    times = re.findall(r"^\d+\.\d+$", run.stdout, re.MULTILINE)
    if not times:
        raise SystemExit(f"{script}: {run.stdout}{run.stderr}")
    return [float(time) for time in times]


def _program():
    """Of the version that runs on the command line as well."""
    php = ["php", "-n", "-r", "echo PHP_MAJOR_VERSION, '.', PHP_MINOR_VERSION;"]
    return "/usr/sbin/php-fpm" + subprocess.run(php, capture_output=True, text=True, check=True).stdout


class Fpm:
    """Asked through FastCGI, as a web server would."""

    def __init__(self, world, extension=True):
        self.world = world
        name = "fpm" if extension else "fpm-plain"
        self.socket = world.directory / f"{name}.sock"
        config = world.directory / f"{name}.conf"
        user = ["user = nobody", "group = nogroup", "listen.owner = nobody"] if os.geteuid() == 0 else []
        ours = [
            f"php_admin_value[jetpack_bridge.api_url] = {world.api}",
            f"php_admin_value[jetpack_bridge.ca_file] = {world.ca}",
        ]
        config.write_text(
            "\n".join(
                ["[global]", "error_log = /dev/null", "daemonize = no", "[bench]", *user, f"listen = {self.socket}"]
                + ["pm = static", "pm.max_children = 1", "clear_env = no", *(ours if extension else [])]
            )
        )
        options = ["-n", "-d", "extension=curl", *(["-d", EXTENSION] if extension else [])]
        self.process = subprocess.Popen(
            world.command(_program(), *options, "-y", config, *(["-R"] if not user else [])),
            env=world.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        while not self.socket.exists():
            if self.process.poll() is not None:
                raise SystemExit("php-fpm did not start")
            time.sleep(0.01)

    def __call__(self, client):
        """Milliseconds of one call inside one request."""
        return ask(self.socket, "once.php", QUERY_STRING=f"client={client}")[0]

    def worker(self):
        """The one worker's process id."""
        master = self.process.pid
        children = open(f"/proc/{master}/task/{master}/children").read().split()
        return int(children[0])

    def stop(self):
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(timeout=10)
