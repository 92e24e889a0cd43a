"""The database server itself fails while a few calls are under way."""

import os
import signal
import time

from .strike import Striker

# Seconds that a call is in the middle at least, and that the server stands still.
MIDDLE, STANDSTILL = 0.3, 2


def begin(batch, **more):
    """All at once, and slowed down, so that it meets them in different places."""
    world = batch.world
    slow = [{"on": "any", "kind": "delay", "ms": int(MIDDLE * 1000), "client_id": trial.slot.key} for trial in batch.trials]
    world.sandbox.faults(slow)
    return [batch.node.begin(**trial.call(), **more) for trial in batch.trials]


def end(batch, calls, spent=0):
    striker = Striker(batch)
    for trial, call in zip(batch.trials, calls, strict=True):
        striker.took(trial, call.wait(), spent)


def _killed(batch):
    calls = begin(batch)
    time.sleep(batch.trials[0].run.where * MIDDLE * 1.5)
    batch.world.lab.kill_database()
    end(batch, calls)
    batch.world.lab.mend()


def _frozen(batch):
    calls = begin(batch)
    time.sleep(batch.trials[0].run.where * MIDDLE * 1.5)
    server = int((batch.world.lab.directory / "run" / "mariadbd.pid").read_text())
    os.kill(server, signal.SIGSTOP)
    time.sleep(STANDSTILL)
    os.kill(server, signal.SIGCONT)
    end(batch, calls, STANDSTILL)


def _gone(batch):
    batch.world.lab.kill_database()
    end(batch, begin(batch))
    batch.world.lab.mend()


def _without_rights(batch):
    """A table is missing, and nobody may make it."""
    lab = batch.world.lab
    lab.sql("REVOKE CREATE, ALTER, DROP, INDEX ON whmcs.* FROM 'whmcs'@'localhost'; RENAME TABLE mod_jetpack_journal TO kept_journal")
    try:
        end(batch, begin(batch))
    finally:
        lab.sql("RENAME TABLE kept_journal TO mod_jetpack_journal; GRANT ALL ON whmcs.* TO 'whmcs'@'localhost'")


# By the names of the kinds: what is done to all calls of a batch at once.
WHOLE = {"MariaDB killed": _killed, "MariaDB frozen": _frozen, "MariaDB gone": _gone, "DDL denied": _without_rights}
