"""The same world on three nodes of a Galera cluster: the lab's database is copied there, and every call goes to the next node."""

import itertools
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

from host.places import CHECKOUT, wait_until

from .books import Books, Snapshot
from .database_faults import MIDDLE, STANDSTILL, begin, end
from .world import World

sys.path += [str(Path(__file__).parents[2]), str(Path(__file__).parents[2] / "galera")]

from nodes.cluster import Cluster  # noqa: E402


class GaleraWorld(World):
    crons, has_pages = 3, False

    def _start(self, slots):
        self.cluster = None
        super()._start(slots)
        self.cluster = Cluster(CHECKOUT / "target" / "galera")
        self.cluster.start()
        first = self.cluster.nodes[0]
        first.rows("CREATE USER 'whmcs'@'localhost' IDENTIFIED BY 'whmcs'")
        first.rows("GRANT ALL ON whmcs.* TO 'whmcs'@'localhost'")
        # The first node is never struck.
        books = Books(SimpleNamespace(socket=first.socket))
        _copy(self.books, books)
        self.books.close()
        self.books = books
        self.snapshot = Snapshot(self.books)
        self.whole = {"Galera: a node killed": _killed, "Galera: a node frozen": _frozen}

    def node(self, modes, charset, elsewhere=None):
        return AtCluster(super().node(modes, charset, elsewhere), self.cluster) if self.cluster else super().node(modes, charset)

    def stop(self):
        if self.cluster is not None:
            self.cluster.stop()
        super().stop()


class AtCluster:
    """A web node that takes the cluster's nodes in turn."""

    def __init__(self, node, cluster):
        self._node, self._cluster = node, cluster
        self._turn, self._lock = itertools.cycle(range(len(cluster.nodes))), threading.Lock()

    def begin(self, do, at_node=None, **more):
        with self._lock:
            turn = next(self._turn) if at_node is None else at_node
        return self._node.begin(do, socket=str(self._cluster.nodes[turn].socket), **more)

    def do(self, do, **more):
        return self.begin(do, **more).wait()


def _copy(source, to):
    """All tables with their rows."""
    for table in source.tables():
        [form] = source.rows(f"SHOW CREATE TABLE `{table}`")
        to.rows("SET SESSION sql_mode = ''")
        to.rows(f"DROP TABLE IF EXISTS `{table}`")
        to.rows(form["Create Table"])
        to.insert_all(table, source.rows(f"SELECT * FROM `{table}`"))


def _killed(batch):
    cluster, hit = batch.world.cluster, batch.world.cluster.nodes[2]
    calls = begin(batch, at_node=2)
    time.sleep(batch.trials[0].run.where * MIDDLE * 1.5)
    hit.kill()
    end(batch, calls)
    cluster.rejoin(hit)


def _frozen(batch):
    hit = batch.world.cluster.nodes[2]
    calls = begin(batch, at_node=2)
    time.sleep(batch.trials[0].run.where * MIDDLE * 1.5)
    hit.freeze()
    time.sleep(STANDSTILL)
    hit.thaw()
    end(batch, calls, STANDSTILL)
    wait_until(hit.is_ready, f"{hit.name} being one of the cluster again", 60)


# These strike a whole node, with all that is under way there.
WHOLE_NODE = ("Galera: a node killed", "Galera: a node frozen")
