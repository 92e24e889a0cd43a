"""One access token for all processes: a fresh worker, and the cron, begin with it."""

from host.admin import Admin
from host.together import together

SITES = [f"https://connected.example.test/{n}" for n in range(5)]


def test_a_fresh_worker_needs_no_token_of_its_own(manual_shop, lab, admin, sandbox, database):
    services = [manual_shop.order(site) for site in SITES]
    assert admin.create(services[0]).ok
    assert len(sandbox.requests("token")) == 1
    stored = database.value("SELECT token FROM mod_jetpack_keys")
    for service in services[1:3]:
        lab.kill_workers()
        assert admin.create(service).ok
    lab.sql("UPDATE mod_jetpack_services SET doubt_until = 1, next_look_at = 1")
    lab.cron()

    assert len(sandbox.requests("token")) == 1
    assert database.value("SELECT token FROM mod_jetpack_keys") == stored


def test_one_that_is_refused_is_replaced_once_by_all_who_meet_that_at_once(manual_shop, lab, sandbox, database):
    admins = [Admin(lab) for _ in SITES]
    services = [manual_shop.order(site) for site in SITES]
    assert admins[0].create(services[0]).ok
    # Each worker remembers the token.
    for service, admin in zip(services[1:], admins[1:]):
        admin.service_page(service)
    sandbox.revoke_tokens()
    sandbox.fault("token", "delay", ms=400, times=9)
    answers = together(*[lambda a=a, s=s: a.create(s) for a, s in zip(admins[1:], services[1:])])

    assert all(answer.ok for answer in answers), answers
    assert len(sandbox.requests("token")) == 2
    assert database.value("SELECT token_lease FROM mod_jetpack_keys") == 0


def test_one_that_is_refused_is_replaced_once_by_the_cron_and_a_checkout_that_meet_that_at_once(
    manual_shop, lab, sandbox, database
):
    admin = Admin(lab)
    # More than talk at once: the others have not been refused when they begin.
    services = [manual_shop.order(f"https://connected.example.test/{n}") for n in range(20)]
    assert all(admin.create(service).ok for service in services[:-1])
    sandbox.revoke_tokens()
    sandbox.fault("token", "delay", ms=600, times=9)
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1")
    _, answer = together(lab.cron, lambda: admin.create(services[-1]))

    assert answer.ok, answer
    assert len(sandbox.requests("token")) == 2
    assert database.value("SELECT count(*) FROM mod_jetpack_services WHERE next_look_at = 1") == 0
    assert database.value("SELECT token_lease FROM mod_jetpack_keys") == 0


def test_a_process_that_dies_while_it_gets_a_new_token_does_not_keep_others_from_it(manual_shop, lab, admin, sandbox):
    services = [manual_shop.order(site) for site in SITES]
    assert admin.create(services[0]).ok
    sandbox.revoke_tokens()
    lab.sql("UPDATE mod_jetpack_keys SET token_lease = unix_timestamp() + 60")
    assert admin.create(services[1]).ok
    assert len(sandbox.requests("token")) == 2


def test_a_turn_that_brought_no_token_is_given_back(manual_shop, lab, admin, sandbox, database):
    services = [manual_shop.order(site) for site in SITES]
    assert admin.create(services[0]).ok
    sandbox.revoke_tokens()
    sandbox.fault("token", "status", status=400, times=9)
    assert not admin.create(services[1]).ok
    assert database.value("SELECT token_lease FROM mod_jetpack_keys") == 0
    sandbox.clear_faults()
    assert admin.create(services[1]).ok
    assert database.ledger(services[1])["state"] == "active"


def test_a_worker_that_remembers_an_older_token_takes_the_one_that_all_share(manual_shop, lab, admin, sandbox):
    services = [manual_shop.order(site) for site in SITES]
    assert admin.create(services[0]).ok
    sandbox.revoke_tokens()
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1")
    lab.cron()
    assert len(sandbox.requests("token")) == 2
    refused = len([request for request in sandbox.requests() if request["status"] == 401])
    assert admin.create(services[1]).ok
    assert len(sandbox.requests("token")) == 2
    assert len([request for request in sandbox.requests() if request["status"] == 401]) == refused


def test_one_that_is_refused_is_replaced_for_all(manual_shop, lab, admin, sandbox, database):
    services = [manual_shop.order(site) for site in SITES]
    assert admin.create(services[0]).ok
    stored = database.value("SELECT token FROM mod_jetpack_keys")
    sandbox.revoke_tokens()
    lab.kill_workers()
    assert admin.create(services[1]).ok
    assert len(sandbox.requests("token")) == 2
    assert database.value("SELECT token FROM mod_jetpack_keys") != stored
    lab.kill_workers()
    assert admin.create(services[2]).ok
    assert len(sandbox.requests("token")) == 2
