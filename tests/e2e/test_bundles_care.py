"""No plan is left without the key that alone can end it, and no key that was made is lost."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from host.admin import Admin
from host.billed import activation, give_token, read, report
from host.sandbox import CLIENT_ID, CLIENT_SECRET
from test_bundles import KEYS, SITES, bundle, choose, made, new_id, post, row, said, secret  # noqa: F401

WAITS = "https://waits.example.test/1"


def days_later(lab, runs=1):
    """Everything that is due, whenever it would be."""
    for _ in range(runs):
        lab.sql(
            "UPDATE whmcs.mod_jetpack_services SET next_look_at = 1, doubt_until = IF(doubt_until IS NULL, NULL, 1), lease_until = 0"
            " WHERE next_look_at IS NOT NULL"
        )
        lab.cron()


def make_unreadable(lab):
    """As after WHMCS's own hash was lost in a move to another server."""
    lab.sql("UPDATE whmcs.mod_jetpack_keys SET secret = 'of another hash', token = NULL")
    lab.kill_workers()


def test_a_secret_that_cannot_be_read_any_more_is_kept_anew_by_whoever_has_it(manual_shop, admin, sandbox, lab):
    service = manual_shop.order(SITES[0])
    assert admin.create(service).ok
    make_unreadable(lab)
    assert "secret is kept" not in row(admin.open(KEYS), CLIENT_ID)

    assert admin.look(service).ok
    assert "secret is kept" in row(admin.open(KEYS), CLIENT_ID)
    admin.deactivate()
    assert admin.terminate(service).ok and sandbox.live(SITES[0]) == []


def test_a_secret_that_cannot_be_read_is_not_said_to_be_kept(manual_shop, admin, sandbox, lab):
    service = manual_shop.order(SITES[0])
    assert admin.create(service).ok
    make_unreadable(lab)
    sandbox.add_key("another", "another-secret")
    admin.configure("another", "another-secret")
    assert "is kept, encrypted" not in admin.addon_page().text(".jetpack-others")
    assert not admin.terminate(service).ok

    key = {"packageconfigoption[1]": CLIENT_ID, "packageconfigoption[2]": CLIENT_SECRET}
    admin.edit_product(manual_shop.products["personal"], key)
    assert "is kept, encrypted" in admin.addon_page().text(".jetpack-others")
    assert choose(admin, manual_shop.products["personal"], "addon").ok
    assert admin.terminate(service).ok and sandbox.live(SITES[0]) == []


def test_a_made_key_whose_secret_cannot_be_read_is_told_and_typed_in_again(manual_shop, admin, sandbox, lab, database):
    known = secret(made(admin))
    key, product = new_id(database), manual_shop.products["personal"]
    assert choose(admin, product, f"kept:{key}").ok
    service = manual_shop.order(SITES[0])
    assert admin.create(service).ok
    make_unreadable(lab)
    assert "secret not known here" in row(admin.open(KEYS), key)
    assert not admin.terminate(service).ok

    admin.edit_product(product, {"packageconfigoption[1]": key, "packageconfigoption[2]": known})
    assert choose(admin, product, "addon").ok
    assert "secret is kept" in row(admin.open(KEYS), key)
    assert admin.terminate(service).ok and sandbox.live(SITES[0]) == []


def test_a_plan_whose_answer_was_lost_is_finished_by_its_own_key_after_another_was_chosen(bundle, manual_shop, admin, sandbox, lab, database):
    service = manual_shop.order(SITES[0])
    sandbox.fault("provision", "delay", ms=6000, commit=True)
    assert not admin.create(service).ok
    sandbox.clear_faults()
    assert choose(admin, manual_shop.products["personal"], "addon").ok
    days_later(lab, 3)

    assert database.status(service) == "Active" and sandbox.live(SITES[0]) == [("personal", "active")]
    assert database.ledger(service)["partner_id"] == bundle and sandbox.provisions(SITES[0]) == 1


@pytest.mark.parametrize("is_done", [True, False])
def test_a_site_that_is_not_connected_yet_waits_with_its_own_key_after_another_was_chosen(
    bundle, manual_shop, admin, sandbox, lab, database, is_done
):
    service = manual_shop.order(WAITS)
    sandbox.fault("provision", "delay", ms=6000, **({"commit": True} if is_done else {}))
    assert not admin.create(service).ok
    sandbox.clear_faults()
    assert choose(admin, manual_shop.products["personal"], "addon").ok
    days_later(lab, 3)

    assert database.status(service) == "Active" and sandbox.live(WAITS) == [("personal", "pending")]
    assert database.ledger(service)["partner_id"] == bundle


def test_a_plan_whose_answer_was_lost_is_finished_by_its_own_key_after_the_addons_credentials_changed(
    manual_shop, admin, sandbox, lab, database
):
    service = manual_shop.order(SITES[0])
    sandbox.fault("provision", "delay", ms=6000, commit=True)
    assert not admin.create(service).ok
    sandbox.clear_faults()
    sandbox.add_key("another", "another-secret")
    assert admin.configure("another", "another-secret").ok
    days_later(lab, 3)

    assert database.status(service) == "Active" and sandbox.live(SITES[0]) == [("personal", "active")]
    assert database.ledger(service)["partner_id"] == CLIENT_ID and sandbox.provisions(SITES[0]) == 1


def test_a_plan_whose_answer_was_lost_is_finished_by_hand_with_its_own_key(bundle, manual_shop, admin, sandbox, database):
    service = manual_shop.order(SITES[0])
    sandbox.fault("provision", "delay", ms=6000, commit=True)
    assert not admin.create(service).ok
    sandbox.clear_faults()
    assert choose(admin, manual_shop.products["personal"], "addon").ok

    assert admin.create(service).ok
    assert database.status(service) == "Active" and sandbox.provisions(SITES[0]) == 1
    assert database.ledger(service)["partner_id"] == bundle


def test_a_claim_that_is_committed_after_its_key_was_removed_sends_nothing(bundle, manual_shop, admin, sandbox, lab):
    """As on a cluster, where a removal on another node may win after the claim has read the key."""
    service = manual_shop.order(SITES[0])
    before = len(sandbox.requests())
    lab.sql(
        "CREATE TRIGGER whmcs.removed_elsewhere AFTER INSERT ON whmcs.mod_jetpack_journal FOR EACH ROW DELETE FROM whmcs.mod_jetpack_keys"
    )
    try:
        answer = admin.create(service)
    finally:
        lab.sql("DROP TRIGGER whmcs.removed_elsewhere")
    assert not answer.ok and "whose secret is not known here" in answer.text
    assert len(sandbox.requests()) == before


def test_a_plan_of_which_whmcs_has_heard_is_not_asked_for_with_another_key(bundle, manual_shop, admin, lab):
    service = manual_shop.order(SITES[0])
    assert admin.create(service).ok
    days_later(lab)
    assert choose(admin, manual_shop.products["personal"], "addon").ok
    refused = admin.create(service)
    assert not refused.ok and bundle in refused.text and "tab Keys" in refused.text


@pytest.fixture
def unrecorded(manual_shop, admin, sandbox, lab):
    """A service of the first module's, whose plan is of a key that was typed into its product."""
    sandbox.add_key("old", "old-secret")
    admin.edit_product(manual_shop.products["personal"], {"packageconfigoption[1]": "old", "packageconfigoption[2]": "old-secret"})
    service = manual_shop.order(SITES[0])
    assert admin.create(service).ok
    lab.sql(
        "USE whmcs; DELETE FROM mod_jetpack_services; DELETE FROM mod_jetpack_sites; DELETE FROM mod_jetpack_keys;"
        " DELETE FROM mod_jetpack_journal"
    )
    lab.kill_workers()
    return service


def blank_details(lab):
    lab.sql(
        "USE whmcs; UPDATE tblcustomfieldsvalues SET value = '' WHERE fieldid IN"
        " (SELECT id FROM tblcustomfields WHERE fieldname LIKE 'jetpack_provisioning%')"
    )


def test_a_product_of_services_without_a_record_keeps_its_key_until_they_are_moved_in(unrecorded, manual_shop, admin, database):
    product = manual_shop.products["personal"]
    refused = choose(admin, product, "addon")
    assert not refused.ok and "of which this module has no record" in refused.text
    assert database.value("SELECT configoption1 FROM tblproducts WHERE id = %s", product) == "old"
    assert admin.adopt(unrecorded).ok
    assert choose(admin, product, "addon").ok


def test_a_product_of_services_without_a_record_that_names_the_addons_key_can_have_it_as_such(manual_shop, admin, lab, database):
    """As of the first module, whose key the host has entered in the addon's settings as well: it stays the same key."""
    product = manual_shop.products["personal"]
    admin.edit_product(product, {"packageconfigoption[1]": CLIENT_ID, "packageconfigoption[2]": CLIENT_SECRET})
    assert admin.create(manual_shop.order(SITES[0])).ok
    lab.sql("USE whmcs; DELETE FROM mod_jetpack_services; DELETE FROM mod_jetpack_sites")
    assert said(made(admin)).ok

    assert not choose(admin, product, f"kept:{new_id(database)}").ok
    assert choose(admin, product, "addon").ok
    assert database.value("SELECT concat(configoption1, configoption2) FROM tblproducts WHERE id = %s", product) == ""


def test_a_service_that_has_no_plan_at_wordpress_com_keeps_nobody_from_choosing(bundle, manual_shop, admin, lab):
    manual_shop.order(SITES[0])
    lab.sql("UPDATE whmcs.tblhosting SET domainstatus = 'Active'")
    assert not choose(admin, manual_shop.products["personal"], "addon").ok
    page = admin.open("addonmodules.php?module=jetpack&tab=moving").press("Ask WordPress.com", within=".addon-output")
    assert "nothing" in [tr["data-word"] for tr in page.soup.select("#jetpack-moving tr[data-word]")]
    assert choose(admin, manual_shop.products["personal"], "addon").ok


def test_a_key_that_services_without_a_record_may_need_is_not_removed(unrecorded, manual_shop, admin, lab, database):
    lab.sql("USE whmcs; INSERT INTO mod_jetpack_keys (partner_id, secret, created_at, updated_at) VALUES ('old', 'x', now(), now())")
    # By hand, which nothing can refuse.
    admin.edit_product(manual_shop.products["personal"], {"packageconfigoption[1]": "", "packageconfigoption[2]": ""})
    refused = post(admin, jetpack_action="keys_remove", key="old", sure="1")
    assert not refused.ok and "Move them in first" in refused.text
    assert database.column("SELECT partner_id FROM mod_jetpack_keys") == ["old"]


@pytest.mark.parametrize("is_blank", [True, False])
def test_a_plan_of_a_key_that_a_product_had_before_is_not_said_to_be_ended(unrecorded, manual_shop, admin, sandbox, lab, database, is_blank):
    if is_blank:
        blank_details(lab)
    admin.edit_product(manual_shop.products["personal"], {"packageconfigoption[1]": "", "packageconfigoption[2]": ""})
    answer = admin.terminate(unrecorded)
    assert not answer.ok and "That was the key" not in answer.text
    assert database.status(unrecorded) == "Active" and sandbox.live(SITES[0]) == [("personal", "active")]


def test_the_key_of_a_cancellation_without_a_record_is_kept_until_it_is_heard_of(unrecorded, manual_shop, admin, sandbox, lab, database):
    sandbox.fault("cancel", "delay", ms=6000)
    assert not admin.terminate(unrecorded).ok
    sandbox.clear_faults()
    assert database.column("SELECT partner_id FROM mod_jetpack_keys") == ["old"]
    admin.edit_product(manual_shop.products["personal"], {"packageconfigoption[1]": "", "packageconfigoption[2]": ""})
    days_later(lab, 3)
    assert sandbox.live(SITES[0]) == []


def test_a_key_that_the_report_bills_plans_of_is_not_removed(bundle, manual_shop, admin, sandbox, database):
    number = database.value("SELECT number FROM mod_jetpack_new_keys")
    give_token(admin, keys=f"{CLIENT_ID}:10, {bundle}:{number}")
    assert choose(admin, manual_shop.products["personal"], "addon").ok
    report(sandbox, *[[]] * 11, [activation(5, SITES[1])], [], [activation(5, SITES[1])], *[[]] * 8)
    page = read(admin)
    refused = post(admin, jetpack_action="keys_remove", key=bundle, sure="1")
    assert not refused.ok and "lists plans of it: 1" in refused.text
    assert "What I pay for" in row(admin.open(KEYS), bundle)
    assert "Cancel personal" in page.text(".addon-output")
    report(sandbox, *[[]] * 22)
    read(admin)
    assert post(admin, jetpack_action="keys_remove", key=bundle, sure="1").ok


def test_a_connection_that_ends_while_a_key_is_made_loses_nothing(manual_shop, admin, sandbox, database, lab):
    sandbox.fault("keys", "delay", ms=1500, commit=True)
    with ThreadPoolExecutor(1) as pool:
        page = pool.submit(made, admin)
        sandbox.wait_for("keys")
        for connection in database.column(
            "SELECT ID FROM information_schema.processlist WHERE ID <> connection_id() AND USER = 'whmcs'"
        ):
            database.rows("KILL %s", connection)
        page = page.result()
    assert said(page).ok and secret(page)
    assert "secret is kept" in row(admin.open(KEYS), new_id(database)) and page.soup.select(".jetpack-lost-key") == []


def test_a_key_that_cannot_be_stored_is_shown_although_the_page_fails(manual_shop, admin, sandbox, lab, database):
    sandbox.fault("keys", "delay", ms=1500, commit=True)
    with ThreadPoolExecutor(1) as pool:
        page = pool.submit(made, admin)
        sandbox.wait_for("keys")
        lab.sql("RENAME TABLE whmcs.mod_jetpack_keys TO whmcs.mod_jetpack_gone")
        try:
            page = page.result()
        finally:
            lab.sql("RENAME TABLE whmcs.mod_jetpack_gone TO whmcs.mod_jetpack_keys")
    assert not said(page).ok and "could not be stored here" in said(page).text and len(secret(page)) > 10
    key = new_id(database)
    assert key is not None and admin.open(KEYS).soup.select(".jetpack-lost-key") == []


def test_a_request_that_is_under_way_cannot_be_taken_off_the_list(manual_shop, admin, sandbox, lab, database):
    sandbox.fault("keys", "delay", ms=1500, commit=True)
    with ThreadPoolExecutor(1) as pool:
        page = pool.submit(made, Admin(lab), "Slow")
        sandbox.wait_for("keys")
        press = database.value("SELECT press FROM mod_jetpack_new_keys")
        assert not post(admin, jetpack_action="keys_noted", press=press).ok
        page = page.result()
    assert said(page).ok and not said(made(admin, "Slow")).ok


def test_a_new_secret_behind_a_notice_is_in_no_log_and_on_no_page(manual_shop, admin, sandbox, database):
    for body in [
        '<p>Notice</p>{"id":10,"name":"x","client_id":"12","client_secret":"CANARY-SECRET-1234"}',
        '{"id":10,"client_id":"12","client_secret":"CANARY-SECRET-1234","error":"x","message":"y CANARY-SECRET-1234"}',
    ]:
        sandbox.fault("keys", "body", status=200, body=body)
        page = made(admin, body[:5])
        assert not said(page).ok and "CANARY" not in page.html
    assert "CANARY" not in str(database.rows("SELECT * FROM tblmodulelog"))


def test_a_token_behind_a_notice_is_in_no_log(manual_shop, admin, sandbox, database, lab):
    lab.kill_workers()
    told = '<br /><b>Warning</b>: x<br />{"access_token":"CANARY-TOKEN-1234","token_type":"bearer"}'
    sandbox.fault("token", "body", status=200, body=told)
    assert not admin.create(manual_shop.order(SITES[0])).ok
    assert "CANARY" not in str(database.rows("SELECT * FROM tblmodulelog"))


@pytest.mark.parametrize("name", ["", CLIENT_ID])
def test_the_addons_own_key_follows_the_settings_however_a_product_names_it(manual_shop, admin, sandbox, lab, name):
    service = manual_shop.order(SITES[0])
    assert admin.create(service).ok
    product = manual_shop.products["personal"]
    choices = admin.open(KEYS).soup.select(f"#jetpack-product-keys tr[data-product='{product}'] option")
    assert [choice["value"] for choice in choices] == ["addon"]
    admin.edit_product(product, {"packageconfigoption[1]": name, "packageconfigoption[2]": ""})
    sandbox.add_key(CLIENT_ID, "a new secret")
    try:
        sandbox.revoke_tokens()
        lab.kill_workers()
        assert admin.configure(CLIENT_ID, "a new secret").ok
        assert admin.create(manual_shop.order(SITES[1])).ok
        assert admin.terminate(service).ok
    finally:
        sandbox.add_key(CLIENT_ID, CLIENT_SECRET)


def test_a_key_that_could_provision_nothing_is_not_made_and_a_limit_of_none_is_full(manual_shop, admin, sandbox, database):
    refused = said(made(admin, personal=""))
    assert not refused.ok and "could provision nothing" in refused.text and sandbox.requests("keys") == []
    assert said(made(admin)).ok
    assert "Jetpack Premium: 0 of 0 limit reached" in row(admin.open(KEYS), new_id(database))


@pytest.mark.parametrize("number", ["11", ""])
def test_the_number_that_the_report_needs_of_a_key_stands_beside_it(bundle, admin, database, number):
    database.rows("UPDATE mod_jetpack_new_keys SET number = %s", number)
    told = row(admin.open(KEYS), bundle)
    assert "Made on" in told and ("Its number for the setting Key Numbers: 11." in told) == (number != "")
    assert number or "Key Numbers" not in told


def test_a_secret_without_its_id_is_not_thrown_away(manual_shop, admin, database):
    product = manual_shop.products["personal"]
    admin.edit_product(product, {"packageconfigoption[1]": "", "packageconfigoption[2]": "half"})
    refused = choose(admin, product, "addon")
    assert not refused.ok and "without its partner id" in refused.text
    assert database.value("SELECT configoption2 FROM tblproducts WHERE id = %s", product) == "half"
