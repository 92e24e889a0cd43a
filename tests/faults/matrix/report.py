"""The table."""

from .kinds import KINDS


def table(session):
    lines = [f"{'what goes wrong':36} {'runs':>6} {'struck':>7} {'failed':>7}"]
    for name in KINDS:
        outcome = session.outcomes.get(name)
        if outcome is not None:
            lines.append(f"{name:36} {outcome.runs:6} {outcome.struck:7} {len(outcome.failed):7}")
    outcomes = session.outcomes.values()
    counts = [sum(one.runs for one in outcomes), sum(one.struck for one in outcomes), sum(len(one.failed) for one in outcomes)]
    lines.append(f"{'all':36} {counts[0]:6} {counts[1]:7} {counts[2]:7}")
    return "\n".join(lines)
