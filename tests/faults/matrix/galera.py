"""The same world on three nodes of a Galera cluster: the lab's database is copied there, and every call goes to the next node."""

import itertools
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pymysql
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
        books = ClusterBooks(SimpleNamespace(socket=first.socket))
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


class ClusterBooks(Books):
    """Asks again where the cluster has not settled yet."""

    # Lost against another node; no part of the cluster that may write.
    AGAIN = (1213, 1047, 1180)

    def rows(self, statement, *values):
        for _ in range(100):
            try:
                return super().rows(statement, *values)
            except pymysql.MySQLError as error:
                if error.args[0] not in self.AGAIN:
                    raise
            time.sleep(0.2)
        return super().rows(statement, *values)


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
    _settled(cluster)


def _frozen(batch):
    hit = batch.world.cluster.nodes[2]
    calls = begin(batch, at_node=2)
    time.sleep(batch.trials[0].run.where * MIDDLE * 1.5)
    hit.freeze()
    time.sleep(STANDSTILL)
    hit.thaw()
    end(batch, calls, STANDSTILL)
    _settled(batch.world.cluster)


def _settled(cluster):
    """Before that, the host's own statements fail as well, and the recovery is not its subject."""
    for node in cluster.nodes:
        wait_until(lambda node=node: node.is_ready() and _size(node) == len(cluster.nodes), f"{node.name} being one of all", 60)


def _size(node):
    return int(node.value("SHOW STATUS LIKE 'wsrep_cluster_size'", column=1))


# These strike a whole node, with all that is under way there.
WHOLE_NODE = ("Galera: a node killed", "Galera: a node frozen")
