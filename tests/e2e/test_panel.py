"""The panel on the client's product page: how the plan stands, and one next step."""

SITE = "https://shop.example.test"


def panel(shop, service, name="alice"):
    return shop.shopper(name).product_page(service).soup.select_one("#jetpack-panel")


def words(found):
    return found.get_text(" ", strip=True)


def test_a_waiting_plan_is_one_button_and_a_date(shop, sandbox, database):
    service = shop.order(SITE)
    asked = len(sandbox.requests())
    found = panel(shop, service)

    assert "One step is left: connect https://shop.example.test" in words(found)
    assert "Please do this until 20" in words(found)
    link = found.select_one("a.btn")
    assert link.get_text() == "Connect your site"
    assert link["href"] == database.details(service).removeprefix("URL to Activate Jetpack: ")
    assert len(sandbox.requests()) == asked


def test_an_active_plan_leads_to_the_site(shop, lab, sandbox):
    service = shop.order("https://connected.example.test")
    found = panel(shop, service)
    assert "Jetpack is active" in words(found)
    assert found.select_one("a.btn")["href"] == "https://connected.example.test/wp-admin/"


def test_a_name_that_does_not_resolve_and_a_failure_are_told_in_plain_words(shop, sandbox):
    assert "Jetpack is waiting for" in words(panel(shop, shop.order("https://unresolved.example.test")))
    refused = panel(shop, shop.order("https://nojetpack.example.test", "bob"), "bob")
    assert "has been informed" in words(refused) and refused.select_one("a") is None


def test_it_speaks_the_clients_language(shop, lab):
    lab.sql("UPDATE tblclients SET language = 'german' WHERE id = 1")
    found = panel(shop, shop.order(SITE))
    assert "Ein Schritt fehlt noch" in words(found) and "Website verbinden" in words(found)


def test_what_is_stored_is_no_markup_there(shop, lab):
    service = shop.order(SITE)
    lab.sql("UPDATE mod_jetpack_services SET next_url = 'https://x.example/\"><script>alert(1)</script>'")
    page = shop.shopper().product_page(service)
    assert "<script>alert(1)" not in str(page.soup.select_one("#jetpack-panel"))
    assert page.soup.select_one("#jetpack-panel script") is None


def test_a_service_without_a_record_and_a_broken_module_show_nothing(manual_shop, lab, ini):
    service = manual_shop.order(SITE)
    assert panel(manual_shop, service) is None
    lab.up("")
    try:
        assert panel(manual_shop, service) is None
    finally:
        lab.up(ini)
