"""How each kind of fault is brought about at one call."""

import json
import threading
import time

from .kinds import REPEATED
from .node import DEADLINE, kill

# In a frozen process more time passes than a call has.
FROZEN = DEADLINE + 1

# Milliseconds.
LONGEST_DELAY = 150


class Striker:
    def __init__(self, batch):
        self.world, self.node, self.sandbox = batch.world, batch.node, batch.world.sandbox
        self.trials = batch.trials
        self._watched, self._lock = {}, threading.Lock()

    def strike(self, trial):
        run = trial.run
        call = {"do": "cron"} if trial.function is None else trial.call()
        statements, requests = self.world.counts.get(counted(run), (1, 1))
        at = 1 + int(run.where * statements)
        skip = int(run.where * max(requests, 1))
        match run.kind.place:
            case "none":
                self.took(trial, self.node.do(**call))
            case "api":
                fault = run.kind.fault | {"client_id": trial.slot.key, "skip": skip}
                if fault.get("body") == REPEATED:
                    fault["body"] = json.dumps({"error": "invalid_input", "message": f"{trial.slot.secret} is not good"})
                self.sandbox.faults([fault | ({"times": None} if run.lasts else {})])
                self.took(trial, self.node.do(**call))
            case "request":
                self.took(trial, self._killed_at_request(trial, call, run.kind.fault | {"client_id": trial.slot.key, "skip": skip}))
            case "statement":
                done = self.node.do(**call, statement=run.kind.fault | {"at": at, "seconds": FROZEN})
                self.took(trial, done, spent=FROZEN if run.kind.name.startswith("frozen") else 0)
                trial.has_struck = done.was_killed or done.answer.get("struck", False)
            case "elsewhere":
                node = self.world.node(run.modes, run.charset, run.kind.name)
                self.took(trial, node.do(**call))
            case "clock":
                by = run.kind.fault["by"]
                self.took(trial, self.node.do(**call, clock=by if run.is_ahead else -by))
            case "nodes":
                other = {
                    "two nodes: the same": call,
                    "two nodes: the opposite": trial.call(run.operation.opposite),
                    "a node and a cron": {"do": "cron"},
                }[run.kind.name]
                self.at_once(trial, [call, other])
            case "galera":
                self._at_galera(trial, call, at)

    def end(self):
        """Takes the faults back that are left, and notes which never struck."""
        left = self.sandbox.faults()
        self.sandbox.clear_faults()
        for trial in self.trials:
            if trial.run.kind.place in ("api", "request"):
                mine = [fault for fault in left if fault["client_id"] == trial.slot.key]
                trial.has_struck = all(fault["times"] is None and fault["skip"] == 0 for fault in mine)

    def _at_galera(self, trial, call, at):
        """Each call goes to the next node; several at once go to different ones."""
        run = trial.run
        if run.kind.name == "Galera: the same at three nodes":
            self.at_once(trial, [call] * 3)
        elif run.is_contradicted:
            self.at_once(trial, [call, trial.call(run.operation.opposite), call])
        elif "by" in run.kind.fault:
            self.took(trial, self.node.do(**call, clock=run.kind.fault["by"] * (1 if run.is_ahead else -1)))
        else:
            self.took(trial, self.node.do(**call, statement=run.kind.fault | {"at": at}))

    def at_once(self, trial, calls):
        """The API takes its time, so that one call is in the middle when another looks."""
        slow = {"on": "any", "kind": "delay", "ms": int(trial.run.where * LONGEST_DELAY), "times": None}
        self.sandbox.faults([slow | {"client_id": trial.slot.key}])
        at = time.time() + 0.02
        begun = [self.node.begin(**call, at=at) for call in calls]
        for done in begun:
            self.took(trial, done.wait())

    def _killed_at_request(self, trial, call, fault):
        """The sandbox says nothing from that request on, and then the process dies."""
        self.sandbox.faults([fault])
        done = self.node.begin(**call)
        while not done.over.wait(0.01):
            if all(left["client_id"] != trial.slot.key for left in self.sandbox.faults()):
                kill(done)
                break
        return done.wait()

    def took(self, trial, done, spent=0):
        """`spent`: seconds that nobody can answer for."""
        answer = dict(done.answer)
        if done.was_killed:
            answer = {"killed": True}
        elif done.ended != 0:
            answer.setdefault("thrown", f"the process ended with {done.ended}")
        answer["spent"] = spent
        trial.answers.append(answer)


def counted(run):
    """Runs that make as many statements and requests as this one."""
    return run.operation.name, run.start, run.target, run.is_connected, run.hands_over
