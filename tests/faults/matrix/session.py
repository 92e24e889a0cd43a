"""A whole session: the runs in batches, each judged, and what came of it."""

import itertools
import time
from collections import defaultdict
from dataclasses import dataclass, field, replace

from . import canaries
from .batch import Batch
from .galera import WHOLE_NODE, GaleraWorld
from .judge import BREAKS_THE_HOST, Facts, complaints
from .kinds import KINDS
from .plan import run_of
from .recovery import recover
from .strike import counted
from .world import World

# Runs in a batch: more are faster, but the sandbox's faults and a batch's failures are told apart more slowly.
AT_A_TIME = {"all": 100, "cron": 50, "database": 8}

# Beyond all that are drawn.
MEASURED = 10**12


@dataclass
class Outcome:
    """What came of the runs of one kind."""

    runs: int = 0
    struck: int = 0
    failed: list = field(default_factory=list)


class Session:
    def __init__(self, seeds, say=print, world=None):
        self.runs, self.say = [run_of(seed) for seed in seeds], say
        self.outcomes = defaultdict(Outcome)
        #: What is wrong with no run in particular, as sentences.
        self.common = []
        self.world = world

    def play(self, spoil=None):
        """`spoil` is called with each batch before it is judged: a test of the judge."""
        if self.world is not None:
            return self._play_in(self.runs, spoil)
        for make, is_galera in ((World, False), (GaleraWorld, True)):
            runs = [run for run in self.runs if (run.kind.place == "galera") == is_galera]
            if runs:
                self.world = make(min(max(AT_A_TIME.values()), len(runs)))
                try:
                    self._play_in(runs, spoil)
                finally:
                    self.world.stop()

    def _play_in(self, all_runs, spoil):
        begun = time.monotonic()
        self._measure(all_runs)
        done = 0
        for runs in _batches(all_runs):
            try:
                self._play(runs, spoil)
            except Exception:
                self.say(f"the matrix itself broke in {_named(runs)}", flush=True)
                raise
            done += len(runs)
            self.say(f"{done} of {len(all_runs)} runs, {time.monotonic() - begun:.0f} s", flush=True)

    def _measure(self, runs):
        """How many statements and requests each operation makes when nothing goes wrong."""
        kinds = {counted(run): run for run in runs if counted(run) not in self.world.counts}
        plain = [
            replace(run, seed=MEASURED + number, kind=KINDS["nothing"], modes="non-strict", charset="utf8mb4", has_zero_dates=False)
            for number, run in enumerate(kinds.values(), len(self.world.counts))
        ]
        for some in _batches(plain):
            for start in range(0, len(some), len(self.world.slots.all)):
                batch = Batch(self.world, some[start : start + len(self.world.slots.all)])
                batch.prepare()
                batch.measure()
                self.world.snapshot.remove_later()

    def _play(self, runs, spoil):
        batch = Batch(self.world, runs)
        batch.prepare()
        batch.strike()
        common = recover(batch)
        if spoil is not None:
            spoil(batch)
        for trial, facts in facts_of(batch):
            outcome = self.outcomes[trial.run.kind.name]
            outcome.runs += 1
            outcome.struck += trial.has_struck
            wrong = list(complaints(trial, facts))
            if wrong:
                outcome.failed.append((trial.run, wrong))
                self.say(failure(trial, facts, wrong, self._journal(trial)), flush=True)
        common += [f"changed for somebody else: {what}" for what in self.world.differences()]
        common += canaries.found(batch)
        common += self._escaped(runs[0].kind.name)
        if common:
            self.common += [f"{what} ({_named(runs)})" for what in common]
            self.say(*self.common[-len(common):], sep="\n", flush=True)
        self.world.snapshot.remove_later()
        self.world.forget_logs()

    def _journal(self, trial):
        lines = self.world.books.rows(
            "SELECT action, event, state, ifnull(sentence, '') AS sentence FROM mod_jetpack_journal"
            " WHERE service_type = %s AND service_id = %s ORDER BY id", trial.run.target, trial.id,
        )
        return [f"{line['action']} {line['event']} {line['state']} {line['sentence'][:160]}" for line in lines]

    def _escaped(self, kind):
        lines = self.world.lab.log("escapes.log").splitlines() + self.world.lab.log("nodes.log").splitlines()
        lines += self.world.lab.log("php.log").splitlines()
        if kind.startswith(BREAKS_THE_HOST):
            # The module must not be among what breaks.
            lines = [line for line in lines if "mod_jetpack" in line or "modules/servers/jetpack" in line]
        return [f"escaped: {line[:500]}" for line in lines[:5]]

    @property
    def failed(self):
        return sum(len(outcome.failed) for outcome in self.outcomes.values()) + len(self.common)


def _named(runs):
    return f"the batch of the seeds {', '.join(str(run.seed) for run in runs)}"


def failure(trial, facts, wrong, journal):
    answers = [{name: value for name, value in answer.items() if value} for answer in trial.answers]
    row = {name: value for name, value in (facts.row or {}).items() if value not in (None, "", 0)}
    return "\n".join([
        f"FAILED seed {trial.run.seed}: {trial.run}",
        *(f"    {sentence}" for sentence in wrong),
        f"    answered {answers}",
        f"    WHMCS: {facts.status}; sandbox: {facts.site}; ledger: {row}",
        *(f"    journal: {line}" for line in journal),
        f"    again: make faults RUNS=1 SEED={trial.run.seed}",
    ])


def facts_of(batch):
    """All trials with what is known of them, by few questions."""
    world, books = batch.world, batch.world.books
    rows = {(r["service_type"], r["service_id"]): r for r in books.rows("SELECT * FROM mod_jetpack_services WHERE id > %s", batch.above)}
    statuses = {"service": dict(_pairs(books, "tblhosting", "domainstatus")), "addon": dict(_pairs(books, "tblhostingaddons", "status"))}
    sites, now = world.sandbox.sites(), int(books.value("SELECT unix_timestamp()"))
    above = world.snapshot.above
    told = books.column("SELECT description FROM tblactivitylog WHERE id > %s", above["tblactivitylog"])
    told += books.column("SELECT message FROM lab_notifications WHERE id > %s", above["lab_notifications"])
    texts = {
        (row["fieldid"], row["relid"]): row["value"]
        for row in books.rows("SELECT fieldid, relid, value FROM tblcustomfieldsvalues WHERE id > %s ORDER BY id", above["tblcustomfieldsvalues"])
    }
    for trial in batch.trials:
        name = trial.run.site.split("//")[1]
        answered = [answer.get("result") for answer in trial.answers]
        is_told = any(result not in (None, "success") for result in answered) or any(
            (name in line or f"Service ID: {trial.id} - Error" in line) and ("Failed" in line or "JETPACK" in line) for line in told
        )
        yield trial, Facts(
            row=rows.get((trial.run.target, trial.id)),
            status=statuses[trial.run.target].get(trial.id, ""),
            site=sites.get(name),
            now=now,
            text=texts.get((trial.details_field, trial.id), ""),
            is_told=is_told,
        )


def _pairs(books, table, column):
    return [(row["id"], row["status"]) for row in books.rows(f"SELECT id, {column} AS status FROM {table}")]


def _batches(runs):
    def key(run):
        is_whole = run.kind.place == "database" or run.kind.name in WHOLE_NODE
        place = "database" if is_whole else "cron" if run.operation.function is None else "all"
        return run.modes, run.charset, place, run.kind.name if is_whole else ""

    for (*_, place, _), together in itertools.groupby(sorted(runs, key=lambda run: (key(run), run.seed)), key):
        together = list(together)
        for start in range(0, len(together), AT_A_TIME[place]):
            yield together[start : start + AT_A_TIME[place]]
