"""Calls for one service, or for one site, at two and three nodes at once: nothing is bought twice, nothing stuck, nothing
lost, nothing thrown (architecture.md §4)."""

import threading
import time

from nodes.worker import Worker, at_once, service

CREATE, TERMINATE = "jetpack_CreateAccount", "jetpack_TerminateAccount"

# What a call may say that did not succeed because another was faster.
PASSING = ["Another call for this service is under way", "another one has taken the service over", "so nothing was sent"]
TAKEN = "already has a Jetpack plan"
# After a node is lost, or while it stands still: a commit that takes too long leaves no time to send anything.
BROKEN = ["could not be written", "could not store the answer", "the time for this call had run out", "failed unexpectedly"]


def until_success(worker, function, params):
    """As staff do: press again."""
    for _ in range(40):
        result = worker.press(function, params)
        if result == "success":
            return
        assert any(text in result for text in PASSING + BROKEN[:3]), result
        time.sleep(0.05)
    raise AssertionError(f"it never succeeded: {result}")


def site(number):
    return f"https://n{number}.example.test"


class Round:
    """One round of three calls at once, each at a node of its own."""

    def __init__(self, number, workers):
        self.number, self.workers = number, workers
        self.order = service(number, site(number))
        self.other = service(1_000_000 + number, site(number))

    def contend(self, *calls):
        places = [self.workers[(self.number + shift) % 3] for shift in range(3)]
        return at_once([(place, *call) for place, call in zip(places, calls, strict=True)])

    def three_creates(self):
        results = self.contend((CREATE, self.order), (CREATE, self.order), (CREATE, self.order))
        self.check(results, PASSING)
        until_success(self.workers[0], CREATE, self.order)

    def creates_and_a_terminate(self):
        results = self.contend((CREATE, self.order), (TERMINATE, self.order), (CREATE, self.order))
        self.check(results, PASSING)
        until_success(self.workers[1], TERMINATE, self.order)

    def two_services(self):
        results = self.contend((CREATE, self.order), (CREATE, self.other), (CREATE, self.order))
        self.check(results, [*PASSING, TAKEN])

    def check(self, results, allowed):
        for result in results:
            assert result == "success" or any(text in result for text in allowed), result


KINDS = [Round.three_creates, Round.creates_and_a_terminate, Round.two_services]


def judge(cluster, sandbox, numbers):
    """What the books and the API say after all of it."""
    look = cluster.living
    now = int(look.value("SELECT unix_timestamp()"))
    rows = look.rows(
        "SELECT service_id, state, lease_until, state_before, site, doubt_until FROM mod_jetpack_services", database="whmcs"
    )
    known = sandbox.sites()
    live = {name for name, of in known.items() if any(p["state"] in ("active", "pending") for p in of["products"])}
    for number in numbers:
        mine = [row for row in rows if row[0] % 1_000_000 == number]
        held = [row for row in mine if row[1] in ("active", "pending", "unknown")]
        assert all(row[2] <= now and row[3] == "" for row in mine), mine
        name = f"n{number}.example.test"
        assert len(held) == (1 if name in live else 0), (number, mine)
        if number % 3 != 1:
            assert known[name]["provisions"] == 1, (number, known[name])
    pairs = look.rows(
        "SELECT call_token FROM mod_jetpack_journal WHERE event IN ('intent', 'result') GROUP BY call_token"
        " HAVING sum(event = 'intent') > 1 OR sum(event = 'result') > 1 OR (sum(event = 'intent') = 1 AND sum(event = 'result') = 0)",
        database="whmcs",
    )
    assert pairs == (), pairs


def test_contended_calls_buy_once_and_leave_nothing_stuck(cluster, workers, sandbox, rounds):
    begun = time.monotonic()
    for number in range(1, rounds + 1):
        KINDS[number % 3](Round(number, workers))

    calls = 3 * rounds
    print(f"\n{rounds} rounds, {calls} contended calls, {time.monotonic() - begun:.0f} s")
    judge(cluster, sandbox, range(1, rounds + 1))


def test_tables_that_are_missing_are_made_once_by_whoever_comes_first(cluster, workers, sandbox):
    """All nodes at once, as after an installation."""
    tables = "mod_jetpack_services, mod_jetpack_sites, mod_jetpack_keys, mod_jetpack_journal, mod_jetpack_schema"
    for number in range(700_000, 700_005):
        cluster.nodes[0].rows(f"DROP TABLE {tables}", database="whmcs")
        results = at_once([(worker, CREATE, service(number, site(number))) for worker in workers])
        for result in results:
            assert result == "success" or any(text in result for text in PASSING), result
        until_success(workers[0], CREATE, service(number, site(number)))
        assert sandbox.provisions(site(number)) == 1


def test_two_admins_who_create_products_at_two_nodes_get_four(cluster, workers):
    for _ in range(5):
        cluster.nodes[0].rows("DELETE FROM tblproducts", database="whmcs")
        results = at_once([(worker, "press_create_products", 1) for worker in workers])
        while any("failed" in result or "could not" in result for result in results):
            results = [workers[0].press("press_create_products", 1)]
        assert cluster.nodes[1].value("SELECT count(*) FROM tblproducts", database="whmcs") == 4, results


def test_a_bulk_action_that_three_nodes_step_at_once_does_each_row_once(cluster, workers):
    job = workers[0].press("choose_rows", 300)
    time.sleep(1)
    done = at_once([(worker, "do_rows", job) for worker in workers])
    assert sorted(sum(done, [])) == list(range(1, 301)) and sum(map(bool, done)) > 1, [len(one) for one in done]
    assert workers[0].press("do_rows", job) == []
    ended = cluster.nodes[0].value(f"SELECT ended_at IS NOT NULL FROM mod_jetpack_bulk WHERE id = {job}", database="whmcs")
    assert ended in (1, "1")


def test_a_node_whose_clock_is_ahead_sends_nothing(cluster, sandbox):
    worker = Worker(cluster.nodes[2], sandbox.url, skew=90)
    before = len(sandbox.requests())

    result = worker.press(CREATE, service(900_000, site(900_000)))

    assert "90 seconds ahead of" in result and "NTP" in result, result
    assert len(sandbox.requests()) == before
    worker.stop()


def test_a_node_that_is_killed_or_frozen_in_the_middle_loses_nothing(cluster, sandbox):
    """The others go on; what was begun at the lost node is made up for by the next press."""
    numbers = range(800_000, 800_060)
    workers = [Worker(node, sandbox.url) for node in cluster.nodes]
    hit = cluster.nodes[2]
    timers = [threading.Timer(1, hit.freeze), threading.Timer(4, hit.thaw), threading.Timer(6, hit.kill)]
    for timer in timers:
        timer.start()
    for number in numbers:
        order = service(number, site(number))
        for result in at_once([(worker, CREATE, order) for worker in workers]):
            assert result == "success" or any(text in result for text in PASSING + BROKEN), result
    for timer in timers:
        timer.join()
    cluster.rejoin(hit)

    # A call that lost its node between claim and result keeps its lease while its process lives: then it is waited for. At the
    # other nodes, too, a COMMIT may have failed of which nobody can say whether it was one.
    for worker in workers:
        worker.stop()
    worker = Worker(cluster.nodes[0], sandbox.url)
    for number in numbers:
        until_success(worker, CREATE, service(number, site(number)))
    known = sandbox.sites()
    assert [known[f"n{number}.example.test"]["provisions"] for number in numbers] == [1] * len(numbers)
    worker.stop()
