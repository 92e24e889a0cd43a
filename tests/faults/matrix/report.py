"""The table."""

from .kinds import KINDS

COLUMNS = ["runs", "struck", "failed"]


def table(session):
    lines = {name: _counts(session.outcomes[name]) for name in KINDS if name in session.outcomes}
    lines["all"] = [sum(column) for column in zip(*lines.values(), strict=True)]
    text = [f"{'what goes wrong':40}" + "".join(f"{name:>8}" for name in COLUMNS)]
    text += [f"{name:40}" + "".join(f"{count:8}" for count in counts) for name, counts in lines.items()]
    text += [f"wrong with no run in particular: {what}" for what in session.common]
    return "\n".join(text)


def _counts(outcome):
    return outcome.runs, outcome.struck, len(outcome.failed)
