"""The table."""

from .kinds import KINDS
from .known import KNOWN

COLUMNS = ["runs", "struck", "known", "failed"]


def table(session, more=None):
    """`more`: lines of the same kind by other machinery, as {name: (runs, struck, known, failed)}."""
    lines = {name: _counts(session.outcomes[name]) for name in KINDS if name in session.outcomes} | (more or {})
    lines["all"] = [sum(column) for column in zip(*lines.values(), strict=True)]
    text = [f"{'what goes wrong':40}" + "".join(f"{name:>8}" for name in COLUMNS)]
    text += [f"{name:40}" + "".join(f"{count:8}" for count in counts) for name, counts in lines.items()]
    text += [f"known: {name}: {len(seeds)} runs, as seed {seeds[0]}" for name, seeds in sorted(session.known.items())]
    text += [f"known, and not seen: {one.name}" for one in KNOWN if one.name not in session.known]
    text += [f"wrong with no run in particular: {what}" for what in session.common]
    return "\n".join(text)


def _counts(outcome):
    return outcome.runs, outcome.struck, outcome.known, len(outcome.failed)
