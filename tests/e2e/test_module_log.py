"""WHMCS's module log: every call is there, whose it is, and without what could deceive a reader."""

SITE = "https://shop.example.test"


def entries(database):
    return database.rows("SELECT * FROM tblmodulelog ORDER BY id")


def test_every_entry_names_its_service_also_where_nothing_was_sent(manual_shop, admin, database, sandbox):
    service = manual_shop.order(SITE)
    addon = manual_shop.add_addon(service, manual_shop.sell_addon("personal"), SITE)
    admin.edit_service(service, {"Site URL": "https://192.168.0.1"})
    assert not admin.create(service).ok
    assert not admin.terminate(service).ok
    assert admin.create(addon).ok
    assert not admin.adopt(addon).ok

    refused, ended, made, again = entries(database)
    assert refused["request"] == f"service #{service.id}\n(Nothing was sent.)"
    assert "192.168.0.1" in refused["arrdata"]
    assert ended["request"] == f"service #{service.id}\n(Nothing was sent.)"
    assert made["request"].startswith(f"addon #{addon.id}\nPOST ")
    assert again["request"] == f"addon #{addon.id}\n(Nothing was sent.)"


def test_codes_are_there_and_not_in_what_staff_read(manual_shop, admin, database, sandbox):
    service = manual_shop.order("https://nojetpack.example.test")
    said = admin.create(service).text
    logged = entries(database)[-1]["response"]

    assert "method_not_found" in logged and "method_not_found" not in said
    sandbox.fault("token", "reset", times=9)
    sandbox.revoke_tokens()
    assert "os error" not in admin.create(service).text


def test_control_characters_are_written_out(lab, manual_shop, admin, database):
    service = manual_shop.order(SITE)
    field = database.value("SELECT v.id FROM tblcustomfieldsvalues v JOIN tblcustomfields f ON f.id = v.fieldid WHERE fieldname = 'Local User'")
    lab.sql(f"UPDATE tblcustomfieldsvalues SET value = 'adm\\rin\\nclient_id=x{chr(27)}[2J' WHERE id = {field}")
    admin.create(service)

    request = entries(database)[-1]["request"]
    assert "local_user=adm\\rin\\nclient_id=x\\u{1b}[2J" in request
    assert not any(ord(c) < 32 and c not in "\n\t" for c in request)


def test_a_php_that_forbids_its_own_settings_makes_no_difference(lab, manual_shop, admin, database, ini):
    service = manual_shop.order(SITE)
    lab.up(ini + "disable_functions=ini_get,ini_set,ini_get_all,set_time_limit,getenv,putenv,php_uname,phpinfo\n")
    try:
        made = admin.create(service)
    finally:
        lab.up(ini)
    assert made.ok, made
