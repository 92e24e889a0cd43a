"""What every measurement runs in: the sandbox behind a link with a round-trip time."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
RELEASE = ROOT / "target" / "release"
NEAR, FAR = "10.99.0.1", "10.99.0.2"
PORT = 18443


def can_make_namespaces():
    """Root, TUN and iproute2: then the link is a real one."""
    probe = f"jetpack-probe-{os.getpid()}"
    if os.geteuid() != 0 or not os.path.exists("/dev/net/tun") or not shutil.which("ip"):
        return False
    made = subprocess.run(["ip", "netns", "add", probe], capture_output=True).returncode == 0
    if made:
        subprocess.run(["ip", "netns", "delete", probe], check=True)
    return made


class World:
    """The sandbox at `api`, `round_trip` milliseconds away from programs that `command` starts."""

    def __init__(self, round_trip):
        self.round_trip = round_trip
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="jetpack-bench-"))
        self.directory.chmod(0o755)
        self.ca = self.directory / "ca.pem"
        self.namespaces = [f"jetpack-{side}-{os.getpid()}" for side in ("near", "far")]
        self.real_link = round_trip > 0 and can_make_namespaces()
        self._open = contextlib.ExitStack()

    def __enter__(self):
        try:
            self._open.callback(shutil.rmtree, self.directory)
            if self.round_trip == 0:
                self._loopback()
            elif self.real_link:
                self._link()
            else:
                self._proxy()
        except BaseException:
            self._open.close()
            raise
        return self

    def __exit__(self, *_):
        self._open.close()

    @property
    def link(self):
        if self.round_trip == 0:
            return "loopback"
        return "TUN relay between network namespaces" if self.real_link else "TCP delay proxy"

    def command(self, *arguments):
        """A command line that runs on the near side of the link."""
        prefix = ["ip", "netns", "exec", self.namespaces[0]] if self.real_link else []
        return [*prefix, *map(str, arguments)]

    def environment(self):
        return {**os.environ, "BENCH_API": self.api, "BENCH_CA": str(self.ca)}

    def start(self, *command, ready=None, **options):
        """Starts a program, waits for its first line, and ends it with the world."""
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **options)
        self._open.callback(_end, process)
        line = process.stdout.readline()
        if ready and ready not in line:
            raise SystemExit(f"{command[0]} did not start: {line!r}")
        return process, line

    def _sandbox(self, prefix, address):
        self.start(
            *prefix, RELEASE / "jetpack-sandbox", "--listen", address, "--listen-beyond-loopback",
            "--tls-ca", self.ca, ready="listening",
        )

    def _link(self):
        for namespace in self.namespaces:
            subprocess.run(["ip", "netns", "add", namespace], check=True)
            self._open.callback(subprocess.run, ["ip", "netns", "delete", namespace])
        near, far = self.namespaces
        self.start(
            "/usr/bin/python3", str(HERE / "relay.py"), str(self.round_trip), near, NEAR, far, FAR, ready="ready"
        )
        self._sandbox(["ip", "netns", "exec", far], f"{FAR}:{PORT}")
        self.api = f"https://{FAR}:{PORT}"

    def _loopback(self):
        self._sandbox([], f"127.0.0.1:{PORT}")
        self.api = f"https://127.0.0.1:{PORT}"

    def _proxy(self):
        self._sandbox([], f"127.0.0.1:{PORT + 1}")
        self.start(
            "/usr/bin/python3", str(HERE / "proxy.py"), str(self.round_trip), str(PORT), str(PORT + 1), ready="ready"
        )
        self.api = f"https://127.0.0.1:{PORT}"


def _end(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + 5
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    if process.poll() is None:
        process.kill()
    process.wait()
