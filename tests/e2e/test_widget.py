"""The widget on the admin area's first page."""

SITE = "https://shop.example.test"


def widget(admin):
    page = admin.open("index.php")
    assert page.status == 200
    return page.soup.select_one("#jetpack-widget")


def counts(found):
    return [item.get_text(" ", strip=True) for item in found.select(".jetpack-counts li")]


def attention(found):
    return [item.get_text(" ", strip=True) for item in found.select(".jetpack-attention li")]


def test_it_counts_in_words_and_names_what_needs_somebody(shop, admin, lab, sandbox):
    assert "No plan was provisioned yet" in widget(admin).get_text()
    waits = shop.order(SITE)
    shop.order("https://connected.example.test")
    refused = shop.order("https://nojetpack.example.test", "bob")
    asked = len(sandbox.requests())
    found = widget(admin)
    assert counts(found) == ["1 active and billed", "1 waiting for their owners to connect", "1 refused"]
    [named] = attention(found)
    assert named.startswith("https://nojetpack.example.test : Refused.")
    assert found.select_one(".jetpack-attention a")["href"] == f"clientsservices.php?userid=2&id={refused.id}"
    assert len(sandbox.requests()) == asked

    # For more than ten days.
    lab.sql(f"UPDATE mod_jetpack_services SET pending_until = unix_timestamp() + 86400 * 4 - 60 WHERE service_id = {waits.id}")
    assert any(SITE in line and "Waits for its owner" in line for line in attention(widget(admin)))


def test_what_is_not_known_and_what_was_deleted_is_named(shop, admin, sandbox):
    sandbox.fault("provision", "status", status=503, times=None)
    sandbox.fault("status", "status", status=503, times=None)
    unknown = shop.order(SITE)
    sandbox.clear_faults()
    deleted = shop.order("https://connected.example.test")
    admin.delete_service(deleted)
    found = widget(admin)
    links = {link.get_text(): link["href"] for link in found.select(".jetpack-attention a")}
    assert links[SITE] == f"clientsservices.php?userid=1&id={unknown.id}"
    # Its page is gone with it.
    assert links["https://connected.example.test"] == "clientssummary.php?userid=1"
    assert "1 on the books although WHMCS deleted their services" in counts(found)


def test_an_addons_link_leads_to_its_page_and_a_refusal_that_was_ended_is_done(manual_shop, admin, database):
    service = manual_shop.order(SITE)
    addon = manual_shop.add_addon(service, manual_shop.sell_addon(), "https://nojetpack.example.test")
    assert not admin.create(addon).ok
    [link] = widget(admin).select(".jetpack-attention a")
    assert link["href"] == addon.page
    assert admin.terminate(addon).ok
    assert attention(widget(admin)) == []


def test_what_is_stored_is_no_markup_there(shop, admin, lab):
    shop.order(SITE)
    lab.sql("UPDATE mod_jetpack_services SET site = '<script>alert(1)</script>', state = '<b>bold</b>'")
    found = widget(admin)
    assert found.find("script") is None and found.find("b") is None
    assert "The record cannot be read" in attention(found)[0]


def test_without_extension_or_tables_the_page_is_there(shop, admin, lab, ini):
    lab.up("")
    try:
        assert "is not loaded" in widget(admin).get_text()
    finally:
        lab.up(ini)
    lab.sql("DROP TABLE mod_jetpack_services, mod_jetpack_sites, mod_jetpack_keys, mod_jetpack_journal, mod_jetpack_schema")
    assert "No plan was provisioned yet" in widget(admin).get_text()
