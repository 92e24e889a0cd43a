"""A plan that nobody here bought is left alone until staff take it over knowingly."""

import pytest

SITE = "https://connected.example.test"


@pytest.fixture
def bought_elsewhere(manual_shop, admin, lab):
    """A service whose site has its plan, of which the ledger knows nothing: as from a bulk run, or the first module."""
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    lab.sql("DELETE FROM whmcs.mod_jetpack_services")
    assert admin.edit_service(service, {"Your Jetpack plan": ""}).ok
    return service


def test_create_refuses_and_leads_to_adopt_and_adopt_takes_over(bought_elsewhere, admin, sandbox, database):
    refused = admin.create(bought_elsewhere)
    assert not refused.ok and "press Adopt plan" in refused.text

    adopted = admin.adopt(bought_elsewhere)

    assert adopted.ok, adopted
    assert database.ledger(bought_elsewhere)["state"] == "active"
    assert database.details(bought_elsewhere).startswith("Jetpack is active")
    assert any("now belongs to this service" in line for line in database.activity())
    assert sandbox.provisions(SITE) == 1
    assert admin.terminate(bought_elsewhere).ok and sandbox.live(SITE) == []


def test_terminate_without_a_record_looks_and_does_not_end_it(bought_elsewhere, admin, sandbox):
    refused = admin.terminate(bought_elsewhere)

    assert not refused.ok and "Adopt plan" in refused.text
    assert sandbox.live(SITE) == [("personal", "active")] and sandbox.cancels(SITE) == 0


def test_a_service_whose_details_show_the_first_module_is_terminated(bought_elsewhere, admin, sandbox):
    field = {"Your Jetpack plan": "URL to Activate Jetpack: https://example.com"}
    assert admin.edit_service(bought_elsewhere, field).ok

    assert admin.terminate(bought_elsewhere).ok
    assert sandbox.live(SITE) == []


def test_look_now_shows_that_the_owner_has_connected(manual_shop, admin, sandbox, database):
    service = manual_shop.order("https://shop.example.test")
    assert admin.create(service).ok
    sandbox.connect("https://shop.example.test")

    assert admin.look(service).ok

    assert database.ledger(service)["state"] == "active"
    assert database.details(service).startswith("Jetpack is active")
    assert sandbox.provisions("https://shop.example.test") == 1


def test_backup_and_a_bundle_stand_on_one_site_and_two_bundles_do_not(manual_shop, admin, sandbox):
    shop = manual_shop
    personal = shop.order(SITE)
    assert admin.create(personal).ok
    backup = {"packageconfigoption[3]": "jetpack-backup-daily"}
    assert admin.edit_product(shop.products["premium"], backup).ok
    shop.sell("premium", "")
    beside = shop.order(SITE, "bob", "premium")

    assert admin.create(beside).ok
    assert sorted(plan for plan, _ in sandbox.live(SITE)) == ["jetpack-backup-daily", "personal"]
    assert admin.terminate(personal).ok
    assert [plan for plan, _ in sandbox.live(SITE)] == ["jetpack-backup-daily"]
    shop.sell("professional", "")
    assert admin.create(shop.order(SITE, "alice", "professional")).ok
    shop.sell("personal", "")
    assert not admin.create(shop.order(SITE, "bob", "personal")).ok
