"""Three nodes on loopback, with the tables that the module needs of WHMCS."""

import shutil
from pathlib import Path

from e2e.host.places import CHECKOUT

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
        for last in (False, False, True):
            try:
                return node.start([other.address for other in self.nodes if other is not node])
            except RuntimeError:
                if last:
                    raise

    @property
    def living(self):
        """A node to look from."""
        return next(node for node in self.nodes if node.process.poll() is None)
