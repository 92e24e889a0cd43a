"""What staff see of a service before they press anything."""

import re

SITE = "https://shop.example.test"


def tab(admin, service):
    """The module's rows on the service's page, by their labels."""
    rows = admin.service_page(service).soup.select("table.form tr")
    cells = {row.td.get_text(strip=True): row.select_one("td.fieldarea") for row in rows if row.td}
    return {label: cell.get_text(" ", strip=True) for label, cell in cells.items() if label.startswith("Jetpack")}


def test_it_tells_how_the_service_stands_and_what_was_said_last(manual_shop, admin, sandbox):
    service = manual_shop.order(SITE)
    assert "No record" in tab(admin, service)["Jetpack"]
    assert admin.create(service).ok
    asked = len(sandbox.requests())
    shown = tab(admin, service)

    assert re.search(r"Waits for its owner to connect the site, until \d{4}-\d\d-\d\d \d\d:\d\d\.", shown["Jetpack"])
    assert shown["Jetpack plan"] == f"personal on {SITE}"
    assert "The cron looks after" in shown["Jetpack next look"]
    assert "create: The plan personal is provisioned" in shown["Jetpack journal"]
    # Nothing remote happens while the page is built.
    assert len(sandbox.requests()) == asked


def test_a_refusal_is_shown_with_its_cause_and_what_to_do(manual_shop, admin):
    service = manual_shop.order("https://nojetpack.example.test")
    assert not admin.create(service).ok
    shown = tab(admin, service)

    assert shown["Jetpack"].startswith("Refused")
    assert "Install and activate the Jetpack plugin" in shown["Jetpack journal"]


def test_what_the_api_says_is_no_markup_there(manual_shop, admin, sandbox, lab):
    service = manual_shop.order(SITE)
    lab.sql(
        "INSERT INTO mod_jetpack_services (service_type, service_id, client_id, state, created_at, updated_at)"
        f" VALUES ('service', {service.id}, 1, '<b>', NOW(), NOW())"
    )
    lab.sql(
        "INSERT INTO mod_jetpack_journal (call_token, service_type, service_id, client_id, action, event, state, sentence, created_at)"
        f" VALUES ('t', 'service', {service.id}, 1, 'create', 'result', '', '<script>alert(1)</script>', NOW())"
    )
    page = admin.service_page(service)

    assert "<script>alert(1)" not in page.html and "&lt;script&gt;" in page.html
    assert "The record cannot be read" in page.text("main")


def test_without_the_extension_or_the_tables_it_says_so(manual_shop, admin, lab, ini):
    service = manual_shop.order(SITE)
    lab.up("")
    try:
        assert "is not loaded" in tab(admin, service)["Jetpack"]
    finally:
        lab.up(ini)
    lab.sql("DROP TABLE mod_jetpack_services, mod_jetpack_sites, mod_jetpack_keys, mod_jetpack_journal, mod_jetpack_schema")
    assert "do not exist" in tab(admin, service)["Jetpack"]
