"""The alert of a client whose site waits for him."""

SITE = "https://shop.example.test"


def alerts(shop, name="alice"):
    return shop.shopper(name).browser.open("clientarea.php?action=products").soup.select("#alerts li")


def test_a_waiting_site_is_named_with_a_link_to_its_service(shop, sandbox, admin):
    assert alerts(shop) == []
    service = shop.order(SITE)
    asked = len(sandbox.requests())
    [alert] = alerts(shop)
    assert f"connect {SITE} with WordPress.com" in alert.get_text()
    assert alert.a["href"] == f"clientarea.php?action=productdetails&id={service.id}"
    assert alert.a.get_text() == "Connect your site"
    # Nobody else is told, and nobody is asked.
    assert alerts(shop, "bob") == []
    assert len(sandbox.requests()) == asked

    sandbox.connect(SITE)
    assert admin.create(service).ok
    assert alerts(shop) == []


def test_of_several_the_one_that_lapses_first_is_named(shop, lab):
    shop.order(SITE)
    sooner = shop.order("https://unresolved.example.test")
    lab.sql(f"UPDATE mod_jetpack_services SET pending_until = pending_until - 86400 WHERE service_id = {sooner.id}")
    [alert] = alerts(shop)
    assert "https://unresolved.example.test" in alert.get_text()
    assert alert.a.get_text() == "Show details" and f"id={sooner.id}" in alert.a["href"]


def test_what_was_cancelled_or_is_another_clients_by_now_is_no_alert(shop, lab, admin):
    cancelled = shop.order("https://unresolved.example.test")
    assert admin.terminate(cancelled).ok
    assert alerts(shop) == []
    moved = shop.order(SITE)
    # Moved behind the back of all hooks: our row still names the former owner.
    lab.sql(f"UPDATE tblhosting SET userid = 2 WHERE id = {moved.id}")
    assert alerts(shop) == []


def test_an_addons_alert_leads_to_its_service(manual_shop, admin):
    service = manual_shop.order("https://connected.example.test")
    addon = manual_shop.add_addon(service, manual_shop.sell_addon(), SITE)
    assert admin.create(addon).ok
    [alert] = alerts(manual_shop)
    assert SITE in alert.get_text() and alert.a["href"].endswith(f"id={service.id}")


def test_what_is_stored_is_no_markup_there(shop, lab):
    shop.order(SITE)
    lab.sql("UPDATE mod_jetpack_services SET site = 'https://<b>bold</b>.example.test'")
    assert alerts(shop) == []


def test_without_tables_or_extension_there_is_none(shop, lab, ini):
    shop.order(SITE)
    lab.up("")
    try:
        assert alerts(shop) == []
    finally:
        lab.up(ini)
    lab.sql("DROP TABLE mod_jetpack_services, mod_jetpack_sites, mod_jetpack_keys, mod_jetpack_journal, mod_jetpack_schema")
    assert alerts(shop) == []
