"""The welcome mail holds the next step, and other mails are left alone."""

import json

SITE = "https://shop.example.test"
ASK = """
require getenv('LAB_SITE') . '/init.php';
echo json_encode(run_hook('EmailPreSend', ['messagename' => $argv[1], 'relid' => (int) $argv[2], 'mergefields' => []]));
"""


def fields(lab, template, number):
    return json.loads(lab.php("-r", ASK, "--", template, str(number)).stdout)


def test_the_welcome_mail_tells_where_to_connect(shop, database):
    service = shop.order(SITE)
    mail = database.value("SELECT message FROM tblemails WHERE userid = %s ORDER BY id DESC LIMIT 1", service.client)

    assert "thank you for ordering Jetpack Personal" in mail
    assert database.details(service).replace("&", "&amp;") in mail


def test_it_says_so_even_where_hooks_have_not_been_found(shop, lab, database):
    lab.sql("UPDATE tblconfiguration SET value = '' WHERE setting IN ('ModuleHooks', 'AddonModulesHooks')")
    service = shop.order(SITE)
    mail = database.value("SELECT message FROM tblemails WHERE userid = %s ORDER BY id DESC LIMIT 1", service.client)

    assert database.details(service).replace("&", "&amp;") in mail


def test_what_the_number_of_a_mail_counts_is_its_templates_to_say(shop, lab, database):
    service = shop.order(SITE)
    # An invoice has the service's number, and so has a mail about the client.
    for template in ("Jetpack Welcome", "Other Product/Service Welcome Email"):
        [found] = fields(lab, template, service.id)
        assert found["jetpack_details"] == database.details(service)
    for template in ("Invoice Created", "Order Confirmation", "no such template", ""):
        assert fields(lab, template, service.id) in ([], [[]])
    # A product's name, given to a template of another type as well, is not certain any more.
    lab.sql(
        "INSERT INTO tblemailtemplates SELECT NULL, 'invoice', name, subject, message, attachments, fromname, fromemail, disabled, custom,"
        " language, copyto, plaintext, created_at, updated_at FROM tblemailtemplates WHERE name = 'Jetpack Welcome'"
    )
    assert fields(lab, "Jetpack Welcome", service.id) in ([], [[]])


def test_services_without_the_field_are_left_alone(shop, lab, database):
    service = shop.order(SITE)
    lab.sql("DELETE FROM tblcustomfields WHERE fieldname LIKE 'jetpack_provisioning_details%'")
    assert "jetpack_details" not in fields(lab, "Jetpack Welcome", service.id)[0]
    lab.sql("DELETE FROM mod_jetpack_services")
    for number in (service.id, 0, -1, 999_999):
        assert fields(lab, "Jetpack Welcome", number) in ([], [[]])


def test_the_next_url_is_there_only_while_it_is_the_next_step(shop, lab, admin, sandbox, database):
    service = shop.order(SITE)
    [waiting] = fields(lab, "Jetpack Welcome", service.id)
    assert waiting["jetpack_next_url"] == database.ledger(service)["next_url"] != ""
    assert (waiting["jetpack_site"], waiting["jetpack_state"]) == (SITE, "waiting for you to connect the site")

    # What is to be cancelled must not be connected any more, although it still waits.
    lab.sql("UPDATE mod_jetpack_services SET wanted = 'gone'")
    assert fields(lab, "Jetpack Welcome", service.id)[0]["jetpack_next_url"] == ""
    lab.sql("UPDATE mod_jetpack_services SET wanted = 'live', pending_until = unix_timestamp() - 1")
    assert fields(lab, "Jetpack Welcome", service.id)[0]["jetpack_next_url"] == ""

    sandbox.connect(SITE)
    assert admin.create(service).ok
    [active] = fields(lab, "Jetpack Welcome", service.id)
    assert (active["jetpack_next_url"], active["jetpack_state"]) == ("", "active")
    assert admin.terminate(service).ok
    assert fields(lab, "Jetpack Welcome", service.id)[0]["jetpack_state"] == "cancelled"


def test_the_state_is_a_word_in_the_language_of_the_services_owner(shop, lab):
    lab.sql("UPDATE tblclients SET language = 'german' WHERE id = 1")
    mine = shop.order(SITE)
    others = shop.order("https://connected.example.test", "bob")
    assert fields(lab, "Jetpack Welcome", mine.id)[0]["jetpack_state"] == "wartet darauf, dass Sie die Website verbinden"
    [other] = fields(lab, "Jetpack Welcome", others.id)
    assert (other["jetpack_state"], other["jetpack_site"]) == ("active", "https://connected.example.test")


def test_without_tables_or_extension_a_mail_says_what_the_field_says(shop, lab, ini, database):
    service = shop.order(SITE)
    lab.sql("DROP TABLE mod_jetpack_services, mod_jetpack_sites, mod_jetpack_keys, mod_jetpack_journal, mod_jetpack_schema")
    details = database.details(service)
    nothing = {"jetpack_details": details, "jetpack_next_url": "", "jetpack_state": "", "jetpack_site": ""}
    assert fields(lab, "Jetpack Welcome", service.id) == [nothing]
    lab.up("")
    try:
        assert fields(lab, "Jetpack Welcome", service.id) == [nothing]
    finally:
        lab.up(ini)


def test_a_ledger_that_cannot_be_read_does_not_keep_the_mail_from_saying_what_the_field_says(shop, lab, database):
    service = shop.order(SITE)
    lab.sql("ALTER TABLE mod_jetpack_services DROP COLUMN orphan_of")
    [found] = fields(lab, "Jetpack Welcome", service.id)
    assert (found["jetpack_details"], found["jetpack_next_url"]) == (database.details(service), "")
    assert "EmailPreSend" in database.column("SELECT action FROM tblmodulelog")


def test_the_editor_of_a_products_template_offers_the_fields(shop, admin, database):
    def offered(template):
        number = database.value("SELECT id FROM tblemailtemplates WHERE name = %s", template)
        return admin.open(f"configemailtemplates.php?id={number}").text("#mergefields")

    for name in ("jetpack_details", "jetpack_next_url", "jetpack_state", "jetpack_site"):
        assert "{$%s}" % name in offered("Jetpack Welcome")
    assert "jetpack" not in offered("Invoice Created")


def test_a_template_that_uses_them_holds_the_link(shop, lab, admin, sandbox, database):
    number = database.value("SELECT id FROM tblemailtemplates WHERE name = 'Jetpack Welcome'")
    text = '{if $jetpack_next_url}<a href="{$jetpack_next_url}">Connect {$jetpack_site}</a>{else}{$jetpack_state}{/if}'
    admin.open(f"configemailtemplates.php?id={number}").press("Save Changes", {"message": text})
    newest = "SELECT message FROM tblemails WHERE userid = %s ORDER BY id DESC LIMIT 1"

    service = shop.order(SITE)
    link = database.ledger(service)["next_url"]
    assert database.value(newest, service.client) == f'<a href="{link}">Connect {SITE}</a>'
    active = shop.order("https://connected.example.test", "bob")
    assert database.value(newest, active.client) == "active"
