"""One number makes one run: what is done, to what, and what goes wrong where."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from .kinds import KINDS, Kind
from .operations import OPERATIONS, Operation

# Consecutive numbers times this, without their whole part, are spread evenly: every kind is drawn as often as it weighs.
GOLDEN = 0.6180339887498949

MODES = {
    "non-strict": ["NO_ENGINE_SUBSTITUTION"],
    "strict": ["STRICT_ALL_TABLES", "NO_ZERO_DATE", "NO_ENGINE_SUBSTITUTION"],
}
CHARSETS = ["utf8mb4", "utf8"]

# What a run of the cron can meet.
IN_A_CRON = ("api", "elsewhere", "statement", "request", "none", "nodes", "clock")


@dataclass(frozen=True)
class Run:
    seed: int
    kind: Kind
    operation: Operation
    start: str
    #: `service`, or `addon` for a product addon.
    target: str
    #: Whether WordPress.com connects the site at once; else its owner has to.
    is_connected: bool
    #: Where it strikes, as a share of all statements or requests of the call.
    where: float
    #: Whether it lasts as long as the call does.
    lasts: bool
    modes: str
    charset: str
    has_zero_dates: bool
    #: Whether the hosting account's access goes along for backups.
    hands_over: bool
    #: Whether the clock is ahead, where one is wrong.
    is_ahead: bool

    @property
    def site(self):
        return f"https://{'connected' if self.is_connected else 'shop'}{self.seed}.example.test"

    @property
    def most(self):
        """How often the plan may have been provisioned and cancelled in the end."""
        if self.is_contradicted:
            return self.operation.contended
        return self.operation.most[self.start]

    @property
    def is_contradicted(self):
        """Whether the opposite is done at the same time: which is the last word, in WHMCS and in the ledger, is chance."""
        return self.kind.name in ("two nodes: the opposite", "Galera: the opposite beside it")

    def __str__(self):
        return (
            f"{self.operation.name} of a {self.target}, {self.start}, {'connected' if self.is_connected else 'waiting'};"
            f" {self.kind.name} at {self.where:.3f}{', lasting' if self.lasts else ''}; {self.modes}, {self.charset}"
            f"{', zero dates' if self.has_zero_dates else ''}"
        )


def run_of(seed):
    dice = Random(seed)
    kind = _drawn(list(KINDS.values()), [kind.weight for kind in KINDS.values()], seed * GOLDEN % 1)
    operations = [one for one in OPERATIONS if _can_meet(one, kind)]
    operation = _drawn(operations, [one.weight for one in operations], dice.random())
    start = dice.choice(list(operation.most))
    may_be_addon = operation.addons and kind.place != "database"
    return Run(
        seed=seed,
        kind=kind,
        operation=operation,
        start=start,
        target="addon" if dice.random() < 0.2 and may_be_addon else "service",
        is_connected=start != "connected since" and dice.random() < 0.6,
        where=dice.random(),
        lasts=kind.lasts and dice.random() < 0.5,
        modes=dice.choice(list(MODES)),
        charset=dice.choice(CHARSETS),
        has_zero_dates=dice.random() < 0.3,
        hands_over=dice.random() < 0.5,
        is_ahead=dice.random() < 0.5,
    )


def _can_meet(operation, kind):
    if operation.function is None:
        return kind.place in IN_A_CRON and kind.name not in ("two nodes: the opposite", "a node and a cron", "frozen past the deadline")
    return True


def _drawn(things, weights, share):
    """The thing at this share of all weights."""
    sums = list(accumulate(weights))
    return next(thing for thing, upto in zip(things, sums, strict=True) if share * sums[-1] < upto)
