"""What has to be true of a run when its service was left to the cron."""

from dataclasses import dataclass

from .node import DEADLINE

# How the kinds begin in which WHMCS's own statements fail: on a cluster they lose against those of other nodes.
BREAKS_THE_HOST = ("MariaDB killed", "MariaDB gone", "Galera")

# Seconds that a call may take beside its deadline, on a machine that does much else.
MARGIN = 2

# How often the cron asks again for a plan before somebody has to see to it.
MOST_ATTEMPTS = 12

# What WHMCS says of a service after a command has succeeded.
AFTER = {"CreateAccount": "Active", "UnsuspendAccount": "Active", "SuspendAccount": "Suspended", "TerminateAccount": "Terminated"}

# How what its owner reads begins, by the ledger's state.
READS = {
    "active": "Jetpack is active on ",
    "pending": ("URL to Activate Jetpack: ", "Jetpack is waiting for "),
    "cancelled": "Jetpack was cancelled for ",
    "suspended": "Jetpack is suspended for ",
}
# The same after an Unsuspend that did not succeed.
INFORMED = "Jetpack could not be set up yet."


@dataclass
class Facts:
    #: Our row of it, or None.
    row: dict | None
    #: Its status in WHMCS.
    status: str
    #: What the sandbox knows of its site, or None.
    site: dict | None
    #: The database's clock.
    now: int
    #: What its owner reads.
    text: str
    #: Whether a person was told of a failure: by an answer, the activity log, or a notification.
    is_told: bool

    @property
    def live(self):
        products = self.site["products"] if self.site else []
        return [(product["slug"], product["state"]) for product in products if product["state"] in ("active", "pending")]

    def count(self, what):
        return self.site[what] if self.site else 0


def complaints(trial, facts):
    """What is wrong with it, as sentences; none when all is well."""
    return [
        *_effects(trial.run, facts),
        *_ledger(trial.run, facts),
        *_rest(facts),
        *_client(trial.run, facts),
        *_wanted(trial.run, facts),
        *_answers(trial, facts),
    ]


def _effects(run, facts):
    provisions, cancels = run.most
    if facts.count("provisions") > provisions:
        yield f"provisioned {facts.count('provisions')} times, not {provisions} at most"
    if facts.count("cancels") > cancels:
        yield f"cancelled {facts.count('cancels')} times, not {cancels} at most"
    if len(facts.live) > 1:
        yield f"more than one plan lives: {facts.live}"


def _ledger(run, facts):
    """What lives has a row that holds it, and what the row says lives."""
    row = facts.row or {"state": "", "plan": None, "site": None}
    says = row["state"] in ("active", "pending")
    for slug, state in facts.live:
        if not says:
            yield f"{slug} is {state}, and the ledger says '{row['state']}'"
        elif (row["plan"], row["state"], row["site"]) != (slug, state, run.site):
            yield f"{slug} is {state} on {run.site}, and the ledger says {row['plan']} is {row['state']} on {row['site']}"
    if says and not facts.live:
        yield f"the ledger says {row['plan']} is {row['state']}, and nothing lives"


def _rest(facts):
    """Nobody works on it any more, and nothing waits for what does not come."""
    row = facts.row
    if row is None:
        return
    if row["state_before"] or row["state"] in ("requested", "cancelling", "changing", "suspending"):
        yield f"still under way: {row['state']} after {row['state_before']}"
    if row["lease_until"] > facts.now:
        yield f"the lease of {row['lease_holder']} lasts"
    if row["doubt_until"] is not None or row["state"] == "unknown":
        yield f"the doubt lasts, '{row['state']}'"
    if row["next_look_at"] is not None and row["next_look_at"] <= facts.now:
        yield "it is due, and the cron does nothing"


def _client(run, facts):
    """What its owner reads is how it stands."""
    if run.is_contradicted:
        return
    state = facts.row["state"] if facts.row else ""
    if state == "suspended" and facts.text.startswith(INFORMED):
        return
    if state in READS and not facts.text.startswith(READS[state]):
        yield f"it is {state}, and its owner reads {facts.text[:60]!r}"


def _wanted(run, facts):
    """What WHMCS wants has come about, or somebody was told why not."""
    row, live = facts.row, bool(facts.live)
    if run.is_contradicted:
        return
    wanted = row["wanted"] if row else ""
    if wanted in ("gone", "suspended") and live:
        yield f"it is to be {wanted}, and lives"
    if wanted in ("live", "new", "again") and not live and not facts.is_told:
        yield f"it is to live, does not ('{row['state']}'), and nobody was told"
    if wanted in ("live", "new", "again") and not live and 0 < row["attempts"] <= MOST_ATTEMPTS:
        yield f"it was to be tried again ({row['attempts']} of {MOST_ATTEMPTS}), and was not"
    if facts.status in ("Terminated", "Suspended", "Cancelled") and live:
        yield f"WHMCS says {facts.status}, and it lives"
    if facts.status == "Active" and not live and not facts.is_told:
        yield "WHMCS says Active, nothing lives, and nobody was told"
    if facts.status == "Pending" and live:
        yield "it lives, and WHMCS says Pending"


def _answers(trial, facts):
    run = trial.run
    for answer in trial.answers:
        if answer.get("killed"):
            continue
        if "printed" in answer:
            yield f"printed {answer['printed']!r}"
        if "thrown" in answer:
            # Then the host's own pages break; what the module threw would name it.
            if not run.kind.name.startswith(BREAKS_THE_HOST) or "mod_jetpack" in answer["thrown"]:
                yield f"thrown: {answer['thrown']}"
            continue
        result = answer.get("result")
        if result != "success" and not str(result).startswith("JETPACK MODULE: "):
            yield f"answered {result!r}"
        if answer["seconds"] > DEADLINE + MARGIN + answer["spent"]:
            yield f"took {answer['seconds']} s, and had {DEADLINE}"
    if len(trial.answers) == 1 and trial.answers[0].get("result") == "success" and run.operation.function is not None:
        expected = AFTER.get(run.operation.function)
        lives = run.operation.function not in ("TerminateAccount", "SuspendAccount")
        if expected not in (None, facts.status):
            yield f"answered success, and WHMCS says {facts.status}"
        if lives != bool(facts.live):
            yield f"answered success, and {facts.live} lives"
        if lives and facts.live and facts.live[0][0] != run.operation.plans[1]:
            yield f"answered success, and {facts.live} lives"
