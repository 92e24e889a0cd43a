"""A plan that waits for its owner: its clock of 14 days, mails, and the renewal before it lapses."""

import pytest

from host.time import days_pass

SITE = "https://shop.example.test"


def run_on(lab, database, sandbox, days):
    """The cron, once a day."""
    for _ in range(days):
        days_pass(1, lab, database, sandbox)
        lab.cron()


def reminders(database):
    return database.rows("SELECT * FROM tblemails WHERE subject = 'Please connect your site with Jetpack'")


def test_the_owner_is_written_to_on_day_3_and_day_10_and_the_plan_is_renewed_on_day_12(shop, lab, sandbox, database):
    service = shop.order(SITE)
    address = database.details(service)
    sent = []
    for day in range(1, 12):
        run_on(lab, database, sandbox, 1)
        if len(reminders(database)) > len(sent):
            sent.append(day)
    assert sent == [3, 10], "the welcome mail was the first"
    mail = reminders(database)[0]
    link = database.ledger(service)["next_url"].replace("&", "&amp;")
    assert mail["userid"] == service.client and link in mail["message"] and "Connect your site" in mail["message"]
    assert sandbox.provisions(SITE) == 1

    run_on(lab, database, sandbox, 1)
    assert sandbox.provisions(SITE) == 2
    left = database.value("SELECT pending_until - unix_timestamp() FROM mod_jetpack_services")
    assert left > 13 * 86400, "a term of its own"
    assert database.details(service) != address
    assert database.ledger(service)["mails"] == 0
    assert any("has a new address" in line for line in database.activity())
    run_on(lab, database, sandbox, 3)
    assert len(reminders(database)) > 2 and database.ledger(service)["state"] == "pending"
    sandbox.connect(SITE)
    run_on(lab, database, sandbox, 7)
    assert database.ledger(service)["state"] == "active"
    count = len(reminders(database))
    run_on(lab, database, sandbox, 4)
    assert len(reminders(database)) == count


@pytest.mark.parametrize("choice", ["Only at once", "None"])
def test_the_addons_setting_keeps_the_mails_back_and_the_plan_is_renewed_all_the_same(shop, lab, admin, sandbox, database, choice):
    label = "Mails to owners who have not connected their site"
    options = admin.open("configaddonmods.php").soup.select("#addon-jetpack option")
    [value] = [option["value"] for option in options if option.text.startswith(choice)]
    assert admin.set_addon(label, value).ok
    shop.order(SITE)
    run_on(lab, database, sandbox, 12)
    assert reminders(database) == [] and sandbox.provisions(SITE) == 2


def test_without_a_welcome_mail_of_ours_the_setting_lets_the_first_mail_out_or_none(shop, lab, admin, sandbox, database):
    lab.sql("UPDATE whmcs.tblproducts SET welcomeemail = 0")
    label = "Mails to owners who have not connected their site"
    assert admin.set_addon(label, "first").ok
    shop.order(SITE)
    run_on(lab, database, sandbox, 10)
    assert len(reminders(database)) == 1
    assert admin.set_addon(label, "none").ok
    shop.order("https://blog.example.test")
    run_on(lab, database, sandbox, 10)
    assert len(reminders(database)) == 1


def test_a_first_mail_that_is_late_goes_out_all_the_same(shop, lab, admin, sandbox, database):
    lab.sql("UPDATE whmcs.tblproducts SET welcomeemail = 0")
    assert admin.set_addon("Mails to owners who have not connected their site", "first").ok
    shop.order(SITE)
    days_pass(5, lab, database, sandbox)
    lab.cron()
    assert len(reminders(database)) == 1


def test_where_the_product_says_so_the_plan_lapses_and_staff_are_told(shop, lab, admin, sandbox, database):
    admin.edit_product(shop.products["personal"], {"Waiting plans": "lapse"})
    service = shop.order(SITE)
    run_on(lab, database, sandbox, 15)

    assert sandbox.provisions(SITE) == 1
    assert database.ledger(service)["state"] == "none"
    [told] = [line for line in database.activity() if "has lapsed" in line]
    assert SITE in told
    assert "has lapsed" in database.value("SELECT message FROM lab_notifications")
    assert admin.create(service).ok


def test_the_first_mail_goes_out_where_no_welcome_mail_of_ours_did(shop, lab, database, sandbox):
    lab.sql("UPDATE tblproducts SET welcomeemail = 0")
    shop.order(SITE)
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1")
    lab.cron()
    assert len(reminders(database)) == 1
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1")
    lab.cron()
    assert len(reminders(database)) == 1


def test_a_product_addons_owner_gets_its_own_link_through_the_parents_service(shop, lab, admin, database, sandbox):
    parent = shop.order(SITE)
    addon = shop.add_addon(parent, shop.sell_addon(), "https://blog.example.test")
    assert admin.create(addon).ok
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1 WHERE service_type = 'addon'")
    lab.cron()
    own = database.value("SELECT next_url FROM mod_jetpack_services WHERE service_type = 'addon'")
    other = database.value("SELECT next_url FROM mod_jetpack_services WHERE service_type = 'service'")
    [mail] = reminders(database)
    assert own.replace("&", "&amp;") in mail["message"] and other.replace("&", "&amp;") not in mail["message"]
    # It is renewed as a service is.
    run_on(lab, database, sandbox, 12)
    assert sandbox.provisions("https://blog.example.test") == 2


def test_the_mail_is_in_the_clients_language_and_a_changed_template_stays(shop, lab, database, sandbox):
    lab.sql("UPDATE tblclients SET language = 'german'")
    shop.order(SITE)
    run_on(lab, database, sandbox, 3)
    assert database.value("SELECT COUNT(*) FROM tblemails WHERE subject LIKE 'Bitte verbinden Sie%'") == 1
    assert database.column("SELECT language FROM tblemailtemplates WHERE name = 'Jetpack Reminder' ORDER BY id") == [
        "", "german", "french", "spanish",
    ]
    lab.sql("UPDATE tblemailtemplates SET subject = 'Mine' WHERE name = 'Jetpack Reminder'")
    run_on(lab, database, sandbox, 7)
    assert database.value("SELECT COUNT(*) FROM tblemails WHERE subject = 'Mine'") == 1


def test_a_renewal_that_is_refused_is_tried_again_and_does_no_harm(shop, lab, sandbox, database):
    service = shop.order(SITE)
    run_on(lab, database, sandbox, 11)
    sandbox.fault("provision", "status", status=503, times=99)
    run_on(lab, database, sandbox, 1)
    row = database.ledger(service)
    assert row["state"] == "pending" and row["next_look_at"] is not None
    sandbox.clear_faults()
    # A look clears up what became of the request; six hours later it is asked for again.
    run_on(lab, database, sandbox, 1)
    lab.sql("UPDATE mod_jetpack_services SET next_look_at = 1")
    lab.cron()
    assert database.value("SELECT pending_until - unix_timestamp() FROM mod_jetpack_services") > 13 * 86400


@pytest.mark.parametrize("status", ["Cancelled", "Fraud"])
def test_what_whmcs_has_ended_is_neither_renewed_nor_written_about(shop, lab, admin, sandbox, database, status):
    service = shop.order(SITE)
    admin.set_addon("Days until plans without a service are cancelled", "")
    admin.edit_service(service, {"status": status})
    run_on(lab, database, sandbox, 13)
    assert reminders(database) == [] and sandbox.provisions(SITE) == 1
