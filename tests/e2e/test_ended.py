"""What WHMCS ends without calling the module: told at once, cancelled later, kept where it was a wrong click (docs/events.md)."""

import pytest

from host.time import days_pass

SITE = "https://connected.example.test"
DAY = 86400


@pytest.fixture
def service(manual_shop, admin):
    service = manual_shop.order(SITE)
    assert admin.create(service).ok
    return service


def told(database):
    return [line for line in database.activity() if "may still be billed" in line]


def ends(database, service):
    row = database.ledger(service)
    return None if row["ended_at"] is None else round((row["ends_at"] - row["ended_at"]) / DAY)


@pytest.mark.parametrize("button", ["Cancel Order", "Set as Fraud"])
def test_the_services_of_an_order_that_ends_are_told_of_at_once_and_cancelled_after_a_week(
    service, lab, admin, sandbox, database, button
):
    order = database.value("SELECT orderid FROM tblhosting WHERE id = %s", service.id)
    admin.end_order(order, button)

    assert ends(database, service) == 7
    assert len(told(database)) == 1 and SITE in told(database)[0] and "in 7 days" in told(database)[0]
    [notification] = database.rows("SELECT * FROM lab_notifications")
    assert notification["identifier"] == "jetpack.attention" and SITE in notification["message"]
    days_pass(6, lab, database)
    lab.cron()
    assert sandbox.live(SITE) == [("personal", "active")]
    days_pass(1, lab, database)
    lab.cron()
    assert sandbox.live(SITE) == []
    row = database.ledger(service)
    assert (row["state"], row["ended_at"], row["next_look_at"]) == ("cancelled", None, None)
    assert len(told(database)) == 1


def test_an_order_that_is_set_back_in_time_keeps_its_plan(service, lab, admin, sandbox, database):
    order = database.value("SELECT orderid FROM tblhosting WHERE id = %s", service.id)
    admin.end_order(order, "Cancel Order")
    admin.end_order(order, "Set Back to Pending")

    assert database.ledger(service)["ended_at"] is None
    assert any("in use again" in line for line in database.activity())
    days_pass(30, lab, database)
    lab.cron()
    assert sandbox.live(SITE) == [("personal", "active")]


@pytest.mark.parametrize("status", ["Cancelled", "Completed", "Fraud", "Terminated"])
def test_a_status_that_staff_set_by_hand_is_noticed_when_they_save_it(service, admin, database, status):
    admin.edit_service(service, {"status": status})
    assert ends(database, service) == 7
    assert f"has the status {status}" in told(database)[0]
    admin.edit_service(service, {"status": "Active"})
    assert database.ledger(service)["ended_at"] is None


def test_what_no_hook_tells_of_the_cron_finds(service, lab, database):
    lab.cron()
    lab.sql("UPDATE tblhosting SET domainstatus = 'Completed'")
    lab.cron()
    assert database.ledger(service)["ended_at"] is None, "it was looked at less than an hour ago"
    lab.sql("UPDATE mod_jetpack_schema SET swept_at = 0")
    lab.cron()
    assert ends(database, service) == 7
    before = database.rows("SELECT * FROM mod_jetpack_services"), database.activity()
    lab.sql("UPDATE mod_jetpack_schema SET swept_at = 0")
    lab.cron()
    assert (database.rows("SELECT * FROM mod_jetpack_services"), database.activity()) == before


def test_a_service_that_is_switched_to_another_module_is_told_of(service, lab, manual_shop, admin, database):
    lab.sql("UPDATE tblproducts SET servertype = 'cpanel' WHERE servertype = 'jetpack'")
    admin.edit_service(service, {})
    assert "of the module cpanel" in told(database)[0]


@pytest.mark.parametrize(("days", "left"), [("0", []), ("", [("personal", "active")]), ("soon", [("personal", "active")])])
def test_the_setting_says_when(service, lab, admin, sandbox, database, days, left):
    admin.set_addon("Days until plans without a service are cancelled", days)
    admin.edit_service(service, {"status": "Cancelled"})
    lab.cron()
    assert sandbox.live(SITE) == left
    if days == "soon":
        assert "no number of days" in admin.addon_page().text("main")


@pytest.mark.parametrize("hooks", ["on", "off"])
def test_a_deleted_orders_plan_is_cancelled_after_a_week(service, lab, admin, sandbox, database, hooks):
    lab.switch("order_delete_runs_service_hooks", hooks)
    order = database.value("SELECT orderid FROM tblhosting WHERE id = %s", service.id)
    admin.end_order(order, "Delete Order")
    [orphan] = database.rows("SELECT * FROM mod_jetpack_services")
    assert orphan["service_type"] == "orphan" and len(told(database)) == 1
    days_pass(7, lab, database)
    lab.cron()
    assert sandbox.live(SITE) == []
    assert database.value("SELECT state FROM mod_jetpack_services") == "cancelled"


def test_the_field_of_the_service_that_bears_an_orphans_number_is_left_alone(manual_shop, lab, admin, sandbox, database):
    first, second = manual_shop.order(SITE), manual_shop.order("https://shop.example.test")
    assert admin.create(second).ok
    lab.sql("UPDATE mod_jetpack_services SET id = 1")
    assert first.id == 1
    lab.sql(f"DELETE FROM tblhosting WHERE id = {second.id}")
    before = database.checksum("tblcustomfieldsvalues", "1")
    admin.addon_page(None)
    admin.addon_page("overview").press("Cancel now", within="#jetpack-ended")
    assert sandbox.live("https://shop.example.test") == []
    lab.cron()
    assert database.checksum("tblcustomfieldsvalues", "1") == before


def test_a_plan_can_be_cancelled_at_once_on_the_addons_page(service, admin, sandbox, database):
    admin.delete_service(service)
    page = admin.addon_page("overview")
    assert "service #1 of client #1" in page.text("#jetpack-ended") and SITE in page.text("#jetpack-ended")
    page = page.press("Cancel now", within="#jetpack-ended")
    assert "is cancelled and no longer billed" in page.text(".addon-output .successbox")
    assert sandbox.live(SITE) == [] and page.text("#jetpack-ended") is None


@pytest.mark.parametrize("button", ["Cancel now", "Let go"])
def test_a_record_that_cannot_be_read_is_named_and_left_alone(service, lab, admin, sandbox, database, button):
    admin.delete_service(service)
    lab.sql("UPDATE mod_jetpack_services SET state = 'strange'")
    page = admin.addon_page("overview").press(button, within="#jetpack-ended")
    assert "cannot be read, so nothing was done" in page.text(".addon-output .errorbox")
    assert sandbox.live(SITE) and database.value("SELECT state FROM mod_jetpack_services") == "strange"
    assert "Warning" not in page.html and "Undefined" not in page.html


def test_an_end_that_cannot_be_recorded_is_shown_and_stands_in_the_module_log(service, lab, admin, database):
    admin.delete_service(service)
    lab.switch("sql_mode", "strict")
    lab.sql("ALTER TABLE mod_jetpack_journal MODIFY sentence VARCHAR(5)")
    page = admin.addon_page("overview").press("Cancel now", within="#jetpack-ended")
    assert "the database could not store the answer" in page.text(".addon-output .errorbox")
    sent = database.rows("SELECT request FROM tblmodulelog WHERE arrdata LIKE %s", "%could not store the answer%")
    assert [row["request"].splitlines()[0] for row in sent] == ["orphan #1"], sent


def test_a_plan_can_be_let_go_and_its_site_is_free(service, manual_shop, admin, sandbox, database):
    admin.delete_service(service)
    page = admin.addon_page("overview").press("Let go", within="#jetpack-ended")
    assert "was let go" in page.text(".addon-output .successbox") and page.text("#jetpack-ended") is None
    assert sandbox.live(SITE) == [("personal", "active")]
    assert admin.adopt(manual_shop.order(SITE, "bob")).ok


def test_a_cancellation_that_fails_is_repeated_until_it_has_succeeded(service, lab, admin, sandbox, database):
    admin.set_addon("Days until plans without a service are cancelled", "0")
    admin.delete_service(service)
    sandbox.fault("cancel", "status", status=503, times=99)
    lab.cron()
    assert sandbox.live(SITE)
    sandbox.clear_faults()
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1")
    lab.cron()
    assert sandbox.live(SITE) == []


def test_a_product_addon_ends_as_a_service_does(service, lab, manual_shop, admin, sandbox, database):
    addon = manual_shop.add_addon(service, manual_shop.sell_addon(), "https://shop.example.test")
    assert admin.create(addon).ok
    admin.edit_service(addon, {"status": "Cancelled"})
    assert len(told(database)) == 1 and "product addon" in told(database)[0]
    days_pass(7, lab, database)
    lab.cron()
    assert sandbox.live("https://shop.example.test") == [] and sandbox.live(SITE) == [("personal", "active")]


def test_a_refund_ends_nothing_and_staff_are_told_which_plan_goes_on(shop, admin, sandbox, database):
    service = shop.order(SITE)
    order = database.value("SELECT orderid FROM tblhosting WHERE id = %s", service.id)
    admin.mark_paid(order)
    admin.end_order(order, "Refund Invoice")

    assert [line for line in database.activity() if "was refunded" in line and SITE in line]
    assert "refunded" in database.value("SELECT message FROM lab_notifications")
    assert sandbox.live(SITE) == [("personal", "active")]


def test_recurring_cycles_that_are_completed_are_told_of(service, lab, database):
    script = f"""
        require getenv('LAB_SITE') . '/init.php';
        Illuminate\\Database\\Capsule\\Manager::table('tblhosting')->update(['domainstatus' => 'Completed']);
        Lab\\Hooks::run('ServiceRecurringCompleted', ['serviceid' => {service.id}, 'recurringinvoices' => 3]);
    """
    lab.php("-r", script)
    assert ends(database, service) == 7
