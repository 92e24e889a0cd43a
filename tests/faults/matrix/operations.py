"""What is done to a service: how it has to stand before, and what may come of it at most."""

from dataclasses import dataclass

ALWAYS = {"times": None}
UNSEEN = {"on": "status", "kind": "html", "times": None}

# Names of the states to begin with: the calls that lead there, each with the faults that it meets.
STARTS = {
    "new": [],
    "live": [("CreateAccount", [])],
    "unheard, there": [("CreateAccount", [{"on": "provision", "kind": "reset", "commit": True}, UNSEEN])],
    "unheard, not there": [("CreateAccount", [{"on": "provision", "kind": "reset"} | ALWAYS, UNSEEN])],
    "throttled": [("CreateAccount", [{"on": "provision", "kind": "status", "status": 429} | ALWAYS])],
    "suspended": [("CreateAccount", []), ("SuspendAccount", [])],
    "half ended": [("CreateAccount", []), ("TerminateAccount", [{"on": "cancel", "kind": "reset"} | ALWAYS, UNSEEN])],
    "throttled again": [
        ("CreateAccount", []),
        ("SuspendAccount", []),
        ("UnsuspendAccount", [{"on": "provision", "kind": "status", "status": 429} | ALWAYS]),
    ],
    "connected since": [("CreateAccount", [])],
}


@dataclass(frozen=True)
class Operation:
    name: str
    #: WHMCS's function; None for a run of the cron.
    function: str | None
    #: The states that it begins with, and how much the whole life may have provisioned and cancelled after it.
    most: dict
    opposite: str = "TerminateAccount"
    #: The same with the opposite beside it.
    contended: tuple = (2, 2)
    plans: tuple = ("personal", "personal")
    addons: bool = True
    weight: int = 2


OPERATIONS = [
    Operation("Create", "CreateAccount", {"new": (1, 0), "live": (1, 0), "unheard, there": (1, 0), "unheard, not there": (1, 0)}, weight=4),
    Operation("Terminate", "TerminateAccount", {"live": (1, 1), "unheard, there": (1, 1), "suspended": (1, 1)}, "CreateAccount", weight=3),
    Operation("Suspend", "SuspendAccount", {"live": (1, 1)}, "UnsuspendAccount", weight=1),
    Operation("Unsuspend", "UnsuspendAccount", {"suspended": (2, 1)}),
    Operation("Upgrade", "ChangePackage", {"live": (2, 1)}, plans=("personal", "premium"), addons=False, contended=(2, 2), weight=1),
    Operation("Downgrade", "ChangePackage", {"live": (2, 1)}, plans=("premium", "personal"), addons=False, contended=(2, 2)),
    Operation(
        "Cron",
        None,
        {
            "unheard, there": (1, 0),
            "unheard, not there": (1, 0),
            "throttled": (1, 0),
            "half ended": (1, 1),
            "throttled again": (2, 1),
            "connected since": (1, 0),
        },
        weight=3,
    ),
]

BY_NAME = {operation.name: operation for operation in OPERATIONS}
