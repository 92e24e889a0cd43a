"""Three nodes on loopback, with the tables that the module needs of WHMCS."""

import shutil
from pathlib import Path

from e2e.host.places import CHECKOUT, wait_until

from .node import Node
from .sst import scripts

SCHEMA = CHECKOUT / "tests" / "lab" / "sql" / "schema"


class Cluster:
    def __init__(self, directory: Path, size=3):
        path = scripts(directory / "mariadb-server")
        self.directory = directory / "nodes"
        shutil.rmtree(self.directory, ignore_errors=True)
        self.nodes = [Node(self.directory, f"n{number}", path) for number in range(1, size + 1)]

    def start(self):
        first, *others = self.nodes
        first.make()
        first.start([], is_first=True)
        first.rows("CREATE DATABASE whmcs CHARACTER SET utf8mb4")
        for file in sorted(SCHEMA.glob("*.sql")):
            for statement in file.read_text().split(";\n"):
                if any(line and not line.startswith("--") for line in statement.splitlines()):
                    first.rows(statement, database="whmcs")
        first.rows("INSERT INTO tblproductgroups (name) VALUES ('Plans')", database="whmcs")
        for node in others:
            node.start([first.address])

    def stop(self):
        for node in self.nodes:
            if node.process is not None and node.process.poll() is None:
                node.thaw()
                node.kill()

    def rejoin(self, node):
        """Starts a node that was killed, from the others; as a service manager does, again if they were not agreed on it."""
        others = [other for other in self.nodes if other is not node]
        for last in (False, False, True):
            self._agree(others)
            try:
                return node.start([other.address for other in others])
            except RuntimeError:
                if last:
                    raise

    def _agree(self, others):
        """Until they have given up the one that was killed. Where too many have died at once for a majority, one of the others is
        told to go on without them, as an administrator does."""
        try:
            wait_until(lambda: all(other.agrees_with(len(others)) for other in others), "the others' agreement", 20)
        except TimeoutError:
            others[0].rows("SET GLOBAL wsrep_provider_options = 'pc.bootstrap=true'")
            wait_until(lambda: all(other.agrees_with(len(others)) for other in others), "the others' agreement", 20)

    @property
    def living(self):
        """A node to look from."""
        return next(node for node in self.nodes if node.process.poll() is None)
