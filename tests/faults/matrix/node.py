"""A web node: a PHP process with WHMCS loaded, which forks for each call (php/node.php)."""

import json
import os
import shutil
import signal
import subprocess
import threading
from pathlib import Path

from host import program
from host.places import LAB

# Seconds for one module call: short, because every stall waits it out.
DEADLINE = 3

PROGRAMS = Path(__file__).parents[1] / "php"


class Call:
    """A call under way: its process, what it returned, and how it ended."""

    def __init__(self):
        self.pid, self.answer, self.ended, self.parts = None, {}, None, []
        self.started, self.over = threading.Event(), threading.Event()

    def wait(self, seconds=60):
        if not self.over.wait(seconds):
            raise TimeoutError(f"the call of process {self.pid} has not ended within {seconds} seconds")
        return self

    @property
    def was_killed(self):
        return self.ended == -signal.SIGKILL

    @property
    def result(self):
        return self.answer.get("result")


class Node:
    def __init__(self, lab, modes, charset, **ini):
        self.common = {"modes": modes, "charset": charset}
        self._calls, self._lock, self._last = {}, threading.Lock(), 0
        flags = [flag for name, value in ini.items() for flag in ("-d", f"jetpack_bridge.{name}={value}")]
        site = {}
        if program.IS_USED:
            flags, site = [], {"NODE_SITE": str(_site_of_its_own(lab, ini))}
        self._errors = open(lab.directory / "log" / "nodes.log", "a")
        self.process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", LAB, "php", *flags, lab.directory / "nodes" / "node.php"],
            env=lab.environment() | site, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, text=True,
        )
        first = self.process.stdout.readline()
        if "ready" not in first:
            raise RuntimeError(f"a node did not start: {first}; see {self._errors.name}")
        threading.Thread(target=self._listen, daemon=True).start()

    def begin(self, do, **more):
        call = Call()
        with self._lock:
            self._last += 1
            self._calls[self._last] = call
            line = json.dumps({"call": self._last, "do": do} | self.common | more)
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
        return call

    def do(self, do, **more):
        return self.begin(do, **more).wait()

    def stop(self):
        self.process.stdin.close()
        self.process.wait()
        self._errors.close()

    def _listen(self):
        for line in self.process.stdout:
            said = json.loads(line)
            call = self._calls[said.pop("call")]
            if "pid" in said:
                call.pid = said["pid"]
                call.started.set()
            elif "part" in said:
                call.parts += said["part"]
            elif "ended" in said:
                call.ended = said["ended"]
                call.over.set()
            else:
                call.answer = said


def _site_of_its_own(lab, ini):
    """A program finds its settings beside it, and lies beside WHMCS's folder."""
    folder = lab.directory / "nodes" / "-".join(["site", *(str(value) for value in ini.values())]).replace("/", "")
    if not folder.exists():
        shutil.copytree(lab.directory / "site", folder / "site")
        program.install(folder, program.settings(lab.directory) | ini)
        folder.chmod(0o755)
    return folder / "site"


def kill(call):
    call.started.wait()
    try:
        os.kill(call.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def install(lab):
    """The workers' user may be unable to read the checkout."""
    folder = lab.directory / "nodes"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(PROGRAMS, folder)
    folder.chmod(0o755)
