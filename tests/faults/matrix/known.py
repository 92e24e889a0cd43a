"""Defects of the module that the matrix has found and that are not mended yet, so that a new one is not lost among them.

Whoever mends one deletes it here: from then on a run that shows it fails. The table counts them beside the failures.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    name: str
    #: What the judge says of it.
    says: str
    #: Operations, and states to begin with, in which it shows.
    where: tuple
    #: The ledger's states in the end.
    states: tuple = ()
    #: How the kinds of fault begin that bring it about.
    kinds: tuple = ("",)
    targets: tuple = ("service", "addon")
    #: Only where WordPress.com does not know the site.
    unseen: bool = False

    def covers(self, trial, facts, sentence):
        run = trial.run
        state = facts.row["state"] if facts.row else ""
        is_here = any(place in (run.operation.name, run.start) for place in self.where) and run.target in self.targets
        is_so = run.kind.name.startswith(self.kinds) and (not self.states or state in self.states)
        if self.unseen and facts.site is not None:
            return False
        return bool(is_here and is_so and re.match(self.says, sentence))


KNOWN = []


def known(trial, facts, wrong):
    """The names of the defects that explain all that is wrong; empty if anything is not explained."""
    names = [next((one.name for one in KNOWN if one.covers(trial, facts, sentence)), None) for sentence in wrong]
    return set(names) if None not in names else set()
