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
    assert fields(lab, "Jetpack Welcome", service.id) == [{"jetpack_details": database.details(service)}]
    assert fields(lab, "Other Product/Service Welcome Email", service.id) == [{"jetpack_details": database.details(service)}]
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
    for number in (service.id, 0, -1, 999_999):
        assert fields(lab, "Jetpack Welcome", number) in ([], [[]])
