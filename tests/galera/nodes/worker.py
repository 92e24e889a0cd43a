"""A long-lived PHP process at one node, as a cron run is: module calls, one after the other."""

import json
import subprocess
from pathlib import Path

from e2e.host.places import EXTENSION
from e2e.host.sandbox import CLIENT_ID, CLIENT_SECRET

PROGRAM = Path(__file__).parents[1] / "worker.php"


class Worker:
    def __init__(self, node, api, deadline=4, skew=0):
        options = [f"extension={EXTENSION}", f"jetpack_bridge.api_url={api}", f"jetpack_bridge.deadline={deadline}"]
        flags = [flag for option in options for flag in ("-d", option)]
        self.process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", "php", *flags, PROGRAM, str(node.socket), str(skew)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        self.node = node

    def begin(self, function, *arguments):
        self.process.stdin.write(json.dumps([function, *arguments]) + "\n")
        self.process.stdin.flush()

    def result(self):
        """What it returned; what it threw or printed besides is an error of ours."""
        line = self.process.stdout.readline()
        answer = json.loads(line)
        if set(answer) != {"result"}:
            raise AssertionError(f"{self.node.name}: {line}")
        return answer["result"]

    def press(self, function, *arguments):
        self.begin(function, *arguments)
        return self.result()

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


def service(number, site):
    """The `$params` of a service."""
    return {
        "serviceid": number, "userid": 1, "pid": 1,
        "configoption1": CLIENT_ID, "configoption2": CLIENT_SECRET, "configoption3": "personal",
        "customfields": {"Site URL": site, "Local User": "admin"},
    }


def at_once(calls):
    """Begins all calls, each a worker, a function and its arguments, and gives their results."""
    for worker, function, *arguments in calls:
        worker.begin(function, *arguments)
    return [worker.result() for worker, *_ in calls]
