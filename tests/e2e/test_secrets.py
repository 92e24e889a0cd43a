"""Secrets arrive as they were typed, and stay nowhere (architecture.md, promise 6)."""

import json

import leaks
import pytest
from leaks import Fingerprint

from host.shop import Shop

SITE = "https://shop.example.test"
ID = "partner+with&odd id"
MARK = Fingerprint("Kx93wQ7zVb5")
SECRET = "a&b+c%20d\"e' f<g>\\hKx93wQ7zVb5"
TOKEN = "to+ken/Tn84mR2yLc6=="
TOKEN_MARK = Fingerprint("Tn84mR2yLc6")

encodings = pytest.mark.parametrize("encoding", ["on", "off"])


def eventful_life(shop, sandbox, told="nothing"):
    """One service through successes and failures, with an API that repeats what it was told.

    A token is repeated only in the call that used it: nothing remembers one that was refused.
    """
    echo = json.dumps({"error": "invalid_input", "message": f"{told} and {TOKEN} are not good"})
    later = json.dumps({"error": "invalid_input", "message": f"{told} is not good"})
    if shop.admin.addon_page().has_button("Validate Credentials"):
        shop.admin.validate()
    sandbox.fault("token", "body", body=json.dumps({"access_token": TOKEN, "token_type": "bearer"}))
    sandbox.fault("provision", "status", status=400, body=echo, skip=1)
    sandbox.revoke_tokens()
    service = shop.order(SITE)
    shop.admin.create(service)
    sandbox.fault("cancel", "html", body=f"<p>{told}</p>")
    sandbox.fault("status", "status", status=500, body=later)
    shop.admin.terminate(service)
    sandbox.clear_faults()
    assert shop.admin.create(service).ok
    return service


def assert_arrived(sandbox):
    tokens = sandbox.requests("token")
    assert tokens and all(dict(request["form"])["client_secret"] == SECRET for request in tokens)
    assert all(dict(request["form"])["client_id"] == ID for request in tokens)


def assert_nowhere(shop, lab, database, service, stored_by_whmcs):
    assert leaks.in_database(database, MARK) <= stored_by_whmcs
    assert leaks.in_database(database, TOKEN_MARK) == set()
    for mark in (MARK, TOKEN_MARK):
        assert leaks.in_files(lab, mark) == set()
        assert leaks.in_pages(shop, service, mark) == set()


@encodings
@pytest.mark.parametrize("encrypted", ["on", "off"])
def test_the_addons_secret_arrives_and_is_left_nowhere(lab, sandbox, database, encoding, encrypted):
    lab.switch("entity_encoding", encoding)
    lab.switch("addon_settings_encrypted", encrypted)
    sandbox.add_key(ID, SECRET)
    shop = Shop(lab, partner=(ID, SECRET))
    service = eventful_life(shop, sandbox)

    assert_arrived(sandbox)
    assert_nowhere(shop, lab, database, service, {"tbladdonmodules.partner_secret"})
    # The search itself works: it finds what WHMCS stores in clear.
    assert leaks.in_database(database, MARK) == (set() if encrypted == "on" else {"tbladdonmodules.partner_secret"})


@encodings
def test_a_products_own_secret_arrives_and_is_left_nowhere(lab, sandbox, database, encoding):
    lab.switch("entity_encoding", encoding)
    sandbox.add_key(ID, SECRET)
    shop = Shop(lab, partner=("", ""))
    shop.admin.edit_product(
        shop.products["personal"], {"packageconfigoption[1]": ID, "packageconfigoption[2]": SECRET}
    )
    service = eventful_life(shop, sandbox)

    assert_arrived(sandbox)
    assert_nowhere(shop, lab, database, service, {"tblproducts.configoption2"})


def test_an_api_that_repeats_the_secret_does_not_get_it_shown(lab, sandbox, database):
    sandbox.add_key(ID, SECRET)
    shop = Shop(lab, partner=(ID, SECRET))
    service = eventful_life(shop, sandbox, told=SECRET)

    assert_nowhere(shop, lab, database, service, {"tbladdonmodules.partner_secret"})


def test_a_failing_database_does_not_bring_the_secret_into_a_log(lab, sandbox, database):
    sandbox.add_key(ID, SECRET)
    shop = Shop(lab, partner=(ID, SECRET), autosetup="")
    service = shop.order(SITE)
    lab.sql("ALTER TABLE mod_jetpack_services DROP COLUMN lease_token")
    answer = shop.admin.create(service)

    assert "JETPACK MODULE: " in answer.text
    assert database.value("SELECT count(*) FROM tblmodulelog") > 0
    assert_nowhere(shop, lab, database, service, {"tbladdonmodules.partner_secret"})


def test_a_wrong_secret_is_not_repeated_either(lab, sandbox, database):
    shop = Shop(lab, partner=(ID, SECRET), autosetup="")
    service = shop.order(SITE)
    shop.admin.validate()
    assert not shop.admin.create(service).ok

    assert_nowhere(shop, lab, database, service, {"tbladdonmodules.partner_secret"})


def test_the_activation_address_is_only_where_its_owner_and_staff_look(shop, lab, sandbox, database):
    service = shop.order(SITE)
    nonce = Fingerprint(database.details(service).split("nonce=")[1][:20])
    homes = {"tblcustomfieldsvalues.value", "mod_jetpack_services.next_url", "tblemails.message"}

    shop.admin.create(service)
    assert leaks.in_database(database, nonce) == homes
    assert leaks.in_pages(shop, service, nonce) == {"service", "product", "systememails.php"}
    assert leaks.in_files(lab, nonce) == set()

    shop.admin.terminate(service)
    assert leaks.in_database(database, nonce) == {"tblemails.message"}


def test_an_answer_that_cannot_be_stored_is_not_logged_with_its_address(lab, sandbox, database):
    """The database's own error message holds the statement with its values."""
    nonce = Fingerprint("Nc57tB2xQe9")
    address = "https://example.test/jetpack.authorize/1/?nonce=Nc57tB2xQe9"
    answer = json.dumps({"success": True, "next_url": address, "auth_required": True})
    lab.switch("sql_mode", "strict")
    shop = Shop(lab, autosetup="")
    service = shop.order(SITE)
    lab.sql("ALTER TABLE mod_jetpack_services MODIFY next_url VARCHAR(20)")
    sandbox.fault("provision", "body", body=answer, commit=True)

    told = shop.admin.create(service).text
    assert "JETPACK MODULE: WordPress.com was asked, but the database could not store the answer." in told
    assert leaks.in_database(database, nonce) == set()
    assert leaks.in_files(lab, nonce) == set()
    assert leaks.in_pages(shop, service, nonce) == set()

    lab.sql("ALTER TABLE mod_jetpack_services MODIFY next_url TEXT")
    assert shop.admin.create(service).ok
    assert sandbox.provisions(SITE) == 1


def test_another_client_cannot_see_the_activation_address(shop, database):
    service = shop.order(SITE)
    nonce = database.details(service).split("nonce=")[1]

    page = shop.shopper("bob").product_page(service)
    assert page.status == 404
    assert nonce not in page.html
