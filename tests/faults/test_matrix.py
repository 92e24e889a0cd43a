"""A few hundred runs of the matrix. Which ones is fixed, so that a failure is the change's; `make faults` draws others."""

import pytest
from matrix.kinds import KINDS as ALL_KINDS
from matrix.plan import run_of
from matrix.report import table
from matrix.session import Session

SEED, RUNS = 1, 400

# A cluster takes a minute to come up, and tests/galera has one.
KINDS = [name for name, kind in ALL_KINDS.items() if kind.place != "galera"]


@pytest.fixture(scope="module")
def session():
    session = Session(seed for seed in range(SEED, SEED + RUNS) if run_of(seed).kind.name in KINDS)
    session.play()
    print(f"\n{RUNS} runs from seed {SEED} on\n{table(session)}")
    return session


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_struck_recovers_by_the_cron_alone(session, kind):
    outcome = session.outcomes[kind]
    assert outcome.runs > 0, "the subset has no run of this kind"
    assert outcome.failed == [], f"make faults RUNS=1 SEED={outcome.failed[0][0].seed}"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_to_strike_strikes(session, kind):
    assert session.outcomes[kind].struck > 0


def test_nobody_elses_rows_are_changed_no_secret_is_anywhere_and_nothing_escapes(session):
    assert session.common == []


def test_a_seed_always_makes_the_same_run():
    assert [run_of(seed) for seed in range(50)] == [run_of(seed) for seed in range(50)]
    assert len({str(run_of(seed)) for seed in range(50)}) > 40
