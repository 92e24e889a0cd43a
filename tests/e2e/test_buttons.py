"""The buttons Try again and New link, for what Create left to be done."""

SITE = "https://shop.example.test"


def test_try_again_is_a_create_with_all_that_follows(lab, sandbox, shop, admin, database):
    service = shop.order("https://nojetpack.example.test")
    assert database.status(service) == "Pending"
    assert database.value("SELECT count(*) FROM tblmodulequeue WHERE completed = 0") == 1
    refused = admin.try_again(service)
    assert not refused.ok and refused.text.count("JETPACK MODULE: ") == 1
    assert "Install and activate the Jetpack plugin" in refused.text

    assert admin.edit_service(service, {"Site URL": SITE}).ok
    assert admin.try_again(service).ok

    assert database.status(service) == "Active"
    assert database.value("SELECT count(*) FROM tblmodulequeue WHERE completed = 0") == 0
    mail = database.value("SELECT message FROM tblemails WHERE userid = %s ORDER BY id DESC LIMIT 1", service.client)
    assert database.details(service).replace("&", "&amp;") in mail
    assert sandbox.live(SITE) == [("personal", "pending")]
    # As with Create, once more changes nothing.
    assert admin.try_again(service).ok
    assert sandbox.provisions(SITE) == 1


def test_try_again_of_a_product_addon_leaves_its_service_alone(manual_shop, admin, sandbox, database):
    service = manual_shop.order(SITE)
    addon = manual_shop.add_addon(service, manual_shop.sell_addon(), "https://connected.example.test")
    assert admin.try_again(addon).ok
    assert sandbox.live("https://connected.example.test") == [("personal", "active")]
    assert (sandbox.live(SITE), database.status(service)) == ([], "Pending")


def test_a_new_link_replaces_the_old_one_and_begins_the_term_anew(shop, lab, admin, sandbox, database):
    service = shop.order(SITE)
    former = database.details(service)
    lab.sql("UPDATE mod_jetpack_services SET pending_until = pending_until - 12 * 86400")
    # What the fields say by now is not what waits.
    assert admin.edit_service(service, {"Site URL": "https://elsewhere.example.test"}).ok

    pressed = admin.new_link(service)
    assert pressed.ok, pressed.text

    assert database.details(service).startswith("URL to Activate Jetpack: ") and database.details(service) != former
    left = database.value("SELECT pending_until - unix_timestamp() FROM mod_jetpack_services")
    assert 13.9 * 86400 < left <= 14 * 86400
    assert sandbox.live(SITE) == [("personal", "pending")]
    assert (sandbox.provisions(SITE), sandbox.provisions("https://elsewhere.example.test")) == (2, 0)
    said = "".join(database.activity())
    assert f"The owner of {SITE} has a new address" in said and "nonce" not in said
    assert database.value("SELECT action FROM mod_jetpack_journal ORDER BY id DESC LIMIT 1") == "renew"


def test_where_nothing_waits_the_sentence_says_what_to_press(manual_shop, admin, sandbox):
    nothing = manual_shop.order(SITE)
    assert "Press Create" in admin.new_link(nothing).text
    active = manual_shop.order("https://connected.example.test", "bob")
    assert admin.create(active).ok
    asked = len(sandbox.requests())
    refused = admin.new_link(active)
    assert not refused.ok and "is active" in refused.text
    assert len(sandbox.requests()) == asked


def test_a_refused_renewal_leaves_the_clients_link(shop, admin, sandbox, database):
    service = shop.order(SITE)
    former = database.details(service)
    sandbox.fault("provision", "body", status=400, body='{"error": "method_not_found", "message": "Not found."}')
    refused = admin.new_link(service)
    assert not refused.ok and "waits as before" in refused.text
    assert database.details(service) == former
    assert database.ledger(service)["state"] == "pending"
