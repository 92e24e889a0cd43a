"""The judge sees what it is there to see: each test spoils one thing before a run that went well is judged."""

import itertools

import pytest
from matrix.books import Snapshot
from matrix.plan import run_of
from matrix.session import Session
from matrix.world import World


def is_plain(run):
    """A Create of a service, of a site that is connected at once, that nothing disturbs."""
    is_create = run.operation.name == "Create" and run.start == "new" and run.target == "service"
    return is_create and run.kind.name == "nothing" and run.is_connected


# Each another site.
plain = (seed for seed in itertools.count(1) if is_plain(run_of(seed)))


@pytest.fixture(scope="module")
def world():
    world = World(1)
    yield world
    world.stop()


@pytest.fixture
def played(world):
    """Plays a run, and does this to it before it is judged; what is wrong with it, and with none in particular."""

    def play(spoil=None):
        session = Session([next(plain)], say=lambda *_, **__: None, world=world)
        session.play(spoil)
        # What was spoilt for others stays so.
        world.snapshot = Snapshot(world.books)
        wrong = [sentence for outcome in session.outcomes.values() for _, all_wrong in outcome.failed for sentence in all_wrong]
        return wrong, session.common

    return play


def sql(statement):
    def spoil(batch):
        batch.world.lab.sql(statement.format(service=batch.trials[0].id, above=batch.above))

    return spoil


def test_nothing_is_wrong_with_a_run_that_nothing_disturbs(played):
    assert played() == ([], [])


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("DELETE FROM mod_jetpack_services WHERE id > {above}", "personal is active, and the ledger says ''"),
        ("UPDATE mod_jetpack_services SET plan = 'premium' WHERE id > {above}", "and the ledger says premium is active on"),
        ("UPDATE mod_jetpack_services SET state = 'cancelled' WHERE id > {above}", "and the ledger says 'cancelled'"),
        ("UPDATE mod_jetpack_services SET lease_until = unix_timestamp() + 60 WHERE id > {above}", "the lease of "),
        ("UPDATE mod_jetpack_services SET state_before = 'none' WHERE id > {above}", "still under way"),
        ("UPDATE mod_jetpack_services SET doubt_until = unix_timestamp() WHERE id > {above}", "the doubt lasts"),
        ("UPDATE mod_jetpack_services SET next_look_at = 1 WHERE id > {above}", "it is due, and the cron does nothing"),
        ("UPDATE mod_jetpack_services SET wanted = 'gone' WHERE id > {above}", "it is to be gone, and lives"),
        ("UPDATE tblhosting SET domainstatus = 'Pending' WHERE id = {service}", "it lives, and WHMCS says Pending"),
        ("UPDATE tblhosting SET domainstatus = 'Terminated' WHERE id = {service}", "WHMCS says Terminated, and it lives"),
        ("UPDATE tblcustomfieldsvalues SET value = '' WHERE relid = {service}", "its owner reads ''"),
    ],
)
def test_a_row_that_is_not_as_it_should_be_is_seen(played, statement, sentence):
    wrong, common = played(sql(statement))
    assert any(sentence in one for one in wrong), wrong
    assert common == []


def provision_again(batch):
    """As if it had been bought twice: another family's plan, and a renewal, by the same key."""
    site, node = batch.trials[0].run.site, batch.world.sandbox
    token = batch.node.do("tokens").parts[-1]
    for plan in ("personal", "jetpack-backup-daily"):
        answer = node._http.post(
            f"{node.url}/rest/v1.3/jpphp/provision",
            data={"siteurl": site, "local_user": "admin", "plan": plan},
            headers={"Authorization": f"Bearer {token}"},
        )
    assert answer.status_code == 200, answer.text


def test_a_second_effect_is_counted(played):
    wrong, _ = played(provision_again)
    assert any("provisioned 2 times, not 1 at most" in one for one in wrong), wrong
    assert any("more than one plan lives" in one for one in wrong), wrong


def answer_late(batch):
    batch.trials[0].answers[0] |= {"seconds": 6}


def throw(batch):
    batch.trials[0].answers[0] = {"thrown": "Undefined variable", "seconds": 0.1, "spent": 0}


def say_nothing_of_ours(batch):
    batch.trials[0].answers[0] |= {"result": "Array"}


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [(answer_late, "took 6 s"), (throw, "thrown: Undefined variable"), (say_nothing_of_ours, "answered 'Array'")],
)
def test_an_answer_that_is_late_or_none_is_seen(played, spoil, sentence):
    wrong, _ = played(spoil)
    assert any(sentence in one for one in wrong), wrong


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE mod_jetpack_services SET updated_at = now() WHERE id = 1", "mod_jetpack_services 1"),
        ("DELETE FROM mod_jetpack_services WHERE id = 2", "mod_jetpack_services 2"),
        ("UPDATE tblhosting SET notes = 'x' WHERE id = 1", "tblhosting 1"),
        ("DELETE FROM mod_jetpack_journal WHERE id = 1", "mod_jetpack_journal 1"),
        ("UPDATE tblclients SET notes = 'x' WHERE id = 2", "tblclients 2"),
        ("INSERT INTO tblmodulelog (request) VALUES ('xKx93wQ7zVb5x')", "a secret in tblmodulelog.request"),
        ("INSERT INTO tblemails (message) VALUES (to_base64('1Bk82wN5tHd7x'))", "a secret in tblemails.message"),
    ],
)
def test_what_is_changed_for_others_and_a_secret_in_a_table_are_seen(played, statement, sentence):
    wrong, common = played(sql("SET sql_mode = ''; " + statement))
    assert any(sentence in one for one in common), common
    assert wrong == []


def leak_into_a_log(batch):
    with open(batch.world.lab.directory / "log" / "php.log", "a") as log:
        log.write("Warning: Kx93wQ7zVb5\n")


def leak_a_token(batch):
    token = batch.node.do("tokens").parts[-1]
    batch.world.books.insert("tblactivitylog", {"description": f"Bearer {token}"})


def test_a_secret_in_a_log_a_token_anywhere_and_what_escapes_are_seen(played):
    _, common = played(leak_into_a_log)
    assert any("a secret in log/php.log" in one for one in common), common
    assert any("escaped: Warning" in one for one in common), common
    _, common = played(leak_a_token)
    assert any("a secret in tblactivitylog.description" in one for one in common), common
