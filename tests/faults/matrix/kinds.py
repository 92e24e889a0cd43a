"""What can go wrong: by name, where it strikes and how often it is drawn."""

from dataclasses import dataclass, field

# Longer than any call may last.
LONG = 60_000

# A body that holds the secret of the run's partner key.
REPEATED = "secret"


@dataclass(frozen=True)
class Kind:
    """One fault. `place` says which part of the machinery brings it about."""

    name: str
    place: str
    weight: float
    fault: dict = field(default_factory=dict)
    #: Whether it may strike once or as long as the call lasts.
    lasts: bool = False


def api(name, weight=1.0, lasts=True, **fault):
    return Kind(name, "api", weight, fault, lasts)


API = [
    api("reset", kind="reset"),
    api("reset after the effect", kind="reset", commit=True),
    api("truncated", kind="truncated", commit=False),
    api("truncated after the effect", kind="truncated", commit=True),
    api("HTML", kind="html", status=502),
    api("HTML after the effect", kind="html", status=200, commit=True),
    api("empty", kind="empty"),
    api("empty after the effect", kind="empty", commit=True),
    api("401", kind="status", status=401),
    api("403", kind="status", status=403),
    api("409", kind="status", status=409),
    api("429", kind="status", status=429, headers={"Retry-After": "7"}),
    api("500", kind="status", status=500),
    api("500 after the effect", kind="status", status=500, commit=True),
    api("503", kind="status", status=503),
    api("503 after the effect", kind="status", status=503, commit=True),
    api("504", kind="html", status=504),
    # As some servers do when they explain what was wrong with a request.
    api("400 that repeats the secret", kind="body", status=400, body=REPEATED),
    api("HTML that repeats the secret", kind="html", status=500, body=REPEATED),
    api("stall before the effect", lasts=False, kind="stall", ms=LONG, commit=False),
    api("stall after the effect", lasts=False, kind="stall", ms=LONG, commit=True),
]

# Where WordPress.com seems to be, for this call only.
ELSEWHERE = [Kind(name, "elsewhere", 0.8) for name in ("refused", "DNS", "TLS: unknown authority", "TLS: no TLS")]

PROCESS = [
    Kind("SIGKILL before a statement", "statement", 6, {"what": "killed before"}),
    Kind("SIGKILL after a statement", "statement", 6, {"what": "killed after"}),
    Kind("SIGKILL before a request's effect", "request", 1.5, {"kind": "stall", "ms": LONG, "commit": False}),
    Kind("SIGKILL after a request's effect", "request", 1.5, {"kind": "stall", "ms": LONG, "commit": True}),
    Kind("frozen past the deadline", "statement", 0.5, {"what": "frozen"}),
]

DATABASE = [
    Kind("connection lost", "statement", 1.5, {"what": "connection lost"}),
    Kind("deadlock", "statement", 1.5, {"what": "deadlock"}),
    Kind("MariaDB killed", "database", 0.2),
    Kind("MariaDB frozen", "database", 0.2),
    Kind("MariaDB gone", "database", 0.2),
    Kind("DDL denied", "database", 0.2),
]

NODES = [
    Kind("two nodes: the same", "nodes", 1.5),
    Kind("two nodes: the opposite", "nodes", 1.5),
    Kind("a node and a cron", "nodes", 1),
    Kind("clock wrong by 55 s", "clock", 0.5, {"by": 55}),
    Kind("clock wrong by 90 s", "clock", 0.5, {"by": 90}),
]

# The same on three nodes of a Galera cluster, where the cron runs at all three at once.
GALERA = [
    Kind("Galera: the same at three nodes", "galera", 0.6),
    Kind("Galera: the opposite beside it", "galera", 0.6),
    Kind("Galera: SIGKILL at a statement", "galera", 0.6, {"what": "killed after"}),
    Kind("Galera: clock wrong by 55 s", "galera", 0.1, {"by": 55}),
    Kind("Galera: clock wrong by 90 s", "galera", 0.1, {"by": 90}),
    Kind("Galera: a node killed", "galera", 0.1),
    Kind("Galera: a node frozen", "galera", 0.1),
]

NOTHING = [Kind("nothing", "none", 0.5)]

KINDS = {kind.name: kind for kind in [*NOTHING, *API, *ELSEWHERE, *PROCESS, *DATABASE, *NODES, *GALERA]}
