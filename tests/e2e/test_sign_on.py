"""Single sign-on and the button that does the same: to the next step."""

import pytest

SITE = "https://shop.example.test"


def sign_on(shop, service, name="alice"):
    """Where it leads, or None, and what the page says."""
    shopper = shop.shopper(name)
    address = f"{shopper.browser.root}clientarea.php?action=productdetails&id={service.id}&dosinglesignon=1"
    answer = shopper.browser._http.get(address, allow_redirects=False, timeout=60)
    return answer.headers.get("Location"), answer.text


def test_it_leads_to_the_link_while_the_plan_waits_and_then_to_wp_admin(shop, sandbox, admin, database):
    service = shop.order(SITE)
    asked = len(sandbox.requests())
    assert sign_on(shop, service)[0] == database.ledger(service)["next_url"]
    assert len(sandbox.requests()) == asked

    sandbox.connect(SITE)
    assert admin.create(service).ok
    assert sign_on(shop, service)[0] == f"{SITE}/wp-admin/"


def test_where_there_is_nothing_to_open_the_client_reads_why_in_his_language(shop, lab, admin):
    waits = shop.order("https://unresolved.example.test")
    where, page = sign_on(shop, waits)
    assert where is None and "Jetpack is waiting for https://unresolved.example.test" in page
    refused = shop.order("https://nojetpack.example.test", "bob")
    where, page = sign_on(shop, refused, "bob")
    assert where is None and "has been informed" in page

    assert admin.terminate(waits).ok
    lab.sql("UPDATE tblclients SET language = 'german' WHERE id = 1")
    where, page = sign_on(shop, waits)
    assert where is None and "gekündigt" in page


def test_a_service_without_a_record_and_a_broken_module_lead_nowhere(manual_shop, lab, ini):
    service = manual_shop.order(SITE)
    where, page = sign_on(manual_shop, service)
    assert where is None and "nothing to open for Jetpack" in page
    lab.up("")
    try:
        where, page = sign_on(manual_shop, service)
        assert where is None and "nothing to open for Jetpack" in page and "extension" not in page
    finally:
        lab.up(ini)
    lab.sql("DROP TABLE mod_jetpack_services, mod_jetpack_sites, mod_jetpack_keys, mod_jetpack_journal, mod_jetpack_schema")
    assert "nothing to open for Jetpack" in sign_on(manual_shop, service)[1]


def test_nobody_else_gets_there(shop):
    service = shop.order(SITE)
    assert sign_on(shop, service, "bob")[0] is None


@pytest.mark.parametrize("language, words", [("english", "Connect your site"), ("french", "Connecter votre site")])
def test_the_button_is_there_while_there_is_something_to_open(shop, lab, database, language, words):
    lab.sql(f"UPDATE tblclients SET language = '{language}'")
    service = shop.order(SITE)
    button = shop.shopper().product_page(service).soup.select_one("#customactions a")
    assert button.get_text() == words
    browser = shop.shopper().browser
    answer = browser._http.get(browser.root + button["href"], allow_redirects=False, timeout=60)
    assert answer.headers["Location"] == database.ledger(service)["next_url"]

    nothing = shop.order("https://unresolved.example.test", "bob")
    assert shop.shopper("bob").product_page(nothing).soup.select_one("#customactions a") is None
