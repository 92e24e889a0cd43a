"""One access token for all processes: a fresh worker, and the cron, begin with it."""

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
