"""A key that provisioned something outlives the settings that it came from (architecture.md §4, promise 10)."""

import pytest

from host.sandbox import CLIENT_ID, CLIENT_SECRET

SITE = "https://connected.example.test"


@pytest.fixture
def service(manual_shop, admin):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    return service


def test_a_plan_is_ended_after_the_addon_was_deactivated(service, admin, sandbox, database):
    admin.deactivate()
    assert database.value("SELECT count(*) FROM tbladdonmodules WHERE module = 'jetpack'") == 0

    assert admin.look(service).ok
    assert admin.terminate(service).ok
    assert sandbox.live(SITE) == []


def test_a_plan_is_ended_by_its_own_key_after_another_was_set(service, admin, sandbox, lab):
    sandbox.add_key("another", "another-secret")
    assert admin.configure("another", "another-secret").ok

    assert admin.create(service).ok, "WHMCS may not have heard of it, and nothing is sent with the other key"
    assert sandbox.provisions(SITE) == 1
    lab.sql("UPDATE whmcs.mod_jetpack_services SET wanted = 'live'")
    refused = admin.create(service)
    assert not refused.ok and CLIENT_ID in refused.text
    assert admin.terminate(service).ok
    assert sandbox.live(SITE) == []


def test_a_new_secret_of_the_same_key_takes_the_place_of_the_stored_one(lab, service, admin, sandbox, database):
    before = database.value("SELECT secret FROM mod_jetpack_keys")
    sandbox.add_key(CLIENT_ID, "a new secret")
    sandbox.revoke_tokens()
    lab.kill_workers()
    assert admin.configure(CLIENT_ID, "a new secret").ok

    assert admin.look(service).ok

    assert database.value("SELECT secret FROM mod_jetpack_keys") != before
    admin.deactivate()
    assert admin.terminate(service).ok
    sandbox.add_key(CLIENT_ID, CLIENT_SECRET)


def test_the_secret_is_stored_only_encrypted(service, database):
    [row] = database.rows("SELECT * FROM mod_jetpack_keys")
    assert row["partner_id"] == CLIENT_ID
    assert CLIENT_SECRET not in row["secret"] and len(row["secret"]) > len(CLIENT_SECRET)


def test_without_any_key_the_sentence_says_which_is_missing(lab, service, admin, sandbox):
    admin.deactivate()
    lab.sql("DELETE FROM whmcs.mod_jetpack_keys")

    refused = admin.terminate(service)

    assert not refused.ok and f"partner id {CLIENT_ID}" in refused.text
    assert sandbox.live(SITE) == [("personal", "active")]
    assert admin.activate().ok and admin.configure(CLIENT_ID, CLIENT_SECRET).ok
    assert admin.terminate(service).ok
