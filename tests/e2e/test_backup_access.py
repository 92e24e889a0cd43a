"""WordPress.com gets the hosting account's own access for backups where product and client want that, and nobody else does."""

from pathlib import Path

import leaks
import pytest
from leaks import Fingerprint

from host.admin import Service, must

SITE = "https://connected.example.test"
DOMAIN = "connected.example.test"
MARK = Fingerprint("Bk82wN5tHd7")
PASSWORD = "p&a<s\"s'%20+Bk82wN5tHd7"
NEW_MARK = Fingerprint("Nw64rJ9sLp3")
NEW = "n&e<w\"Nw64rJ9sLp3"
GIVEN = "WordPress.com has the hosting account's access for backups."

# The workers' user may be unable to read the checkout.
HOSTING = Path(__file__).with_name("hosting_account.php").read_text().removeprefix("<?php")
CHANGE = """
require getenv('LAB_SITE') . '/init.php';
[, $service, $old, $new, $name, $stored] = $argv;
if ($stored === 'before') {
    WHMCS\\Database\\Capsule::table('tblhosting')->where('id', $service)->update(['password' => encrypt($new)]);
}
run_hook('AfterModuleChangePassword', ['serviceid' => (int) $service, 'oldpassword' => $old, $name => $new]);
"""

TICK_BOX = {
    "customfields[new][fieldname]": "Backup Access",
    "customfields[new][fieldtype]": "tickbox",
    "packageconfigoption[6]": "hosting",
}


def host(lab, password=PASSWORD, client=1, domain=DOMAIN, server=("server.example.test",)):
    """A hosting account; its number."""
    return int(lab.php("-r", HOSTING, "--", str(client), domain, "alice7", password, *server).stdout)


def change(lab, hosting, new=NEW, old=PASSWORD, name="newpassword", stored="before"):
    """The hook, as WHMCS may run it after a password was changed."""
    lab.php("-r", CHANGE, "--", str(hosting), old, new, name, stored)


def ordered(shop, site=SITE, agrees=True):
    """A service whose product offers to hand the access over."""
    must(shop.admin.edit_product(shop.products["personal"], TICK_BOX))
    service = shop.order(site)
    if agrees:
        must(shop.admin.edit_service(service, {"Backup Access": "on"}))
    return service


def sent(sandbox, operation="provision"):
    """Host, user and password of each such call."""
    forms = [dict(request["form"]) for request in sandbox.requests(operation)]
    return [tuple(form.get(f"ssh_{part}") for part in ("host", "user", "pass")) for form in forms]


def assert_nowhere(shop, lab, database, service):
    for mark in (MARK, NEW_MARK):
        assert leaks.in_database(database, mark) == set()
        assert leaks.in_files(lab, mark) == set()
        assert leaks.in_pages(shop, service, mark) == set()


@pytest.mark.parametrize("encoding", ["on", "off"])
def test_the_accounts_own_access_goes_with_the_plan_and_is_left_nowhere(lab, manual_shop, sandbox, database, encoding):
    lab.switch("entity_encoding", encoding)
    host(lab)
    service = ordered(manual_shop)
    assert manual_shop.admin.create(service).ok

    assert sent(sandbox) == [("server.example.test", "alice7", PASSWORD)]
    assert GIVEN in database.activity()[-2]
    assert GIVEN in manual_shop.admin.service_page(service).text()
    assert_nowhere(manual_shop, lab, database, service)


def test_without_a_server_the_accounts_domain_is_the_host(lab, manual_shop, sandbox):
    host(lab, server=())
    assert manual_shop.admin.create(ordered(manual_shop)).ok
    assert sent(sandbox) == [(DOMAIN, "alice7", PASSWORD)]


def test_what_the_client_has_not_agreed_to_is_not_sent(lab, manual_shop, sandbox, database):
    host(lab)
    assert manual_shop.admin.create(ordered(manual_shop, agrees=False)).ok
    assert sent(sandbox) == [(None, None, None)]
    assert "access" not in database.activity()[-2]


def test_what_the_product_does_not_offer_is_not_sent(lab, manual_shop, sandbox):
    host(lab)
    service = ordered(manual_shop)
    must(manual_shop.admin.edit_product(manual_shop.products["personal"], {"packageconfigoption[6]": "none"}))
    assert manual_shop.admin.create(service).ok
    assert sent(sandbox) == [(None, None, None)]


@pytest.mark.parametrize("accounts", ["none", "two", "another client's", "terminated"])
def test_an_account_that_is_not_certain_is_not_sent_and_that_is_said(lab, manual_shop, sandbox, database, accounts):
    if accounts == "two":
        host(lab)
        host(lab)
    if accounts == "another client's":
        host(lab, client=2)
    if accounts == "terminated":
        lab.sql(f"UPDATE tblhosting SET domainstatus = 'Terminated' WHERE id = {host(lab)}")
    assert manual_shop.admin.create(ordered(manual_shop)).ok
    assert sent(sandbox) == [(None, None, None)]
    assert "but WHMCS has none" in database.activity()[-2]


def test_an_access_that_is_refused_is_a_warning_and_create_repeats_it(lab, manual_shop, sandbox, database):
    hosting = host(lab, "wrong")
    service = ordered(manual_shop)
    assert manual_shop.admin.create(service).ok
    assert "did not store the hosting account's access for backups: The host refused" in database.activity()[-2]
    assert "The host refused" in manual_shop.admin.service_page(service).text()

    lab.sql(f"DELETE FROM tblhosting WHERE id = {hosting}")
    host(lab)
    assert manual_shop.admin.create(service).ok
    assert sandbox.provisions(SITE) == 1
    assert sent(sandbox, "ssh") == [("server.example.test", "alice7", PASSWORD)]
    assert_nowhere(manual_shop, lab, database, service)


def test_a_database_that_fails_after_the_answer_leaks_nothing(lab, manual_shop, sandbox, database):
    host(lab)
    service = ordered(manual_shop)
    lab.sql("ALTER TABLE mod_jetpack_journal MODIFY sentence VARCHAR(5)")
    lab.switch("sql_mode", "strict")
    manual_shop.admin.create(service)
    assert_nowhere(manual_shop, lab, database, service)


@pytest.mark.parametrize("told_by", ["both", "model", "addonId"])
def test_of_a_product_addon_it_is_the_parents(lab, manual_shop, admin, sandbox, database, told_by):
    lab.switch("addon_told_by", told_by)
    hosting = host(lab, domain="another.example.test")
    definition = manual_shop.sell_addon()
    must(admin.add_product_addon_field(definition, "Backup Access", "tickbox"))
    lab.sql("UPDATE tblmodule_configuration SET value = 'hosting' WHERE setting_name = 'configoption6'")
    addon = manual_shop.add_addon(Service(hosting, 1), definition, SITE)
    must(admin.edit_service(addon, {"Backup Access": "on"}))
    assert admin.create(addon).ok
    assert sent(sandbox) == [("server.example.test", "alice7", PASSWORD)]

    change(lab, hosting)
    assert sent(sandbox, "ssh") == [("server.example.test", "alice7", NEW)]


@pytest.mark.parametrize("stored", ["before", "after"])
@pytest.mark.parametrize("name", ["newpassword", "newspassword"])
def test_a_changed_password_is_handed_over(lab, manual_shop, sandbox, database, name, stored):
    hosting = host(lab)
    service = ordered(manual_shop)
    assert manual_shop.admin.create(service).ok
    row = database.ledger(service)
    change(lab, hosting, name=name, stored=stored)

    assert sent(sandbox, "ssh") == [("server.example.test", "alice7", NEW)]
    assert database.activity()[-1].endswith(f"has the changed password for the backups of {SITE}.")
    unchanged = ("state", "next_look_at", "doubt_until", "wanted")
    assert [database.ledger(service)[column] for column in unchanged] == [row[column] for column in unchanged]
    assert_nowhere(manual_shop, lab, database, service)


def test_a_changed_password_that_cannot_be_handed_over_is_told_to_staff(lab, manual_shop, sandbox, database):
    hosting = host(lab)
    service = ordered(manual_shop)
    assert manual_shop.admin.create(service).ok
    sandbox.fault("ssh", "status", status=500, times=9)
    change(lab, hosting)

    told = database.activity()[-1]
    assert told.startswith("JETPACK MODULE: The password of the hosting account")
    assert "does not have the changed password" in told and told.count("JETPACK MODULE") == 1
    sandbox.clear_faults()
    assert manual_shop.admin.create(service).ok
    assert sent(sandbox, "ssh")[-1] == ("server.example.test", "alice7", NEW)
    assert_nowhere(manual_shop, lab, database, service)


def test_the_password_of_an_account_that_no_plan_hangs_on_concerns_nobody(lab, manual_shop, sandbox, database):
    hosting = host(lab)
    other = host(lab, domain="another.example.test")
    service = ordered(manual_shop)
    assert manual_shop.admin.create(service).ok
    change(lab, other)
    assert manual_shop.admin.terminate(service).ok
    entries = len(database.activity())
    change(lab, hosting)
    must(manual_shop.admin.edit_service(service, {"Backup Access": None}))
    change(lab, hosting)

    assert sent(sandbox, "ssh") == [] and len(database.activity()) == entries
    assert_nowhere(manual_shop, lab, database, service)
