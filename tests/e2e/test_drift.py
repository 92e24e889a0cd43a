"""Once a day the ledger is compared with WordPress.com: what is not as it was sold is told once, and put right where the host wants it."""

import pytest

from host.time import days_pass

SITE = "https://connected.example.test"


@pytest.fixture
def service(manual_shop, admin, lab):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    # It is seen that WHMCS has heard of it.
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1")
    lab.cron()
    return service


def a_day_later(lab, database, times=1):
    for _ in range(times):
        days_pass(2, lab, database)
        lab.cron()


def set_right(admin):
    return admin.set_addon("When a plan is not as it was sold", "repair")


def told(database):
    return [entry["message"] for entry in database.rows("SELECT message FROM lab_notifications ORDER BY id")]


def test_what_is_as_it_was_sold_is_asked_for_once_a_day_and_nothing_is_said(service, lab, sandbox, database):
    due = database.value("SELECT next_look_at - unix_timestamp() FROM mod_jetpack_services")
    assert 17 * 3600 < due <= 30 * 3600
    said = database.activity()
    for _ in range(2):
        asked = len(sandbox.requests("status"))
        a_day_later(lab, database)
        assert len(sandbox.requests("status")) == asked + 1
        lab.cron()
        assert len(sandbox.requests("status")) == asked + 1
    assert (database.activity(), told(database)) == (said, [])
    assert database.ledger(service)["state"] == "active"


def test_a_plan_that_is_gone_is_told_once_with_what_it_costs_and_create_brings_it_back(
    service, manual_shop, lab, admin, sandbox, database
):
    sandbox.cancel_elsewhere(SITE, "personal")
    a_day_later(lab, database, times=3)

    row = database.ledger(service)
    assert (row["state"], row["missing"], database.status(service)) == ("none", "personal", "Active")
    [message] = told(database)
    assert f"The plan personal is gone from {SITE}" in message
    assert f"the client pays for the service #{service.id} and has no plan" in message and "press Create" in message
    assert database.details(service).startswith(f"Jetpack is missing on {SITE}. Your hosting company has been informed")
    assert "Jetpack is missing" in manual_shop.shopper().product_page(service).text("main")
    assert "The plan personal was found gone." in admin.service_page(service).text("main")
    assert "1 with another plan than was sold, or none" in admin.open("index.php").text("#jetpack-widget")
    assert sandbox.provisions(SITE) == 1

    assert admin.create(service).ok
    row = database.ledger(service)
    assert (row["state"], row["missing"]) == ("active", None)
    assert sandbox.live(SITE) == [("personal", "active")]
    assert database.details(service).startswith("Jetpack is active")


def test_a_plan_that_came_back_by_itself_is_seen(service, lab, sandbox, database):
    sandbox.cancel_elsewhere(SITE, "personal")
    a_day_later(lab, database)
    assert database.ledger(service)["missing"] == "personal"
    sandbox.provision_elsewhere(SITE, "personal")
    a_day_later(lab, database)
    row = database.ledger(service)
    assert (row["state"], row["missing"]) == ("active", None)
    assert database.details(service).startswith("Jetpack is active")


def test_another_plan_than_was_sold_is_told_with_what_it_costs_and_change_package_sets_it_back(
    service, lab, admin, sandbox, database
):
    sandbox.provision_elsewhere(SITE, "premium")
    a_day_later(lab, database, times=3)

    row = database.ledger(service)
    assert (row["state"], row["plan"], row["missing"]) == ("active", "premium", "personal")
    [message] = told(database)
    assert f"WordPress.com bills premium; the client pays for the service #{service.id} with personal" in message
    assert "Sold is personal, and the site has premium." in admin.service_page(service).text("main")

    assert admin.command(service, "Change Package").ok
    row = database.ledger(service)
    assert (row["plan"], row["missing"]) == ("personal", None)
    assert sandbox.live(SITE) == [("personal", "active")]


def test_terminate_ends_the_plan_that_is_there(service, lab, admin, sandbox, database):
    sandbox.provision_elsewhere(SITE, "premium")
    a_day_later(lab, database)
    assert admin.terminate(service).ok
    assert sandbox.live(SITE) == []
    row = database.ledger(service)
    assert (row["state"], row["missing"]) == ("cancelled", None)


@pytest.mark.parametrize("found", ["gone", "premium"])
def test_where_the_host_wants_it_the_cron_puts_it_right(service, lab, admin, sandbox, database, found):
    assert set_right(admin).ok
    if found == "gone":
        sandbox.cancel_elsewhere(SITE, "personal")
    else:
        sandbox.provision_elsewhere(SITE, found)
    a_day_later(lab, database, times=2)

    row = database.ledger(service)
    assert (row["state"], row["plan"], row["missing"]) == ("active", "personal", None)
    assert sandbox.live(SITE) == [("personal", "active")]
    [message] = told(database)
    assert "as the addon's setting says" in message
    assert database.details(service).startswith("Jetpack is active")
    assert database.status(service) == "Active"


def test_a_repair_that_is_refused_is_not_tried_for_ever(service, lab, admin, sandbox, database):
    assert set_right(admin).ok
    sandbox.cancel_elsewhere(SITE, "personal")
    body = '{"error": "local_user_missing", "message": "No such user."}'
    sandbox.fault("provision", "body", status=400, body=body, times=99)
    a_day_later(lab, database, times=2)
    asked = len(sandbox.requests("provision"))
    a_day_later(lab, database, times=2)
    assert len(sandbox.requests("provision")) == asked
    assert database.ledger(service)["state"] == "refused"


def test_an_outage_is_not_taken_for_a_difference(service, lab, sandbox, database):
    sandbox.fault("status", "status", status=503, times=99)
    a_day_later(lab, database)
    due = database.value("SELECT next_look_at - unix_timestamp() FROM mod_jetpack_services")
    assert 1800 < due <= 5000
    row = database.ledger(service)
    assert (row["state"], row["missing"], told(database)) == ("active", None, [])


def test_a_plan_that_lives_on_after_its_service_ended_leaves_the_list_once_it_is_gone(service, lab, admin, sandbox, database):
    assert admin.set_addon("Days until plans without a service are cancelled", "").ok
    admin.edit_service(service, {"status": "Cancelled"})
    a_day_later(lab, database)
    assert database.ledger(service)["ended_at"] is not None and sandbox.live(SITE) == [("personal", "active")]
    sandbox.cancel_elsewhere(SITE, "personal")
    a_day_later(lab, database)
    row = database.ledger(service)
    assert (row["ended_at"], row["missing"]) == (None, None)


def test_a_product_addon_is_compared_too(manual_shop, lab, admin, sandbox, database):
    addon = manual_shop.add_addon(manual_shop.order("https://shop.example.test"), manual_shop.sell_addon(), SITE)
    assert admin.create(addon).ok and set_right(admin).ok
    sandbox.cancel_elsewhere(SITE, "personal")
    a_day_later(lab, database, times=2)
    assert sandbox.live(SITE) == [("personal", "active")] and database.addon_status(addon) == "Active"


def test_an_order_that_is_set_back_to_pending_stays_so(service, lab, admin, sandbox, database):
    order = database.value("SELECT orderid FROM tblhosting WHERE id = %s", service.id)
    admin.end_order(order, "Cancel Order")
    admin.end_order(order, "Set Back to Pending")
    a_day_later(lab, database, times=2)
    assert database.status(service) == "Pending"
    sandbox.cancel_elsewhere(SITE, "personal")
    a_day_later(lab, database, times=2)
    assert (database.status(service), sandbox.live(SITE)) == ("Pending", [])


@pytest.mark.parametrize("mode", ["keep", "cancel"])
def test_nothing_is_put_right_for_a_suspended_service(service, manual_shop, lab, admin, sandbox, database, mode):
    admin.edit_product(manual_shop.products["personal"], {"packageconfigoption[4]": mode})
    sandbox.cancel_elsewhere(SITE, "personal")
    a_day_later(lab, database)
    assert admin.command(service, "Suspend").ok
    assert set_right(admin).ok
    a_day_later(lab, database, times=2)
    assert sandbox.live(SITE) == []
    assert admin.command(service, "Unsuspend").ok
    a_day_later(lab, database, times=2)
    assert (database.status(service), sandbox.live(SITE)) == ("Active", [("personal", "active")])


def test_a_change_back_that_is_refused_is_told_and_tried_once(service, lab, admin, sandbox, database):
    assert set_right(admin).ok
    sandbox.provision_elsewhere(SITE, "premium")
    body = '{"error": "local_user_missing", "message": "No such user."}'
    sandbox.fault("provision", "body", status=400, body=body, times=99)
    a_day_later(lab, database, times=2)
    asked = len(sandbox.requests("provision"))
    assert len(told(database)) == 2
    a_day_later(lab, database, times=3)
    assert len(sandbox.requests("provision")) == asked and len(told(database)) == 2
    assert database.ledger(service)["missing"] == "personal"


def test_a_site_that_another_service_has_since_is_not_asked_about_at_every_run(service, manual_shop, lab, admin, sandbox, database):
    sandbox.cancel_elsewhere(SITE, "personal")
    a_day_later(lab, database)
    assert admin.create(manual_shop.order(SITE, "bob")).ok
    a_day_later(lab, database)
    lines = database.value("SELECT count(*) FROM mod_jetpack_journal WHERE service_id = %s", service.id)
    lab.cron()
    assert database.value("SELECT count(*) FROM mod_jetpack_journal WHERE service_id = %s", service.id) == lines
    assert database.value("SELECT next_look_at > unix_timestamp() FROM mod_jetpack_services WHERE service_id = %s", service.id)


def test_what_was_cancelled_while_it_waited_is_looked_at_when_its_term_is_over(manual_shop, lab, admin, sandbox, database):
    site = "https://shop.example.test"
    service = manual_shop.order(site)
    assert admin.create(service).ok and admin.terminate(service).ok
    # As if the cancellation had not cleared it.
    sandbox.provision_elsewhere(site, "personal")
    sandbox.connect(site)
    days_pass(15, lab, database)
    lab.cron()
    assert any("should not be" in line for line in database.activity())
    a_day_later(lab, database)
    assert sandbox.live(site) == [] and database.ledger(service)["state"] == "cancelled"
