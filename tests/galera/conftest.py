"""One cluster and one sandbox for the session, and a PHP process at each node."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from e2e.host.places import CHECKOUT  # noqa: E402
from e2e.host.sandbox import Sandbox  # noqa: E402

from nodes.cluster import Cluster  # noqa: E402
from nodes.worker import Worker  # noqa: E402


@pytest.fixture(scope="session")
def rounds():
    """How many rounds of contention; `make galera N=…` wants more."""
    return int(os.environ.get("GALERA_ROUNDS", "700"))


@pytest.fixture(scope="session")
def sandbox():
    sandbox = Sandbox()
    yield sandbox
    sandbox.stop()


@pytest.fixture(scope="session")
def cluster():
    cluster = Cluster(CHECKOUT / "target" / "galera")
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()


@pytest.fixture
def workers(cluster, sandbox):
    workers = [Worker(node, sandbox.url) for node in cluster.nodes]
    yield workers
    for worker in workers:
        worker.stop()
